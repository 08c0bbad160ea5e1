using System.Net;
using AngleSharp.Dom;
using GridDesk.Kernel.Indicators;
using GridDesk.Kernel.Pack;
using GridDesk.Services;
using GridDesk.Tests.Infrastructure;
using GridDesk.Tests.Requests.Apply;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace GridDesk.Tests.Services;

[Trait("store", "both")]
public sealed class ServicePagesTests(TestOffice office) : IClassFixture<TestOffice>
{
    [Fact]
    public async Task The_home_page_counts_its_services_and_says_plainly_that_nothing_is_finished_yet()
    {
        var visitor = await office.Visit().GoAsync("/");
        visitor.Page.QuerySelector("h1")!.TextContent.ShouldBe("今天要辦什麼？");
        var count = await office.WithAsync<ServiceCatalogue, int>(services => Task.FromResult(services.At(new LocalDate(2019, 6, 20)).Count));
        visitor.Text.ShouldContain($"看全部 {count} 項服務");
        visitor.Text.ShouldContain("這半年還沒有辦完的案件");
        visitor.Text.ShouldContain("上班中");
        visitor.Page.QuerySelectorAll("[style], style, script:not([src])").Length.ShouldBe(0);
    }

    [Theory]
    [InlineData("過戶", "過戶（變更用電戶名）")]
    [InlineData("XFER", "過戶（變更用電戶名）")]
    [InlineData("ｘｆｅｒ", "過戶（變更用電戶名）")]
    [InlineData("燈", "路燈")]
    public async Task A_word_or_two_find_a_service(string typed, string named)
    {
        var visitor = await office.Visit().GoAsync("/");
        await visitor.Fill("寫下您要辦的事", typed).PressAsync("搜尋");
        visitor.Page.QuerySelector(".gd-tasks__a")!.TextContent.ShouldContain(named);
    }

    [Fact]
    public async Task When_nothing_holds_every_word_the_closest_are_offered()
    {
        var visitor = await office.Visit().GoAsync("/services?q=" + Uri.EscapeDataString("電費單不見了"));
        visitor.Text.ShouldContain("這些最接近");
        visitor.Page.QuerySelectorAll(".gd-tasks__a").Length.ShouldBeInRange(1, 8);
    }

    [Fact]
    public async Task When_nothing_is_found_there_is_a_way_on()
    {
        var visitor = await office.Visit().GoAsync("/services?q=zzzz");
        visitor.Text.ShouldContain("沒有找到");
        await visitor.FollowAsync("看全部服務");
        visitor.Path.ShouldBe("/services");
    }

    [Fact]
    public async Task The_list_is_narrowed_by_the_way_to_apply_and_keeps_the_search()
    {
        var visitor = await office.Visit().GoAsync("/services");
        var all = visitor.Page.QuerySelectorAll(".gd-tasks__a").Length;
        await visitor.FollowAsync("線上");
        visitor.Page.QuerySelectorAll(".gd-tasks__a").Length.ShouldBeInRange(1, all - 1);
        await visitor.Fill("寫下您要辦的事", "過戶").PressAsync("搜尋");
        visitor.Path.ShouldContain("channel=web");
    }

    [Fact]
    public async Task A_service_answers_first_and_says_what_is_not_confirmed()
    {
        var visitor = await office.Visit().GoAsync("/services/xfer");
        visitor.Text.ShouldContain("免費");
        visitor.Text.ShouldContain("1個工作日內");
        visitor.Text.ShouldContain("本處初估，尚待確認");
        visitor.Text.ShouldContain("法定期限：沒有查到明文規定");
        visitor.Text.ShouldContain("請人代辦才要");
        visitor.Text.ShouldContain("1911");
        visitor.Page.QuerySelector("a[href='/apply/xfer']").ShouldNotBeNull();
    }

