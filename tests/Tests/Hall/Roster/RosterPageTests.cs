using System.Net;
using GridDesk.Hall.Roster;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using GridDesk.Staff;
using GridDesk.Staff.Deputies;
using GridDesk.Tests.Infrastructure;
using GridDesk.Tests.Requests;

namespace GridDesk.Tests.Hall.Roster;

/// <summary>A supervisor plans a week, and counters are opened as planned.</summary>
[Trait("store", "both")]
public sealed class RosterPageTests
{
    private const string Roster = "/en/desk/hall/roster?site=centre&week=2019-06-20";

    [Fact]
    public async Task A_supervisor_plans_a_day_with_its_noon_break_changes_it_and_copies_the_week()
    {
        await using var office = await TestOffice.OpenAsync();
        var (clerk, deputy) = (await office.IdOfAsync("clerk"), await office.IdOfAsync("supervisor"));
        var supervisor = await office.SignInAsync("supervisor");
        await supervisor.GoAsync(Roster);
        await Plan(supervisor, "counter-3", clerk, deputy, "week").PressAsync("Plan the shift");
        supervisor.Errors.ShouldBeEmpty();
        var days = supervisor.Page.QuerySelectorAll(".gd-roster td").Select(td => td.TextContent).Where(text => text.Contains("黃雅惠")).ToList();
        days.Count.ShouldBe(2, "Thursday and Friday are left of the week");
        days.ShouldAllBe(text => text.Contains("08:00–12:00") && text.Contains("13:00–17:00") && text.Contains("deputy 葉淑貞"));

        await supervisor.GoAsync("/en/" + supervisor.Page.QuerySelector(".gd-roster td a")!.GetAttribute("href")!.TrimStart('/').Replace("en/", ""));
        await supervisor.Fill("From", "09:30").PressAsync("Save");
        supervisor.Page.QuerySelectorAll(".gd-roster td").Count(td => td.TextContent.Contains("09:30–12:00")).ShouldBe(1);

        await supervisor.GoAsync(Roster.Replace("06-20", "06-27"));
        await supervisor.PressAsync("Copy the week before");
        supervisor.Text.ShouldContain("4 shifts copied from the week before.");
        supervisor.Text.ShouldContain("09:30–12:00");
        await supervisor.PressAsync("Copy the week before");
        supervisor.Text.ShouldContain("No shift was copied.", customMessage: "what stands there is not planned twice");

        await supervisor.FollowAsync("09:30–12:00 黃雅惠");
        await supervisor.PressAsync("Withdraw this shift");
        supervisor.Text.ShouldNotContain("09:30–12:00");
        var happened = await office.WithAsync<EventLog, IReadOnlyList<Happening>>(log => log.HistoryAsync($"staff:{clerk}"));
        happened.Count(h => h.Event is ShiftPosted).ShouldBe(9, "four, one changed, four copied");
        happened[^1].Event.ShouldBeOfType<ShiftWithdrawn>();
    }

    [Fact]
    public async Task What_cannot_be_is_refused_at_its_field_and_stays_typed()
    {
        await using var office = await TestOffice.OpenAsync();
        var (clerk, deputy, volunteer) = (await office.IdOfAsync("clerk"), await office.IdOfAsync("supervisor"), await office.IdOfAsync("volunteer"));
        var supervisor = await office.SignInAsync("supervisor");
        await supervisor.GoAsync(Roster);
        await supervisor.PressAsync("Plan the shift");
        supervisor.Errors.Select(e => e.Split(':')[0]).ShouldBe(["Where", "Who", "Day"]);
        await Plan(supervisor, "counter-3", clerk, null, "2019-06-20").PressAsync("Plan the shift");
        supervisor.Errors.ShouldBe(["A counter has a named deputy; choose one."]);
        supervisor.Page.QuerySelector("[name='Input.Deputy']")!.GetAttribute("aria-describedby")!.ShouldContain("error");
        ((AngleSharp.Html.Dom.IHtmlSelectElement)supervisor.Page.QuerySelector("[name='Input.Person']")!).Value.ShouldBe($"{clerk}");
        await Plan(supervisor, "counter-3", clerk, deputy, "2019-06-20").PressAsync("Plan the shift");
        await Plan(supervisor, "counter-4", clerk, deputy, "2019-06-20").PressAsync("Plan the shift");
        supervisor.Errors.Single().ShouldContain("already has a shift at that time");
        await Plan(supervisor, "counter-3", deputy, clerk, "2019-06-20").PressAsync("Plan the shift");
        supervisor.Errors.Single().ShouldStartWith("黃雅惠 is planned for counter 3 from 08:00 to 12:00.");
        await Plan(supervisor, "counter-1", volunteer, null, "2019-06-20", "12:00", "13:00").PressAsync("Plan the shift");
        supervisor.Errors.Single().ShouldContain("holds no certificate of the noon service");
        await office.CertifyAsync("volunteer");
        await supervisor.PressAsync("Plan the shift");
        supervisor.Errors.ShouldBeEmpty();

        var start = Instant.FromUtc(2019, 6, 20, 16, 0);
        await office.WithAsync<DeputyDesk>(desk => desk.NameAsync(clerk, deputy, start, start + Duration.FromDays(1), Actor.Office));
        await Plan(supervisor, "counter-3", clerk, deputy, "2019-06-21").PressAsync("Plan the shift");
        supervisor.Errors.Single().ShouldStartWith("This person is away then");
        supervisor.Page.QuerySelectorAll("[name='Input.Day'] option").ShouldNotContain(o => o.GetAttribute("value") == "2019-06-22", "nobody offers a Saturday");
        (await (await office.SignInAsync("editor")).GoAsync(Roster)).Status.ShouldBe(HttpStatusCode.Forbidden);
        var greeter = await office.SignInAsync("greeter");
        await greeter.GoAsync(Roster);
        greeter.Text.ShouldContain("黃雅惠");
        greeter.Page.QuerySelectorAll("main form").ShouldBeEmpty("whoever does not plan reads it");
    }

