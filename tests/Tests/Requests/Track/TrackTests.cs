using System.Net;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using GridDesk.Requests;
using GridDesk.Tests.Infrastructure;
using GridDesk.Tests.Requests.Apply;
using Microsoft.EntityFrameworkCore;

namespace GridDesk.Tests.Requests.Track;

[Trait("store", "both")]
public sealed class TrackTests : IClassFixture<TestOffice>
{
    private readonly TestOffice office;

    // Thirty tries a minute from one address; every test begins a minute of its own.
    public TrackTests(TestOffice office)
    {
        this.office = office;
        office.Clock.AdvanceMinutes(1);
    }

    [Fact]
    public async Task With_the_code_there_is_the_sentence_the_promise_with_its_weeks_and_every_step()
    {
        var path = (await office.ApplyAsync()).TrackPath();
        var visitor = await office.Visit().GoAsync(path);

        visitor.Page.QuerySelector(".gd-answer__s")!.TextContent.ShouldStartWith("最晚108年6月21日辦好，由服務中心辦理");
        visitor.Page.QuerySelectorAll(".gd-days__due").Length.ShouldBe(1);
        visitor.Page.QuerySelectorAll(".gd-line__i--now").Length.ShouldBe(1);
        visitor.Page.QuerySelectorAll(".gd-line__i--next").Length.ShouldBe(2);
        visitor.Text.ShouldContain("1911");
    }

    [Fact]
    public async Task With_the_phone_there_is_the_sentence_and_nothing_else()
    {
        var slip = (await office.ApplyAsync(complete: false)).Slip();
        var visitor = await AskAsync(slip.Number, "６７８");

        visitor.Page.QuerySelector(".gd-answer__s")!.TextContent.ShouldStartWith("您的文件我們先收下了");
        visitor.Page.QuerySelectorAll(".gd-line, .gd-days, input[type=file]").Length.ShouldBe(0);
        visitor.Path.ShouldNotContain("678");
        visitor.Page.Source.Text.ShouldNotContain(slip.Code);
        await visitor.GoAsync(visitor.Path);
        visitor.Page.QuerySelector(".gd-answer__s").ShouldNotBeNull("reloading shows it again");
    }

    [Fact]
    public async Task The_code_may_be_typed_where_the_digits_go()
    {
        var slip = (await office.ApplyAsync()).Slip();
        var visitor = await AskAsync(slip.Number.ToLowerInvariant().Replace("-", " "), slip.Code.ToLowerInvariant());
        visitor.Page.QuerySelectorAll(".gd-line").Length.ShouldBe(1);
    }

