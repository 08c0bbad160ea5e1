using System.Net;
using GridDesk.Staff;
using GridDesk.Staff.Links;

namespace GridDesk.Tests.Staff;

public sealed class FirstAdministratorTests
{
    [Fact]
    public async Task The_first_link_makes_one_administrator_and_no_second()
    {
        await using var office = new StaffOffice();
        await office.InitializeAsync();
        string? secret = null, another = null;
        await office.WithAsync<FirstAdministrator>(async first => secret = await first.IssueAsync());
        await office.WithAsync<FirstAdministrator>(async first => another = await first.IssueAsync());
        var page = $"/first-administrator?token={secret}";

        var visitor = office.Visit();
        (await visitor.SubmitAsync(page, Answers("short"))).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var done = await visitor.SubmitAsync(page, Answers(StaffOffice.Password));

        done.Headers.Location!.ToString().ShouldBe("/desk/staff");
        (await visitor.GetAsync("/desk/staff")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await office.Visit().GetAsync(page)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await office.Visit().GetAsync($"/first-administrator?token={another}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        await office.WithAsync<FirstAdministrator>(async first => (await first.IssueAsync()).ShouldBeNull());
    }

    [Fact]
    public async Task The_link_ends_after_a_day_and_guesses_find_nothing()
    {
        await using var office = new StaffOffice();
        await office.InitializeAsync();
        string? secret = null;
        await office.WithAsync<FirstAdministrator>(async first => secret = await first.IssueAsync());

        (await office.Visit().GetAsync("/first-administrator?token=guess")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await office.Visit().GetAsync("/first-administrator")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await office.Visit().GetAsync($"/set-password?token={secret}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await office.Visit().GetAsync($"/first-administrator?token={secret}")).StatusCode.ShouldBe(HttpStatusCode.OK);
        office.Clock.Advance(Duration.FromHours(24));
        (await office.Visit().GetAsync($"/first-administrator?token={secret}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private static (string, string)[] Answers(string password) =>
    [
        ("Input.UserName", "chief"), ("Input.Name", "周明哲"), ("Input.Department", "service-centre"),
        ("Input.NewPassword", password), ("Input.NewPasswordAgain", password),
    ];
}
