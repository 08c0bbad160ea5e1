using AngleSharp.Dom;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Time;
using GridDesk.Plan.Assess;
using GridDesk.Plan.Assess.Report;
using GridDesk.Requests;
using GridDesk.Tests.Infrastructure;
using GridDesk.Tests.Requests;
using GridDesk.Tests.Requests.Rules;
using GridDesk.Tests.Ui.Documents;
using GridDesk.Ui.OpenDocument;

namespace GridDesk.Tests.Plan.Assess;

/// <summary>A half-year is told month by month, from the rows that its figures are made of.</summary>
[Trait("store", "both")]
public sealed class ReportMonthsTests
{
    private static readonly HalfYear First = new(108, 1);
    private static readonly Instant July = Instant.FromUtc(2019, 7, 3, 2, 0);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task The_months_of_whatever_was_counted_add_up_to_the_figure(int seed)
    {
        await using var office = await TestOffice.OpenAsync();
        office.Clock.Reset(July);
        await WorkAsync(office, new Random(seed), 25);
        var figures = (await MadeAsync(office)).Rows.SelectMany(row => row.Figures).Where(f => f.Now.Value is not null).ToList();
        figures.Count(f => f.Months.Count == 6).ShouldBeGreaterThan(10);
        figures.Where(f => f.Months.Count > 0).ShouldAllBe(f => f.Months.Count == 6);
        foreach (var figure in figures.Where(f => f.Months.Count > 0))
        {
            var (part, whole) = (figure.Months.Sum(m => m.Part ?? 0), figure.Months.Sum(m => m.Whole ?? 0));
            (part, whole).ShouldBe((figure.Now.Part ?? 0, figure.Now.Whole ?? 0), figure.Indicator);
            if (figure.Now.Whole is null)
            {
                figure.Months.Sum(m => m.Value ?? 0).ShouldBe(figure.Now.Value!.Value, figure.Indicator);
            }
        }
    }

    [Fact]
    public async Task The_page_the_text_the_list_and_the_record_say_the_same_and_a_share_of_three_says_three()
    {
        await using var office = await TestOffice.OpenAsync();
        await office.RunRecurringAsync();
        office.Clock.Reset(July);
        foreach (var at in (Instant[])[Instant.FromUtc(2019, 2, 11, 2, 0), Instant.FromUtc(2019, 5, 2, 2, 0), Instant.FromUtc(2019, 5, 31, 15, 59), Instant.FromUtc(2019, 5, 31, 16, 0)]) // the last two lie on both sides of a midnight in Taipei
        {
            await office.FileAsync(OfficeCases.Transfer() with { ReceivedAt = at });
        }

        await FreezeAndPostAsync(office);
        var record = AssessmentReport.Read(await office.Api().GetStringAsync("/api/plan/108/assessments/1"));
        record.Rows.SelectMany(row => row.Figures).First(f => f.Indicator == "requests.accepted").Months.Select(m => m.Value).ShouldBe([null, 1, null, null, 2, 1]);

        var page = await office.Visit().GoAsync("/en/plan/108/1");
        var drawn = page.Page.QuerySelectorAll(".gd-chartrows tbody tr").First(line => line.QuerySelector("a[href$='/requests.accepted']") is not null);
        drawn.QuerySelectorAll("td").Skip(1).Select(cell => cell.TextContent).ShouldBe(["–", "1", "–", "–", "2", "1", "4"]);
        drawn.QuerySelectorAll("rect").Length.ShouldBe(3);
        Line(page.Page.QuerySelectorAll(".gd-chartrows tbody tr"), "/requests.numbered-share").QuerySelectorAll("td").Skip(1).Select(cell => cell.TextContent).ShouldBe(["–", "1 / 1", "–", "–", "2 / 2", "1 / 1", "4 / 4"]);
        Line(page.Page.QuerySelectorAll(".gd-chartrows tbody tr"), "/requests.numbered-share").QuerySelectorAll("rect").ShouldBeEmpty("a per cent of two is not drawn");

        var text = new OpenedPackage(await office.Api().GetByteArrayAsync("/en/plan/108/1.odt"));
        text.Content.Descendants(Odf.Table + "table-row").Select(row => row.Elements().Select(cell => string.Join(' ', cell.Elements().Select(OpenedPackage.TextOf))).ToList()).First(row => row[0] == "Cases accepted (cases)")[2..].ShouldBe(["–", "1", "–", "–", "2", "1", "4"]);
        OdfSchemaTests.MistakesIn(await office.Api().GetByteArrayAsync("/plan/108/1.odt"), "content.xml", "styles.xml", "meta.xml").ShouldBeEmpty();

        var list = (await office.Api().GetStringAsync("/plan/108/1.csv")).Split("\r\n").Where(line => line.Contains("\"requests.numbered-share\"")).Select(line => line.Split(',')).Where(cells => cells[4].Length > 2).ToList();
        list.Select(cells => (cells[4].Trim('"'), cells[9].Trim('"'), cells[10].Trim('"'))).Distinct().Where(month => month.Item3.Length > 0).ShouldBe([("2019-02", "1", "1"), ("2019-05", "2", "2"), ("2019-06", "1", "1")]);
    }

