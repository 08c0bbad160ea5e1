using System.Net;
using System.Text.Json.Nodes;
using GridDesk.Kernel.Events;
using GridDesk.Requests;
using GridDesk.Requests.Noon;
using GridDesk.Staff;
using GridDesk.Staff.Shifts;
using GridDesk.Tests.Infrastructure;
using Outcome = GridDesk.Requests.Outcome;

namespace GridDesk.Tests.Requests.Noon;

/// <summary>A volunteer serves over noon: simple kinds to the end, everything else for the afternoon.</summary>
[Trait("store", "both")]
public sealed class NoonTests(TestOffice office) : IClassFixture<TestOffice>
{
    private static readonly Instant Noon = Volunteering.Noon;

    [Fact]
    public async Task A_certified_volunteer_accepts_and_finishes_a_simple_case_in_front_of_the_customer()
    {
        var volunteer = await office.VolunteerAsync(certified: true);
        await TypeEbillAsync(volunteer, "陳午");
        await volunteer.PressAsync("Accept");
        volunteer.Text.ShouldContain("CY108-");
        await volunteer.PressAsync("Done: close");
        volunteer.Text.ShouldContain("Done");

        var request = await office.ReadAsync(Guid.Parse(volunteer.Path.Split('/')[^1]));
        (request.AtNoon, request.Site, request.Status, request.Outcome).ShouldBe((true, "puzi", RequestStatus.Closed, Outcome.Done));
        (await office.HistoryAsync(request.Id)).Select(h => h.Event).OfType<RequestServedAtNoon>().Single().TakenInOnly.ShouldBeFalse();
        await volunteer.GoAsync("/en/desk/noon");
        volunteer.Text.ShouldContain(request.Number!);
        volunteer.Text.ShouldNotContain("陳");
    }

    [Fact]
    public async Task Anything_else_waits_for_the_afternoon_and_is_accepted_when_the_staff_has_examined_it()
    {
        var volunteer = await office.VolunteerAsync(certified: false);
        await TypeEbillAsync(volunteer, "林午");
        volunteer.Text.ShouldContain("needs the certificate");
        volunteer.Page.QuerySelectorAll("button").Select(b => b.TextContent.Trim()).ShouldNotContain(text => text.StartsWith("Accept", StringComparison.Ordinal));
        await volunteer.PressAsync("Take papers in");
        var id = Guid.Parse(volunteer.Path.Split('/')[^1]);
        (await office.ReadAsync(id)).Number.ShouldBeNull("there is no number before the examination");
        volunteer.Text.ShouldNotContain("0912-000-113");
        await volunteer.GoAsync($"/en/desk/requests/{id}");
        volunteer.Status.ShouldBe(HttpStatusCode.Forbidden);

        office.Clock.Reset(Instant.FromUtc(2019, 6, 20, 5, 30));
        var supervisor = await office.SignInAsync("supervisor");
        await supervisor.GoAsync("/en/desk/noon");
        await supervisor.OpenAsync((await office.ReadAsync(id)).Slip!);
        await supervisor.OpenAsync("Examined: accept");
        await supervisor.PressAsync("Examined: accept");

        var accepted = await office.ReadAsync(id);
        accepted.Number.ShouldNotBeNull();
        var promise = await office.WithAsync<RequestDesk, GridDesk.Kernel.Promises.Promise?>(desk => desk.PromiseOfAsync(accepted));
        promise!.ReceivedAt.ShouldBe(Instant.FromUtc(2019, 6, 20, 5, 30), "the clock starts at formal acceptance");

        await supervisor.GoAsync("/en/desk/noon");
        supervisor.Text.ShouldContain("the customer has to be told");
        await supervisor.OpenAsync(accepted.Number!);
        await supervisor.OpenAsync("Customer told");
        supervisor.Page.QuerySelectorAll("[data-key]").Select(e => e.GetAttribute("data-key")).ShouldBeUnique("one key does one thing");
        await supervisor.PressAsync("Told: record it");
        (await office.ReadAsync(id)).InformedAt.ShouldNotBeNull();
        await supervisor.GoAsync("/en/desk/noon");
        supervisor.Text.ShouldNotContain(accepted.Number!);
        await Should.ThrowAsync<Refusal>(() => office.DoAsync(async desk => await desk.AcceptAsync(new((await office.ReadAsync(id)).Id, null, Actor.Office))), "accepted once only");
    }