    [Theory]
    [InlineData("/services/design", "「設計的用電是哪一種？」選「低壓」：3個工作日（法定期限：3個工作日）")]
    [InlineData("/en/services/pdpa", "to “What would you like?”: 30 calendar days (by law or rule: 30 calendar days)")]
    public async Task Other_limits_for_some_answers_are_told_too(string page, string sentence) =>
        (await office.Visit().GoAsync(page)).Text.ShouldContain(sentence);

    [Fact]
    public async Task In_English_too()
    {
        var visitor = await office.Visit().GoAsync("/en/services/xfer");
        visitor.Text.ShouldContain("Within 1 working day");
        visitor.Text.ShouldContain("our estimate, to be confirmed");
        visitor.Text.ShouldContain("Only if somebody acts for you");
        visitor.Page.QuerySelector("a[href='/en/apply/xfer']").ShouldNotBeNull();
        (await visitor.GoAsync("/en/")).Text.ShouldContain("What would you like to do today?");
        (await visitor.GoAsync("/en/services?q=holder")).Text.ShouldContain("Change the account holder");
    }

    [Fact]
    public async Task Paying_says_where_to_go_and_offers_no_form()
    {
        var visitor = await office.Visit().GoAsync("/services/pay");
        visitor.Text.ShouldContain("當場辦好");
        visitor.Text.ShouldContain("嘉義服務中心");
        visitor.Page.QuerySelector("a[href^='/apply']").ShouldBeNull();
    }

    [Fact]
    public async Task An_unknown_service_is_not_found() =>
        (await office.Visit().GoAsync("/services/nothing")).Status.ShouldBe(HttpStatusCode.NotFound);

    [Fact]
    public async Task Every_service_has_a_page_in_both_languages()
    {
        var all = await office.WithAsync<ServiceCatalogue, IReadOnlyList<ServiceDefinition>>(services => Task.FromResult(services.At(new LocalDate(2019, 6, 20))));
        var visitor = office.Visit();
        foreach (var service in all)
        {
            (await visitor.GoAsync($"/services/{service.Code}")).Page.QuerySelector("h1")!.TextContent.ShouldBe(service.Name.Zh);
            (await visitor.GoAsync($"/en/services/{service.Code}")).Page.QuerySelector("h1")!.TextContent.ShouldBe(service.Name.En);
        }
    }

    [Fact]
    public async Task What_is_offered_is_measured_from_the_edition_in_force()
    {
        var period = new Interval(Instant.FromUtc(2018, 12, 31, 16, 0), Instant.FromUtc(2019, 6, 30, 16, 0));
        string[] codes = ["services.with-sop", "services.complete-sheets", "services.startable-counter", "services.startable-phone", "services.startable-web"];
        var figures = await office.WithAsync<IndicatorCatalogue, IReadOnlyDictionary<string, Figure>>(indicators => indicators.ReadAsync(codes, period, office.Clock.GetCurrentInstant()));
        figures.Count.ShouldBe(5);
        figures["services.with-sop"].Value.ShouldBe(100m);
        figures["services.startable-web"].Whole.ShouldBe(figures["services.with-sop"].Whole);
        figures.Values.ShouldAllBe(f => f.Rows.Count == 1);

        var before = await office.WithAsync<IndicatorCatalogue, IReadOnlyDictionary<string, Figure>>(indicators => indicators.ReadAsync(codes, new Interval(Instant.FromUtc(2017, 1, 1, 0, 0), Instant.FromUtc(2018, 1, 1, 0, 0)), office.Clock.GetCurrentInstant()));
        before["services.with-sop"].ShouldBe(Figure.None);
    }

    [Fact]
    public async Task The_same_edition_is_recorded_once_however_often_the_office_opens()
    {
        var pack = office.App.Services.GetRequiredService<PackInForce>().Pack;
        await office.WithAsync<GridDesk.Services.Offer.Offering>(offering => offering.RecordAsync(pack));
        var happened = await office.WithAsync<GridDesk.Kernel.Events.EventLog, int>(async events => (await events.HistoryAsync($"services:{pack.Hash}")).Count);
        happened.ShouldBe(1);
    }
}
