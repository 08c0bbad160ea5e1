using System.Globalization;
using AngleSharp.Dom;
using GridDesk.Ui.Cases;
using GridDesk.Ui.Figures;
using GridDesk.Ui.Lists;

namespace GridDesk.Tests.Ui;

public sealed class CaseTests
{
    private static readonly LocalDate Accepted = new(2019, 6, 4);

    private readonly Drawn _page = new();

    public CaseTests() => CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = new CultureInfo("zh-TW");

    [Theory]
    [InlineData("ok")]
    [InlineData("soon")]
    [InlineData("late")]
    [InlineData("wait")]
    [InlineData("none")]
    [InlineData("done")]
    public async Task A_status_is_colour_shape_and_word(string kind)
    {
        var status = (await _page.DrawAsync("gd-status", new GdStatus { Kind = kind }, "剩 1 天")).QuerySelector(".gd-status")!;

        status.ClassList.ShouldContain($"gd-status--{kind}");
        status.QuerySelector("use")!.GetAttribute("href").ShouldBe($"#m-{kind}");
        status.TextContent.ShouldBe("剩 1 天");
    }

    [Fact]
    public async Task There_is_no_seventh_status() =>
        await Should.ThrowAsync<ArgumentException>(() => _page.DrawAsync("gd-status", new GdStatus { Kind = "green" }));

    [Fact]
    public async Task A_moment_is_read_in_the_zone_of_the_office()
    {
        var late = Instant.FromUtc(2019, 7, 4, 16, 30);

        (await SayAsync()).ShouldBe(("108年7月5日 00:30", "2019-07-05T00:30+08:00"));
        CultureInfo.CurrentUICulture = new CultureInfo("en");
        (await SayAsync()).ShouldBe(("5 July 2019, 00:30", "2019-07-05T00:30+08:00"));

        async Task<(string, string?)> SayAsync()
        {
            var time = (await _page.DrawAsync("gd-date-text", new GdDateText(Drawn.Chrome) { At = late })).QuerySelector("time")!;
            return (time.TextContent, time.GetAttribute("datetime"));
        }
    }

    [Fact]
    public async Task A_promise_shows_the_day_the_reason_and_the_counting()
    {
        var main = await PromiseAsync(
        [
            new(Accepted, DayKind.Plain, new("受理", "Accepted")),
            new(Accepted.PlusDays(3), DayKind.Off, new("端午", "Holiday")),
            new(Accepted.PlusDays(8), DayKind.Counted, new("第4天", "Day 4"), IsToday: true),
            new(Accepted.PlusDays(9), DayKind.Due, new("第5天", "Day 5")),
        ]);

        main.QuerySelector("section")!.GetAttribute("aria-labelledby").ShouldBe(main.QuerySelector(".gd-promise__cap")!.Id);
        main.QuerySelector(".gd-promise__date")!.TextContent.ShouldBe("108年6月13日 星期四，17:00，明天");
        main.QuerySelectorAll("tbody tr").Length.ShouldBe(2);
        main.QuerySelectorAll("tbody tr").ShouldAllBe(week => week.Children.Length == 7);
        main.QuerySelector(".gd-days__due")!.TextContent.ShouldBe("13第5天，承諾日");
        main.QuerySelector(".gd-days__today")!.TextContent.ShouldBe("12第4天，今天");
        main.QuerySelectorAll("th")[0].GetAttribute("abbr").ShouldBe("星期日");
        main.QuerySelectorAll("tbody tr")[0].Children[2].TextContent.ShouldBe("4受理", "4 June 2019 was a Tuesday");
    }

    [Fact]
    public async Task A_long_promise_leaves_out_the_middle_and_says_how_much()
    {
        var days = Enumerable.Range(0, 70).Select(ahead => new DayCell(Accepted.PlusDays(ahead), Accepted.PlusDays(ahead).DayOfWeek >= IsoDayOfWeek.Saturday ? DayKind.Off : DayKind.Counted));

        var main = await PromiseAsync([.. days]);

        main.QuerySelectorAll("tbody tr").Length.ShouldBe(5);
        main.QuerySelector(".gd-days__skip")!.TextContent.ShouldBe("中間 7 週，共 35 個工作日");
    }

    [Fact]
    public async Task The_current_step_of_a_case_is_marked_for_everyone()
    {
        var main = await _page.DrawAsync("gd-line-item", new GdLineItem(Drawn.Chrome) { State = "now", Title = "換戶名", At = Instant.FromUtc(2019, 6, 12, 2, 21), By = "黃雅惠" }, "您現在不用做任何事。");

        var step = main.QuerySelector("li")!;
        step.GetAttribute("aria-current").ShouldBe("step");
        step.QuerySelector(".gd-line__t")!.TextContent.ShouldBe("換戶名（目前步驟）");
        step.QuerySelector(".gd-line__m")!.TextContent.ShouldBe("6月12日 10:21，黃雅惠");
        step.QuerySelector(".gd-line__p")!.TextContent.ShouldBe("您現在不用做任何事。");
    }

    [Fact]
    public async Task A_link_of_a_summary_says_what_it_changes()
    {
        var main = await _page.DrawAsync("gd-summary-row", new GdSummaryRow { View = _page.View, Key = "電話", Href = "/desk/phone", Action = "顯示" }, "09＊＊");

        main.QuerySelector("a")!.TextContent.ShouldBe("顯示 電話");
    }

