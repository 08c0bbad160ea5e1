using System.Security.Claims;

namespace GridDesk.Ui;

/// <summary>Which sections somebody sees, and which of them a page belongs to.</summary>
internal static class NavItems
{
    public static IReadOnlyList<NavItem> Seen(this Chrome chrome, Area area, ClaimsPrincipal visitor) =>
    [
        .. chrome.Sections
            .Where(item => item.Area == area && (item.Role is null || visitor.IsInRole(item.Role)))
            .OrderBy(item => item.Order),
    ];

    /// <summary>The item with the longest path that the page lies under; the root is only itself.</summary>
    public static NavItem? Current(IEnumerable<NavItem> items, string path) => items
        .Where(item => item.Path == path || (item.Path is not "/" && new PathString(path).StartsWithSegments(item.Path)))
        .MaxBy(item => item.Path.Length);
}
