using AngleSharp.Dom;
using GridDesk.Tests.Infrastructure;

namespace GridDesk.Tests.Requests.Apply;

/// <summary>What the pages of an application say and show.</summary>
[Trait("store", "both")]
public sealed class ApplyPageTests(TestOffice office) : IClassFixture<TestOffice>
{
    [Fact]
    public async Task The_summary_of_mistakes_has_the_order_of_the_page()
    {
        var visitor = await office.BeginAsync();
        await visitor.AnswerAsync();
        await visitor.Fill("聯絡電話", "123").Fill("電子郵件", "nobody").NextAsync();
        visitor.Page.QuerySelectorAll(".govuk-error-summary__list a").Select(a => a.GetAttribute("href")).ShouldBe(["#applicant_kind", "#applicant_name", "#applicant_phone", "#applicant_email"]);
    }

    [Fact]
    public async Task A_number_is_shown_with_its_unit_once()
    {
        var visitor = await (await office.Visit().GoAsync("/apply/read")).NextAsync("開始填寫");
        await visitor.Fill("用電的電號", Applying.ElectricityNumber).NextAsync();
        await visitor.Pick("房客分帳").NextAsync();
        await visitor.Pick("我自己看").NextAsync();
        await visitor.Fill("電表現在幾度？", "12,345").NextAsync();
        await visitor.IntroduceAsync();
        visitor.Path.ShouldEndWith("/check");
        visitor.Text.ShouldContain("12,345 度");
        visitor.Text.ShouldNotContain("度 度");
    }

    [Theory]
    [InlineData("19", "這一天已經過了，最早可以選 108年6月20日。")]
    [InlineData("22", "這一天本處不上班，下一個上班日是 6月24日（一）。")]
    [InlineData("24", null)]
    public async Task Nobody_is_visited_on_a_day_that_is_over_or_on_a_day_off(string day, string? why)
    {
        var visitor = await (await office.Visit().GoAsync("/apply/read")).NextAsync("開始填寫");
        await visitor.Fill("用電的電號", Applying.ElectricityNumber).NextAsync();
        await visitor.Pick("房客分帳").NextAsync();
        await visitor.Pick("請你們來抄").NextAsync();
        await visitor.Fill("年", "108").Fill("月", "6").Fill("日", day).NextAsync();
        visitor.Errors.ShouldBe(why is null ? [] : [why]);
        visitor.Page.QuerySelector("h1")!.TextContent.Trim().ShouldBe(why is null ? "誰要申請？" : "希望哪一天來抄？");
    }

    [Fact]
    public async Task Megabytes_of_name_are_told_to_be_too_many_words_and_fields_say_how_much_they_take()
    {
        var visitor = await office.BeginAsync();
        await visitor.AnswerAsync();
        visitor.Page.QuerySelector("[name='applicant.name']")!.GetAttribute("maxlength").ShouldBe("200");
        await visitor.Fill("姓名或名稱", new string('蘭', 2_000_000)).NextAsync();
        visitor.Status.ShouldBe(System.Net.HttpStatusCode.RequestEntityTooLarge);
        visitor.Text.ShouldContain("填的字太多了");
        visitor.Text.ShouldNotContain("檔案");
    }
}