    [Fact]
    public async Task Every_number_of_a_frozen_report_opens_the_rows_that_it_was_frozen_with()
    {
        await using var office = await TestOffice.OpenAsync();
        await office.RunRecurringAsync();
        office.Clock.Reset(July);
        await WorkAsync(office, new Random(5), 12);
        await FreezeAndPostAsync(office);
        office.Clock.Advance(Duration.FromDays(1));
        await WorkAsync(office, new Random(6), 6);

        var head = await office.SignInAsync("head");
        await head.GoAsync("/en/plan/108/1");
        var months = Line(head.Page.QuerySelectorAll(".gd-chartrows tbody tr"), "/requests.accepted").QuerySelectorAll("td a").ToList();
        months.Sum(month => int.Parse(month.TextContent)).ShouldBe(12);
        foreach (var number in months)
        {
            await head.GoAsync(number.GetAttribute("href")!);
            head.Page.QuerySelectorAll("main tbody tr").Length.ShouldBe(int.Parse(number.TextContent), number.GetAttribute("href"));
        }

        (await head.GoAsync("/en/plan/indicators/requests.accepted/rows?of=108-1&department=service-centre")).Page.QuerySelectorAll("main tbody tr").Length.ShouldBe(12);
        (await head.GoAsync("/en/plan/indicators/requests.accepted/rows?department=service-centre&from=2019-01-01&to=2019-06-30")).Page.QuerySelectorAll("main tbody tr").Length.ShouldBe(18, "as known today");
        (await head.GoAsync("/en/plan/indicators/requests.accepted/rows?of=108-1&before=true")).Text.ShouldContain("Nothing is recorded for this period yet");
        foreach (var wrong in (string[])["of=108-1&month=2019-07", "of=108-1&month=0001-01", "of=108-1&month=-", "of=1-1&before=true", "of=x"])
        {
            (await head.GoAsync($"/en/plan/indicators/requests.accepted/rows?{wrong}")).Text.ShouldContain("not found", Case.Insensitive, wrong);
        }

        (await office.Visit().GoAsync("/en/plan/108/1")).Page.QuerySelectorAll("main a[href*='/rows']").ShouldBeEmpty("rows are for the staff");
    }

    [Fact]
    public async Task Everybody_gets_the_same_bytes_of_a_frozen_report_whenever_they_ask_and_nothing_in_them_is_compressed()
    {
        await using var office = await TestOffice.OpenAsync();
        await office.RunRecurringAsync();
        office.Clock.Reset(July);
        await WorkAsync(office, new Random(3), 4);
        await FreezeAndPostAsync(office);
        var files = await FilesAsync();
        files[..2].SelectMany(file => new OpenedPackage(file).Entries).ShouldAllBe(entry => !entry.IsCompressed);

        office.Clock.Advance(Duration.FromDays(1));
        await WorkAsync(office, new Random(4), 4);
        foreach (var (file, again) in files.Zip(await FilesAsync()))
        {
            again.ShouldBe(file);
        }

        async Task<byte[][]> FilesAsync() => [await GetAsync("ods"), await GetAsync("odt"), await GetAsync("csv"), await GetAsync("json")];

        Task<byte[]> GetAsync(string ending) => office.Api().GetByteArrayAsync($"/plan/108/1.{ending}");
    }

    private static async Task FreezeAndPostAsync(TestOffice office)
    {
        var by = Actor.Staff($"{await office.IdOfAsync("head")}");
        await office.WithAsync<AssessDesk>(async d => await d.FreezeAsync(First, (await d.GetAsync(First)).Version, by));
        await office.WithAsync<AssessDesk>(async d => await d.PostAsync(First, (await d.GetAsync(First)).Version, "https://example.org/plan/108/1", by));
    }

    private static IElement Line(IEnumerable<IElement> lines, string ending) => lines.First(line => line.QuerySelector($"a[href$='{ending}']") is not null);

    // Cases of the whole half-year; half of them are finished.
    private static async Task WorkAsync(TestOffice office, Random random, int cases)
    {
        for (var n = 0; n < cases; n++)
        {
            var at = Instant.FromUtc(2018, 12, 31, 16, 0) + Duration.FromHours(random.Next(181 * 24));
            var request = await office.FileAsync(OfficeCases.Transfer() with { ReceivedAt = at });
            if (n % 2 == 0)
            {
                await OfficeCases.DoAsync(office, desk => desk.CloseAsync(request.Change() with { Version = null }, Outcome.Done, null));
            }
        }
    }

    private static Task<AssessmentReport> MadeAsync(TestOffice office) => office.WithAsync<MakeReport, AssessmentReport>(m => m.AsOfAsync(First, office.Clock.GetCurrentInstant()));
}
