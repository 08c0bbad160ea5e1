using System.Net;
using AngleSharp.Dom;
using GridDesk.Requests;
using GridDesk.Tests.Infrastructure;

namespace GridDesk.Tests.Requests.Handle;

/// <summary>What the pages of cases say to the staff is true, and said to the staff.</summary>
[Trait("store", "both")]
public sealed class CaseWordsTests(TestOffice office) : IClassFixture<TestOffice>
{
    [Fact]
    public async Task A_case_without_messages_says_so_and_one_that_came_online_was_accepted_by_the_offices_rule()
    {
        var request = await office.FileAsync("甲", number: DeskWork.Number("1905700001"));
        var clerk = await office.SignInAsync("clerk");
        await clerk.GoAsync($"/desk/requests/{request.Id}");
        clerk.Text.ShouldContain("還沒有寄出通知。");
        clerk.Text.ShouldContain("系統依本處規則");
        clerk.Text.ShouldNotContain("用戶 告知");
    }

    [Fact]
    public async Task What_was_withdrawn_was_neither_done_in_time_nor_late()
    {
        var request = await office.FileAsync("乙", number: DeskWork.Number("1905700002"));
        await office.DoAsync(desk => desk.CloseAsync(new(request.Id, null, Kernel.Events.Actor.Office), Outcome.Withdrawn, null));
        var clerk = await office.SignInAsync("clerk");
        await clerk.GoAsync($"/desk/requests/{request.Id}");
        clerk.Text.ShouldNotContain("準時結案");
        clerk.Text.ShouldContain("用戶撤回");
    }

    [Theory]
    [InlineData("/desk/requests/00000000-0000-0000-0000-000000000000", HttpStatusCode.NotFound, "找不到這件案件")]
    [InlineData("/desk/nowhere", HttpStatusCode.NotFound, "找不到這一頁")]
    [InlineData("/desk/staff", HttpStatusCode.Forbidden, "不在您的權限裡")]
    public async Task Staff_are_told_what_is_the_matter_and_go_back_to_the_desk(string path, HttpStatusCode status, string said)
    {
        var clerk = await office.SignInAsync("clerk");
        await clerk.GoAsync(path);
        clerk.Status.ShouldBe(status);
        clerk.Text.ShouldContain(said);
        clerk.Text.ShouldNotContain("回條");
        clerk.Page.QuerySelectorAll("main a").Select(a => a.GetAttribute("href")).ShouldContain("/desk");
    }

    [Fact]
    public async Task Whoever_opens_the_search_types_into_it_at_once() =>
        (await (await office.SignInAsync("clerk")).GoAsync("/desk/search")).Page.QuerySelector("main [name=q]")!.HasAttribute("autofocus").ShouldBeTrue();

    [Theory]
    [InlineData("admin", "/desk/admin/work")]
    [InlineData("supervisor", "/desk/admin/spool")]
    [InlineData("supervisor", "/desk/notices/templates")]
    public async Task On_a_narrow_screen_every_number_of_a_list_has_its_heading(string role, string path)
    {
        await Rules.OfficeCases.FileAsync(office, Rules.OfficeCases.Transfer("丙") with { Applicant = new Applicant("丙", "0912-345-678", "c@example.com") });
        await office.DeliverAsync();
        var page = (await (await office.SignInAsync(role)).GoAsync(path)).Page;
        var numbers = page.QuerySelectorAll(".gd-rows > tbody > tr > td").Where(cell => cell.TextContent.Any(char.IsAsciiDigit) && cell.TextContent.All(c => char.IsAsciiDigit(c) || char.IsWhiteSpace(c) || c == ',')).ToList();
        numbers.ShouldAllBe(cell => cell.HasAttribute("data-label"));
        page.QuerySelectorAll(".gd-rows td[data-label]").ShouldNotBeEmpty();
    }
}