    [Fact]
    public async Task One_minute_after_the_window_the_volunteer_is_told_so_and_nothing_typed_is_lost()
    {
        var volunteer = await office.VolunteerAsync(certified: true);
        await TypeEbillAsync(volunteer, "吳晚");
        office.Clock.Reset(Instant.FromUtc(2019, 6, 20, 5, 1));
        await volunteer.PressAsync("Accept");

        volunteer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        volunteer.Errors.Single().ShouldContain("from 12:00 to 13:00; it is 13:01 now");
        volunteer.Typed("applicant.name").ShouldBe("吳晚");
        await volunteer.GoAsync("/en/desk/intake/EBILL");
        volunteer.Text.ShouldContain("from 12:00 to 13:00");
    }

    [Fact]
    public async Task A_volunteer_without_a_shift_may_do_nothing_even_over_noon()
    {
        office.Clock.Reset(Noon);
        var volunteer = await office.SignInAsync("volunteer");
        await office.WithAsync<ShiftDesk>(async desk =>
        {
            foreach (var shift in await office.WithAsync<Kernel.Data.OfficeDb, List<Guid>>(db => db.Set<Shift>().Select(s => s.Id).ToListAsync()))
            {
                await desk.WithdrawAsync(await office.IdOfAsync("volunteer"), shift, Actor.Office);
            }
        });
        await volunteer.GoAsync("/en/desk/intake/EBILL");
        volunteer.Text.ShouldContain("not on a volunteer shift");
        volunteer.Page.QuerySelectorAll("button").Select(b => b.TextContent.Trim()).ShouldNotContain(text => text.StartsWith("Take papers in", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Customers_without_a_slip_need_not_be_told_and_nobody_is_told_twice()
    {
        office.Clock.Reset(Noon);
        var atOnce = await office.FileAsync(name: "鄭立");
        (await Should.ThrowAsync<Refusal>(() => office.DoAsync(desk => desk.InformAsync(new(atOnce.Id, atOnce.Version, Actor.Office), EnquiryChannel.Phone)))).Code.ShouldBe("request.informed-at-once");
    }

    [Fact]
    public async Task The_head_records_how_it_was_before_and_the_plan_shows_before_and_since()
    {
        var volunteer = await office.VolunteerAsync(certified: true);
        var head = await office.SignInAsync("head");
        await head.GoAsync("/en/desk/noon/baseline");
        await head.PressAsync("Record");
        head.Errors.Count.ShouldBe(5);
        foreach (var (name, value) in new[] { ("Input.From.year", "2018"), ("Input.From.month", "7"), ("Input.From.day", "2"), ("Input.Until.year", "2018"), ("Input.Until.month", "7"), ("Input.Until.day", "13") })
        {
            ((AngleSharp.Html.Dom.IHtmlInputElement)head.Page.QuerySelector($"[name='{name}']")!).Value = value;
        }

        await head.Fill("Visitors turned away", "85").Fill("Complaints", "6").Fill("Where the numbers come from", "counter register").PressAsync("Record");
        head.Text.ShouldContain("10 working days, 85 turned away, 6 complaints");
        head.Text.ShouldContain("8.5");

        await volunteer.GoAsync("/en/desk/noon");
        await volunteer.Fill("How many came", "7").PressAsync("Record");
        await volunteer.Fill("How many came", "2").PressAsync("Record");
        await volunteer.Fill("How many came", "-1").PressAsync("Record");
        volunteer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);

        var rows = JsonNode.Parse(await office.Api().GetStringAsync("/api/plan/108/measures?half=1"))!.AsArray();
        ValueOf("5.2.1.1.1", "noon.baseline-turned-away").ShouldBe(8.5m);
        ValueOf("5.2.1.1.1", "noon.baseline-complaints").ShouldBe(6m);
        ValueOf("5.2.1.1", "noon.turned-away").ShouldBe(2m);
        (await head.GoAsync("/en/plan/108/5.2.1.1/noon.turned-away?half=1")).Text.ShouldContain("2019-06-20: 2");

        decimal? ValueOf(string row, string code) => rows.Single(r => r!["code"]!.GetValue<string>() == row)!["indicators"]!.AsArray()
            .Single(i => i!["code"]!.GetValue<string>() == code)!["value"]?.GetValue<decimal>();
    }

    private static async Task TypeEbillAsync(Visitor volunteer, string name)
    {
        await volunteer.GoAsync("/en/desk/intake/EBILL");
        volunteer.Fill("Electricity number", DeskWork.Number("1905000780")).Fill("Applicant", name).Fill("Telephone", "0912-000-113").Choose("Go back to paper");
    }
}