    [Fact]
    public async Task A_chart_says_the_same_as_its_table()
    {
        ChartPoint[] months = [new(new("5月", "May"), 268), new(new("6月", "June"), null), new(new("7月", "July"), 134, Unfinished: true)];

        var main = await _page.DrawAsync("gd-chart-bar", new GdChartBar { Title = "每月結案", Unit = "件", Points = months });

        main.QuerySelectorAll("tbody tr").Select(row => string.Join('|', row.Children.Select(cell => cell.TextContent)))
            .ShouldBe(["5月|268", "6月|–", "7月（還沒結束）|134"]);

        var heights = main.QuerySelectorAll("rect").Select(bar => decimal.Parse(bar.GetAttribute("height")!, CultureInfo.InvariantCulture)).ToList();
        heights.Count.ShouldBe(2, "no value, no bar");
        heights[1].ShouldBe(heights[0] / 2, "the axis starts at zero");

        var picture = main.QuerySelector("svg")!;
        picture.GetAttribute("aria-labelledby")!.Split(' ').ShouldAllBe(id => main.QuerySelector($"#{id}") != null);
    }

    [Fact]
    public async Task A_line_of_a_table_has_its_bars_and_a_share_of_three_says_three()
    {
        ChartSeries[] lines =
        [
            new(new("受理", "Accepted"), new("件", "cases"), [new(new("5月", "May"), 20), new(new("6月", "June"), 10, Unfinished: true)], new(new("這半年", "Half-year"), 30)) { Href = "~/plan/indicators/a" },
            new(new("及時", "In time"), new("%", "%"), [new(new("5月", "May"), 96.7m, Phrase.Same("29 / 30")), new(new("6月", "June"), null, Phrase.Same("3 / 3"))], new(new("這半年", "Half-year"), 97, Phrase.Same("32 / 33"))),
        ];

        var main = await _page.DrawAsync("gd-chart-rows", new GdChartRows { View = _page.View, Title = "各月", Series = lines, LabelHead = "統計" });

        main.QuerySelectorAll("thead th").Select(head => head.TextContent).ShouldBe(["統計", "長條圖", "5月", "6月（還沒結束）", "這半年"]);
        main.QuerySelectorAll("tbody tr").Select(row => string.Join('|', row.Children.Select(cell => cell.TextContent))).ShouldBe(["受理 件||20|10|30", "及時 %||96.729 / 30|3 / 3|9732 / 33"]);
        main.QuerySelectorAll("svg").Select(bars => bars.QuerySelectorAll("rect").Length).ShouldBe([2, 1], "what is told by its counts alone is not drawn");
        main.QuerySelectorAll("rect").Select(bar => bar.ClassName).ShouldBe(["gd-fig__bar", "gd-fig__bar--open", "gd-fig__bar"]);
    }

    [Fact]
    public async Task A_line_breaks_where_nothing_was_measured()
    {
        ChartPoint[] days = [.. new decimal?[] { 1, 2, null, 4, 5 }.Select(value => new ChartPoint(Phrase.Same("日"), value))];

        var main = await _page.DrawAsync("gd-chart-line", new GdChartLine { Title = "等候", Points = days });

        main.QuerySelectorAll(".gd-fig__line").Length.ShouldBe(2);
        main.QuerySelectorAll("circle").Length.ShouldBe(4);
    }

    [Fact]
    public async Task A_chart_of_nothing_is_still_a_table()
    {
        var main = await _page.DrawAsync("gd-chart-line", new GdChartLine { Title = "等候", Points = [] });

        main.QuerySelector("table").ShouldNotBeNull();
        main.QuerySelectorAll("circle").ShouldBeEmpty();
    }

    [Fact]
    public async Task No_drawing_carries_an_inline_style_or_script()
    {
        var promise = await PromiseAsync([new(Accepted, DayKind.Due)]);
        var stat = await _page.DrawAsync("gd-stat", new GdStat { View = _page.View, Label = "逾期", Value = "18", Points = [1, 1, 3] });

        promise.OuterHtml.ShouldNotContain("style=");
        stat.OuterHtml.ShouldNotContain("style=");
        stat.QuerySelector(".gd-spark")!.GetAttribute("aria-hidden").ShouldBe("true");
    }

    [Fact]
    public async Task A_list_without_further_pages_has_no_pager()
    {
        (await _page.DrawAsync("gd-pager", new GdPager { View = _page.View })).Children.ShouldBeEmpty();
        (await _page.DrawAsync("gd-pager", new GdPager { View = _page.View, Next = "?after=7" })).QuerySelector("a[rel=next]")!.GetAttribute("href").ShouldBe("?after=7");
    }

    private Task<IElement> PromiseAsync(IReadOnlyList<DayCell> days) => _page.DrawAsync("gd-promise", new GdPromise(Drawn.Chrome)
    {
        View = new PromiseView(new LocalDate(2019, 6, 13), Instant.FromUtc(2019, 6, 13, 9, 0), "ok", new("照進度", "On time"), new("因為。", "Because."), days),
    });
}