    [Fact]
    public async Task Five_wrong_digits_close_that_way_for_the_day_and_leave_the_code_open()
    {
        var done = await office.ApplyAsync();
        foreach (var _ in Enumerable.Range(0, 5))
        {
            (await AskAsync(done.Slip().Number, "000")).Status.ShouldBe(HttpStatusCode.NotFound);
        }

        (await AskAsync(done.Slip().Number, "678")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await office.Visit().GoAsync(done.TrackPath())).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task An_unknown_number_and_a_wrong_code_get_the_same_answer()
    {
        var slip = (await office.ApplyAsync()).Slip();
        var wrong = await office.Visit().GoAsync($"/track/{slip.Number}?code=00000000");
        var unknown = await office.Visit().GoAsync("/track/CY108-99999-A?code=00000000");

        wrong.Status.ShouldBe(HttpStatusCode.NotFound);
        unknown.Status.ShouldBe(HttpStatusCode.NotFound);
        wrong.Errors.ShouldBe(unknown.Errors);
        wrong.Errors[0].ShouldStartWith("查不到。");
        wrong.Page.QuerySelectorAll("form[action$=track]").Length.ShouldBe(1);
    }

    [Fact]
    public async Task Too_many_tries_are_told_at_the_form()
    {
        var visitor = office.Visit();
        foreach (var _ in Enumerable.Range(0, 31))
        {
            await visitor.GoAsync("/track/CY108-99999-A?code=00000000");
        }

        visitor.Status.ShouldBe(HttpStatusCode.TooManyRequests);
        visitor.Errors.Single().ShouldStartWith("查詢太頻繁了");
    }

    [Fact]
    public async Task The_last_paper_makes_it_accepted_at_once()
    {
        var visitor = await office.Visit().GoAsync((await office.ApplyAsync(complete: false)).TrackPath());
        await visitor.PressAsync("送出文件", ("與房屋的關係證明", "deed.pdf", Applying.Pdf));

        visitor.Path.ShouldStartWith("/track/CY108-");
        visitor.Text.ShouldContain("文件齊全，已經正式受理");
        visitor.Page.QuerySelectorAll("input[type=file]").Length.ShouldBe(0);
    }

    [Fact]
    public async Task A_file_that_cannot_be_opened_is_told_at_its_field()
    {
        var visitor = await office.Visit().GoAsync((await office.ApplyAsync(complete: false)).TrackPath());
        await visitor.PressAsync("送出文件", ("與房屋的關係證明", "deed.txt", "hello"u8.ToArray()));
        visitor.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        visitor.Errors.Single().ShouldStartWith("deed.txt：");
        await visitor.PressAsync("送出文件");
        visitor.Errors.ShouldBe(["請選要補的檔案。"]);
    }

    [Fact]
    public async Task A_supplement_asked_for_later_stops_the_clock_until_it_comes()
    {
        var done = await office.ApplyAsync();
        await office.WithAsync<RequestDesk>(async desk =>
        {
            var request = (await desk.FindAsync(done.Slip().Number))!;
            await desk.AskForAsync(new(request.Id, request.Version, Actor.Office), [new MissingItem("document", "relation", new("租約", "Lease"), null, "缺第 2 頁")]);
        });
        var visitor = await office.Visit().GoAsync(done.TrackPath());
        visitor.Text.ShouldContain("缺第 2 頁");
        visitor.Page.QuerySelectorAll(".gd-status--wait").Length.ShouldBe(1);

        await visitor.PressAsync("送出文件", ("租約", "page2.pdf", Applying.Pdf));
        visitor.Text.ShouldContain("收到了，謝謝您。");
        visitor.Page.QuerySelectorAll(".gd-status--wait").Length.ShouldBe(0);
    }

    [Fact]
    public async Task Withdrawing_asks_once_more_and_needs_the_code()
    {
        var done = await office.ApplyAsync();
        var visitor = await office.Visit().GoAsync(done.TrackPath());
        await visitor.FollowAsync("不辦了，撤回申請");
        visitor.Text.ShouldContain("要撤回這件申請嗎？");
        await visitor.PressAsync("撤回申請");

        visitor.Text.ShouldContain("已經撤回");
        (await office.WithAsync<RequestDesk, ServiceRequest?>(desk => desk.FindAsync(done.Slip().Number)))!.Outcome.ShouldBe(Outcome.Withdrawn);
        (await office.Visit().GoAsync($"/track/{done.Slip().Number}/withdraw?code=00000000")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Every_answer_is_logged_once_by_the_way_it_was_asked()
    {
        var done = await office.ApplyAsync();
        var id = (await office.WithAsync<RequestDesk, ServiceRequest?>(desk => desk.FindAsync(done.Slip().Number)))!.Id;
        await office.Visit().GoAsync(done.TrackPath());
        var glance = await AskAsync(done.Slip().Number, "678");
        await glance.GoAsync(glance.Path);
        var mobile = office.Visit();
        mobile.Http.DefaultRequestHeaders.Add("Sec-CH-UA-Mobile", "?1");
        await mobile.GoAsync(done.TrackPath());

        var asked = await office.WithAsync<OfficeDb, List<EnquiryChannel>>(db => db.Set<Enquiry>().Where(e => e.Request == id).OrderBy(e => e.Id).Select(e => e.Channel).ToListAsync());
        asked.ShouldBe([EnquiryChannel.Web, EnquiryChannel.Web, EnquiryChannel.Mobile], ignoreOrder: true);
    }

    [Fact]
    public async Task A_page_about_somebody_is_never_stored()
    {
        var path = (await office.ApplyAsync()).TrackPath();
        (await office.Api().GetAsync(path)).Headers.CacheControl!.NoStore.ShouldBeTrue();
    }

    [Fact]
    public async Task The_home_page_asks_too()
    {
        var slip = (await office.ApplyAsync()).Slip();
        var visitor = await office.Visit().GoAsync("/");
        await visitor.Fill("受理號碼", slip.Number).Fill("電話末三碼", "678").PressAsync("查進度");
        visitor.Page.QuerySelector(".gd-answer__s")!.TextContent.ShouldStartWith("最晚");
    }

    [Fact]
    public async Task In_English_it_says_the_same()
    {
        var slip = (await office.ApplyAsync()).Slip();
        var visitor = await office.Visit().GoAsync("/en/track");
        await visitor.Fill("Request or slip number", slip.Number).Fill("Last 3 digits of your phone", "678").PressAsync("Track");
        visitor.Page.QuerySelector(".gd-answer__s")!.TextContent.ShouldStartWith("Done by 21 June 2019 at the latest");
        visitor.Path.ShouldStartWith("/en/track?seen=");
    }

    private async Task<Visitor> AskAsync(string number, string proof)
    {
        var visitor = await office.Visit().GoAsync("/track");
        await visitor.Fill("受理號碼", number).Fill("電話末三碼", proof).PressAsync("查進度");
        return visitor;
    }
}
