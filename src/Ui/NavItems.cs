using System.Security.Claims;

namespace GridDesk.Ui;

/// <summary>Which sections somebody sees, and which of them a page belongs to.</summary>
internal static class NavItems
{
    public static IReadOnlyList<NavItem> Seen(this Chrome chrome, Area area, ClaimsPrincipal visitor) =>
    [
        .. chrome.Sections
            .Where(item => item.Area == area && (item.AnyOf.Count == 0 || item.AnyOf.Any(visitor.IsInRole)))
            .OrderBy(item => item.Order),
    ];

    /// <summary>The item with the longest path that the page lies under; the root is only itself.</summary>
    public static NavItem? Current(IEnumerable<NavItem> items, string path) => items
        .SelectMany(item => item.Also.Prepend(item.Path), (item, own) => (Item: item, Own: own))
        .Where(known => known.Own == path || (known.Own is not "/" && new PathString(path).StartsWithSegments(known.Own)))
        .OrderByDescending(known => known.Own.Length)
        .Select(known => known.Item)
        .FirstOrDefault();
}
