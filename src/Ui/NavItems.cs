using System.Security.Claims;

namespace GridDesk.Ui;

/// <summary>Which sections somebody sees, how they stand together, and which of them a page belongs to.</summary>
internal static class NavItems
{
    public static IReadOnlyList<NavItem> Seen(this Chrome chrome, Area area, ClaimsPrincipal visitor) =>
    [
        .. chrome.Sections
            .Where(item => item.Area == area && (item.AnyOf.Count == 0 || item.AnyOf.Any(visitor.IsInRole)))
            .OrderBy(item => item.Order),
    ];

    /// <summary>The taps of the line: a group is one, and opens at the first of its pages that the visitor may see.</summary>
    public static IReadOnlyList<NavTap> Taps(IEnumerable<NavItem> seen) =>
        [.. seen.GroupBy(item => item.Group ?? item.Title).Select(together => new NavTap(together.Key, [.. together]))];

    /// <summary>The item with the longest path that the page lies under; the root is only itself.</summary>
    public static NavItem? Current(IEnumerable<NavItem> items, string path) => items
        .SelectMany(item => item.Also.Prepend(item.Path), (item, own) => (Item: item, Own: own))
        .Where(known => known.Own == path || (known.Own is not "/" && new PathString(path).StartsWithSegments(known.Own)))
        .OrderByDescending(known => known.Own.Length)
        .Select(known => known.Item)
        .FirstOrDefault();
}

/// <summary>One tap of the navigation line: a section, or several that stand under one title.</summary>
internal sealed record NavTap(Phrase Title, IReadOnlyList<NavItem> Items)
{
    public string Path => Items[0].Path;
}
