using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace GridDesk.BrowserTests.Infrastructure;

/// <summary>Whether everybody can use what stands on the screen.</summary>
internal static class Axe
{
    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    /// <summary>Every violation as one line: the rule, what it wants, where.</summary>
    public static async Task<IReadOnlyList<string>> LookAsync(IPage page)
    {
        // Our pages have no frames, so axe runs where it stands: no second page that adds up, and only what is wrong is told.
        await page.EvaluateAsync(Script);
        return await page.EvaluateAsync<string[]>("""
            async () => {
              const found = await axe.run(document, { resultTypes: ['violations'], iframes: false });
              return found.violations.flatMap(v => v.nodes.map(n => `${v.id}: ${v.help}: ${n.html}`));
            }
            """);
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
