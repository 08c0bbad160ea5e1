using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Recurring;
using GridDesk.Requests;
using GridDesk.Requests.Apply;
using GridDesk.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace GridDesk.Tests.Requests.Apply;

/// <summary>What somebody has begun to apply for and not yet sent.</summary>
[Trait("store", "both")]
public sealed class DraftTests(TestOffice office) : IClassFixture<TestOffice>
{
    [Fact]
    public async Task Going_back_shows_what_was_given_before()
    {
        var visitor = await office.BeginAsync();
        await visitor.Fill("用電的電號", Applying.ElectricityNumber).NextAsync();
        await visitor.FollowAsync("上一步");
        visitor.Page.QuerySelector<IHtmlInputElement>("#electricityNumber")!.Value.ShouldBe(Applying.ElectricityNumber);
        await visitor.FollowAsync("上一步");
        visitor.Path.ShouldBe("/apply/xfer");
    }

    [Fact]
    public async Task A_file_that_cannot_be_opened_is_refused_and_the_good_ones_stay_until_they_are_removed()
    {
        var visitor = await office.BeginAsync();
        await visitor.AnswerAsync();
        await visitor.IntroduceAsync();
        await visitor.NextAsync("上傳，下一步", ("選檔案或拍照", "good.pdf", Applying.Pdf), ("選檔案或拍照", "bad.exe", "MZ nonsense"u8.ToArray()));

        visitor.Errors.Single().ShouldStartWith("bad.exe：");
        visitor.Text.ShouldContain("good.pdf");
        await visitor.NextAsync("移除");
        visitor.Text.ShouldNotContain("good.pdf");
        await visitor.NextAsync("上傳，下一步");
        visitor.Errors.ShouldBe(["請選檔案上傳，或按「之後再補」。"]);
    }

    [Fact]
    public async Task Another_browser_cannot_open_a_draft()
    {
        var visitor = await office.BeginAsync();
        var stranger = await office.Visit().GoAsync(visitor.Path);
        stranger.Path.ShouldBe("/apply/xfer?lost=true");
        stranger.Text.ShouldContain("請重新開始");
    }

    [Fact]
    public async Task A_draft_is_forgotten_after_a_day()
    {
        var visitor = await office.BeginAsync();
        await office.WithAsync<OfficeDb>(db => new ForgetDrafts(db).RunAsync(office.Clock.GetCurrentInstant() + Duration.FromHours(25), default));
        await visitor.GoAsync(visitor.Path);
        visitor.Path.ShouldBe("/apply/xfer?lost=true");
    }

    [Fact]
    public async Task What_is_filed_is_held_by_the_request_alone()
    {
        var visitor = await office.ApplyAsync();
        var filed = (await office.FiledByAsync(visitor)).Id;
        (await office.WithAsync<OfficeDb, Draft>(db => db.Set<Draft>().SingleAsync(d => d.Filed == filed))).Typed.Count.ShouldBe(0);
    }

    [Fact]
    public async Task Rows_of_a_group_are_added_and_removed_without_a_script()
    {
        var visitor = await office.Visit().GoAsync("/apply/addr");
        await visitor.NextAsync("開始填寫");
        var draft = visitor.Path[..visitor.Path.LastIndexOf('/')];
        await visitor.GoAsync($"{draft}/q-more");
        await visitor.Pick("還有別的電號").NextAsync();
        await visitor.Fill("電號", Applying.ElectricityNumber).NextAsync("再加一個");
        visitor.Page.QuerySelectorAll<IHtmlInputElement>("input.govuk-input").Select(i => i.Value).ShouldBe([Applying.ElectricityNumber, ""]);
        await visitor.NextAsync("刪掉");
        visitor.Page.QuerySelectorAll<IHtmlInputElement>("input.govuk-input").Select(i => i.Value).ShouldBe([""]);
    }

    [Fact]
    public async Task A_file_that_answers_a_question_is_kept_shown_and_can_be_taken_away()
    {
        var visitor = await office.Visit().GoAsync("/apply/theft");
        await visitor.NextAsync("開始填寫");
        var page = visitor.Path[..visitor.Path.LastIndexOf('/')] + "/q-evidence";
        await visitor.GoAsync(page);
        await visitor.NextAsync("下一步", (visitor.Page.QuerySelector("h1")!.TextContent.Trim(), "照片.pdf", Applying.Pdf));
        visitor.Path.ShouldEndWith("/applicant");
        (await visitor.GoAsync(page)).Text.ShouldContain("照片.pdf");
        await visitor.NextAsync("移除這個檔案");
        visitor.Text.ShouldNotContain("照片.pdf");
    }
}
