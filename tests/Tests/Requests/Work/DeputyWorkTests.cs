using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using GridDesk.Requests;
using GridDesk.Staff.Deputies;
using GridDesk.Tests.Infrastructure;

namespace GridDesk.Tests.Requests.Work;

/// <summary>While somebody is away their deputy has their cases beside their own, and nobody has the cases of a deputy's deputy.</summary>
[Trait("store", "both")]
public sealed class DeputyWorkTests
{
    [Fact]
    public async Task A_deputy_sees_the_cases_of_who_is_away_with_whose_they_are_and_finishes_them()
    {
        await using var office = await TestOffice.OpenAsync();
        var theirs = await GivenAwayAsync(office, "卯一");
        var clerk = await office.SignInAsync("clerk");
        foreach (var path in (string[])["/en/desk", "/en/desk/promises", "/en/desk/promises.csv"])
        {
            (await clerk.Http.GetStringAsync(path)).ShouldNotContain(theirs.Number!, customMessage: path);
        }

        await NameAsync(office, "supervisor", "clerk", days: 2);
        var name = await NameOfAsync(office, "supervisor");
        await clerk.GoAsync("/en/desk");
        clerk.Text.ShouldContain($"You stand in for {name}");
        clerk.Page.QuerySelectorAll(".gd-rows tbody tr").Single(row => row.TextContent.Contains(theirs.Number!)).TextContent.ShouldContain($"in place of {name}");
        await clerk.GoAsync($"/en/desk/promises?owner={theirs.Owner}");
        clerk.Page.QuerySelectorAll(".gd-rows tbody tr").Single().TextContent.ShouldContain("you stand in");
        (await clerk.Http.GetStringAsync("/en/desk/promises.csv")).ShouldContain(theirs.Number!);

        await clerk.GoAsync($"/en/desk/requests/{theirs.Id}");
        clerk.Text.ShouldContain($"{name}; {await NameOfAsync(office, "clerk")} stands in now");
        await clerk.OpenAsync("Done: close");
        await clerk.PressAsync("Done: close");
        (await office.ReadAsync(theirs.Id)).Outcome.ShouldBe(Outcome.Done);
    }

    [Fact]
    public async Task When_they_are_back_the_cases_are_theirs_alone()
    {
        await using var office = await TestOffice.OpenAsync();
        var theirs = await GivenAwayAsync(office, "卯二");
        await NameAsync(office, "supervisor", "clerk", days: 2);
        office.Clock.AdvanceDays(3);
        var clerk = await office.SignInAsync("clerk");
        (await clerk.Http.GetStringAsync("/en/desk")).ShouldNotContain(theirs.Number!);
        (await clerk.GoAsync($"/en/desk/requests/{theirs.Id}")).Status.ShouldBe(System.Net.HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_deputy_of_a_deputy_is_refused_and_would_not_be_followed()
    {
        await using var office = await TestOffice.OpenAsync();
        var theirs = await GivenAwayAsync(office, "卯三");
        await NameAsync(office, "supervisor", "handler", days: 5);

        // The handler stands in for the supervisor, so nobody can stand in for the handler on those days.
        var handler = await office.SignInAsync("handler");
        await handler.GoAsync("/en/desk/account/deputies");
        await NameOnPageAsync(handler, await office.IdOfAsync("clerk"));
        handler.FieldError("Input.From").ShouldContain($"stands in for {await NameOfAsync(office, "supervisor")}, whose work would then have nobody");
        var callCentre = await office.SignInAsync("callcentre");
        await callCentre.GoAsync("/en/desk/account/deputies");
        await NameOnPageAsync(callCentre, await office.IdOfAsync("supervisor"));
        callCentre.FieldError("Input.Deputy").ShouldContain("nobody stands in for a deputy");

        var (from, clerk) = (office.Clock.GetCurrentInstant(), await office.IdOfAsync("clerk"));
        var link = new Deputy { Id = Guid.CreateVersion7(), For = await office.IdOfAsync("handler"), By = clerk, From = from, Until = from + Duration.FromDays(1) };
        await office.WithAsync<OfficeDb>(db => db.CommitAsync(() => Task.FromResult(db.Add(link))));
        var visitor = await office.SignInAsync("clerk");
        (await visitor.Http.GetStringAsync("/en/desk")).ShouldNotContain(theirs.Number!);
        (await visitor.Http.GetStringAsync("/en/desk/promises")).ShouldNotContain(theirs.Number!);
    }

    private static async Task NameOnPageAsync(Visitor visitor, Guid deputy)
    {
        visitor.Fill("Deputy", $"{deputy}");
        foreach (var (name, value) in ((string, string)[])[("Input.From", "2019-06-21"), ("Input.Until", "2019-06-21")])
        {
            var day = LocalDateOf(value);
            foreach (var (part, text) in ((string, int)[])[("year", day.Year), ("month", day.Month), ("day", day.Day)])
            {
                ((AngleSharp.Html.Dom.IHtmlInputElement)visitor.Page.QuerySelector($"[name='{name}.{part}']")!).Value = $"{text}";
            }
        }

        await visitor.PressAsync("Name the deputy");
    }

    private static LocalDate LocalDateOf(string text) => NodaTime.Text.LocalDatePattern.Iso.Parse(text).Value;

    private static async Task<ServiceRequest> GivenAwayAsync(TestOffice office, string customer)
    {
        var request = await office.FileAsync(customer);
        return await office.DoAsync(async desk => await desk.AssignAsync(new(request.Id, null, Actor.Office), $"{await office.IdOfAsync("supervisor")}", "billing"));
    }

    private static Task NameAsync(TestOffice office, string person, string deputy, int days) => office.WithAsync<DeputyDesk>(async desk =>
        await desk.NameAsync(await office.IdOfAsync(person), await office.IdOfAsync(deputy), office.Clock.GetCurrentInstant(), office.Clock.GetCurrentInstant() + Duration.FromDays(days), Actor.Office));

    private static async Task<string> NameOfAsync(TestOffice office, string user)
    {
        var id = await office.IdOfAsync(user);
        return (await office.WithAsync<GridDesk.Staff.StaffDirectory, IReadOnlyDictionary<Guid, string>>(directory => directory.NamesAsync([id])))[id];
    }
}
