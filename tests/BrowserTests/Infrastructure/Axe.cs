using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace GridDesk.BrowserTests.Infrastructure;

/// <summary>Whether everybody can use what stands on the screen.</summary>
internal static class Axe
{
    /// <summary>Every violation as one line: the rule, what it wants, where.</summary>
    public static async Task<IReadOnlyList<string>> LookAsync(IPage page)
    {
        var found = await page.RunAxe(new AxeRunOptions { ResultTypes = [ResultType.Violations] });
        return [.. found.Violations.SelectMany(v => v.Nodes.Select(n => $"{v.Id}: {v.Help}: {n.Html}"))];
    }

    /// <summary>How much wider than the screen the page is, with what sticks out; empty when nothing does.</summary>
    public static async Task<IReadOnlyList<string>> SticksOutAsync(IPage page) => await page.EvaluateAsync<string[]>("""
        () => {
          const wide = innerWidth;
          if (document.documentElement.scrollWidth <= wide) return [];
          const scrolls = e => { for (let p = e.parentElement; p; p = p.parentElement) if (/auto|scroll|hidden|clip/.test(getComputedStyle(p).overflowX)) return true; return false; };
          return [`the page is ${document.documentElement.scrollWidth} px wide`, ...[...document.body.querySelectorAll('*')]
            .filter(e => e.getBoundingClientRect().right > wide + 0.5 && !scrolls(e))
            .slice(0, 4).map(e => `sticks out to ${Math.round(e.getBoundingClientRect().right)}: ${e.outerHTML.slice(0, 160)}`)];
        }
        """);
}
