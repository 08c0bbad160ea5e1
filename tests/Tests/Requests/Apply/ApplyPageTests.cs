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
}