    [Fact]
    public async Task A_deputy_steps_in_a_stranger_is_refused_and_a_supervisor_gives_a_reason()
    {
        await using var office = await TestOffice.OpenAsync();
        var (clerk, handler) = (await office.IdOfAsync("clerk"), await office.IdOfAsync("supervisor"));
        await office.PlanAsync("counter-3", "clerk", "supervisor", 8, 17);
        await office.PlanAsync("counter-4", "demo108-1", "clerk", 8, 17);
        var supervisor = await office.SignInAsync("supervisor");
        await supervisor.GoAsync("/en/desk/hall");
        supervisor.Text.ShouldContain("08:00–12:00 黃雅惠");
        supervisor.Text.ShouldContain("deputy 葉淑貞");
        await supervisor.PressAsync("Open counter 3");
        supervisor.Text.ShouldContain("Counter 3");
        ((CounterStoodIn)(await CounterAsync(office, 3))[^1]).Planned.ShouldBe(clerk);
        await supervisor.PressAsync("Close the counter");

        await supervisor.PressAsync("Open counter 4");
        supervisor.Errors.Single().ShouldEndWith("Write why you open it.");
        await supervisor.Fill("Why counter 4 is opened", "早上病假，臨時支援").PressAsync("Open it for this reason");
        supervisor.Text.ShouldContain("Counter 4");
        (await CounterAsync(office, 4))[^1].ShouldBeOfType<CounterOpenedOutOfPlan>().Why.ShouldBe(OutOfPlan.NotPlanned);
        await supervisor.GoAsync(Roster);
        supervisor.Text.ShouldContain("somebody else was planned: 早上病假，臨時支援");
        (await office.WithAsync<OfficeDb, List<string>>(db => db.Set<RecordedEvent>().Where(e => e.Name == "counter.opened-out-of-plan").Select(e => e.Body).ToListAsync())).ShouldAllBe(body => !body.Contains("病假"));

        var other = await office.SignInAsync("clerk");
        await office.WithAsync<RosterDesk>(desk => desk.PlanAsync("centre", new(Post.At(2), handler, clerk, new(8, 0), new(9, 0)), [new(2019, 6, 21)], Actor.Office));
        await other.GoAsync("/en/desk/hall");
        await other.PressAsync("Open counter 2");
        other.Errors.ShouldBeEmpty("nobody was planned for counter 2 today");
    }

    [Fact]
    public async Task After_hours_whoever_is_planned_gives_a_reason_and_a_clerk_who_is_not_planned_gets_a_sentence()
    {
        await using var office = await TestOffice.OpenAsync();
        await office.PlanAsync("counter-3", "supervisor", "demo108-1", 8, 17);
        var clerk = await office.SignInAsync("clerk");
        await clerk.GoAsync("/en/desk/hall");
        await clerk.PressAsync("Open counter 3");
        clerk.Errors.Single().ShouldStartWith("Counter 3 is planned today for 葉淑貞 08:00–12:00 (deputy ");
        clerk.Page.QuerySelector("[name=Reason]").ShouldBeNull("a reason would not help");
        office.Clock.Reset(Instant.FromUtc(2019, 6, 20, 9, 30));
        var supervisor = await office.SignInAsync("supervisor");
        await supervisor.GoAsync("/en/desk/hall");
        await supervisor.PressAsync("Open counter 3");
        supervisor.Errors.Single().ShouldStartWith("This is not the time of counter 3 (08:00–12:00, 13:00–17:00).");
        await supervisor.Fill("Why counter 3 is opened", "最後一位還在等").PressAsync("Open it for this reason");
        supervisor.Errors.ShouldBeEmpty();
        await supervisor.PressAsync("Pause");
        await supervisor.PressAsync("Go on");
        supervisor.Errors.ShouldBeEmpty("whoever comes back needs no other reason");
    }

    [Fact]
    public async Task Two_who_plan_one_counter_at_the_same_moment_in_two_processes_plan_it_once()
    {
        await using var office = await TestOffice.OpenAsync();
        await using var beside = await office.OpenBesideAsync();
        for (var hour = 8; hour < 12; hour++)
        {
            var tried = await Task.WhenAll(Tried(office, "clerk", "supervisor", hour), Tried(beside, "supervisor", "clerk", hour));
            tried.Count(code => code is null).ShouldBe(1);
            tried.ShouldContain("roster.taken");
        }

        static async Task<string?> Tried(TestOffice at, string person, string deputy, int hour)
        {
            try
            {
                await at.PlanAsync("counter-3", person, deputy, hour, hour + 1);
                return null;
            }
            catch (Refusal refused)
            {
                return refused.Code;
            }
        }
    }

    private static Visitor Plan(Visitor at, string post, Guid person, Guid? deputy, string day, string from = "08:00", string until = "17:00") =>
        at.Fill("Where", post).Fill("Who", $"{person}").Fill("Deputy", $"{deputy}").Fill("Day", day).Fill("From", from).Fill("Until", until);

    private static async Task<List<IEvent>> CounterAsync(TestOffice office, int number) =>
        [.. (await office.WithAsync<EventLog, IReadOnlyList<Happening>>(log => log.HistoryAsync($"counter:centre/{number}"))).Select(h => h.Event)];
}
