using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using GridDesk.Requests;
using GridDesk.Tests.Infrastructure;

namespace GridDesk.Tests.Requests.Search;

[Trait("store", "both")]
public sealed class SearchTests(TestOffice office) : IClassFixture<TestOffice>
{
    [Fact]
    public async Task One_exact_number_goes_straight_to_the_case()
    {
        var request = await office.FileAsync();
        var clerk = await office.SignInAsync("clerk");
        (await clerk.GoAsync($"/en/desk/search?q={request.Number}")).Path.ShouldBe($"/en/desk/requests/{request.Id}");
    }

    [Theory]
    [InlineData("賴文雄"), InlineData("賴"), InlineData("0955-123"), InlineData("19050300")]
    public async Task A_case_is_found_by_any_fact_as_soon_as_it_is_saved(string q)
    {
        var request = await office.FileAsync("賴文雄", "0955-123-456", DeskWork.Number("1905030001"));
        var clerk = await office.SignInAsync("clerk");
        await clerk.GoAsync($"/en/desk/search?q={Uri.EscapeDataString(q)}");
        clerk.Text.ShouldContain(request.Number!);
        clerk.Text.ShouldContain("賴＊雄");
        clerk.Text.ShouldNotContain("0955-123-456");
    }

    [Fact]
    public async Task Somebody_of_another_department_finds_nothing_but_may_say_how_it_stands()
    {
        var request = await office.FileAsync("邱慧雯", "0955-999-111", DeskWork.Number("1905030009"));
        await office.MoveAsync("handler", "billing");
        try
        {
            var handler = await office.SignInAsync("handler");
            await handler.GoAsync("/en/desk/search?q=" + Uri.EscapeDataString("邱慧雯"));
            handler.Text.ShouldNotContain(request.Number!);

            await handler.GoAsync($"/en/desk/search?q={request.Number}");
            handler.Text.ShouldContain("Please tell the customer");
            handler.Text.ShouldNotContain("邱");
        }
        finally
        {
            await office.MoveAsync("handler", "service-centre");
        }
    }

    [Fact]
    public async Task A_greeter_finds_by_number_alone_and_the_answer_is_counted()
    {
        var request = await office.FileAsync("曾琦", "0955-888-222", DeskWork.Number("1905030010"));
        var greeter = await office.SignInAsync("greeter");
        await greeter.GoAsync("/en/desk/search?q=" + Uri.EscapeDataString("曾琦"));
        greeter.Text.ShouldContain("no such number");

        await greeter.GoAsync($"/en/desk/search?q={request.Number!.ToLowerInvariant().Replace("-", "")}");
        greeter.Text.ShouldContain("by the Service Centre");
        greeter.Text.ShouldNotContain("曾");
        await greeter.PressAsync("Told at the counter");
        greeter.Text.ShouldContain("The answer is recorded");
        (await office.WithAsync<OfficeDb, int>(db => db.Set<Enquiry>().CountAsync(e => e.Request == request.Id))).ShouldBe(1);
    }

    [Fact]
    public async Task Customers_are_found_too_by_those_who_may_see_them()
    {
        var known = await office.KnowAsync("周佳穎", "0966-123-999", "1905273999");
        var clerk = await office.SignInAsync("clerk");
        await clerk.GoAsync("/en/desk/search?q=0966-123");
        clerk.Page.QuerySelectorAll("a").ShouldContain(a => a.GetAttribute("href") == $"/en/desk/customers/{known.Id}");
        var auditor = await office.SignInAsync("auditor");
        await auditor.GoAsync("/en/desk/search?q=0966-123");
        auditor.Page.QuerySelectorAll("a").ShouldNotContain(a => a.GetAttribute("href") == $"/en/desk/customers/{known.Id}");
    }
}
