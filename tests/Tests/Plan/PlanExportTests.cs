using System.Net;
using GridDesk.Tests.Infrastructure;
using GridDesk.Tests.Requests.Rules;

namespace GridDesk.Tests.Plan;

/// <summary>The plan and the rows behind its figures as files: what the page shows, and not a row more.</summary>
[Trait("store", "both")]
public sealed class PlanExportTests(TestOffice office) : IClassFixture<TestOffice>
{
    [Fact]
    public async Task Anybody_downloads_the_rows_that_the_page_shows()
    {
        var visitor = await office.Visit().GoAsync("/en/plan?year=108&half=1");
        (await LinesAsync(visitor, "CSV")).Select(line => line.Split(',')[0]).Skip(1).Distinct().Count().ShouldBe(103);

        await visitor.GoAsync("/en/plan?year=108&half=1&department=business");
        var shown = visitor.Page.QuerySelectorAll(".gd-plan__row").Length;
        var filed = await LinesAsync(visitor, "CSV");
        filed[0].ShouldContain("Code");
        filed.Select(line => line.Split(',')[0]).Skip(1).Distinct().Count().ShouldBe(shown);

        var ods = await visitor.Http.GetAsync("/plan.ods?year=108&half=1");
        ods.Content.Headers.ContentType!.MediaType.ShouldBe("application/vnd.oasis.opendocument.spreadsheet");
        foreach (var year in (int[])[90, 0, -1, int.MaxValue])
        {
            (await office.Visit().GoAsync($"/plan.csv?year={year}")).Status.ShouldBe(HttpStatusCode.NotFound, $"there is no plan of year {year}");
        }
    }

    [Fact]
    public async Task The_rows_behind_a_figure_are_those_that_the_person_may_see()
    {
        var request = await office.FileAsync();
        const string path = "/en/plan/108/1.1.2.3/requests.accepted/rows.csv?half=1";

        (await ReadAsync(await office.SignInAsync("supervisor"), path)).ShouldContain(request.Number!);
        (await ReadAsync(await office.SignInAsync("editor"), path)).ShouldNotContain(request.Number!);
        (await office.Api().GetAsync(path)).StatusCode.ShouldBe(HttpStatusCode.Redirect, "a stranger signs in first");
    }

    private static async Task<string[]> LinesAsync(Visitor visitor, string link)
    {
        var href = visitor.Page.QuerySelectorAll("main a").First(a => a.TextContent == link).GetAttribute("href")!;
        return (await ReadAsync(visitor, href)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
    }

    private static async Task<string> ReadAsync(Visitor visitor, string path) => await (await visitor.Http.GetAsync(path)).Content.ReadAsStringAsync();
}
