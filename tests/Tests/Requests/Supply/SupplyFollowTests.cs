using GridDesk.Kernel.Events;
using GridDesk.Kernel.Promises;
using GridDesk.Requests;
using GridDesk.Requests.Supply;
using GridDesk.Tests.Infrastructure;
using GridDesk.Tests.Requests.Rules;
using Outcome = GridDesk.Requests.Outcome;

namespace GridDesk.Tests.Requests.Supply;

/// <summary>The schedule goes with its case, so that nobody types anything twice.</summary>
[Trait("store", "both")]
public sealed class SupplyFollowTests(TestOffice office) : IClassFixture<TestOffice>
{
    private static LocalDate Day(int month, int day) => new(2019, month, day);

    [Fact]
    public async Task Accepting_plans_the_whole_and_each_step_of_the_case_records_the_stages_before_it()
    {
        office.SetDay(6, 20);
        var request = await office.FileAsync(SupplyCases.Temporary("2019-07-01"));
        var schedule = await office.ScheduleAsync(request.Id);
        schedule.Requested.ShouldBe(Day(7, 1), "it was answered in the application");
        schedule.Stages.Select(s => s.Planned).ShouldBe([Day(6, 20), Day(6, 24), Day(6, 25), Day(6, 25), Day(6, 27)]);

        await office.StepAsync(request, "survey");
        (await office.ScheduleAsync(request.Id)).Next!.Code.ShouldBe("survey");
        office.SetDay(6, 24);
        await office.StepAsync(request, "charge");
        office.SetDay(6, 26);
        await office.StepAsync(request, "connect");
        schedule = await office.ScheduleAsync(request.Id);
        schedule.Stages.Select(s => s.Actual).ShouldBe([Day(6, 20), Day(6, 24), Day(6, 26), Day(6, 26), null]);
        schedule.Next!.Code.ShouldBe("power-on");

        office.SetDay(6, 27);
        await office.DoAsync(async desk => await desk.CloseAsync((await desk.GetAsync(request.Id)).Change(), Outcome.Done, null));
        schedule = await office.ScheduleAsync(request.Id);
        (schedule.PoweredOn, schedule.InTime, schedule.WorkingDays).ShouldBe((Day(6, 27), true, 5));
        (await EventsAsync(schedule)).Select(e => e.GetType().Name).ShouldBe(
            [nameof(SupplyPlanned), nameof(SupplyStageReached), nameof(SupplyStageReached), nameof(SupplyStageReached), nameof(SupplyStageReached), nameof(SupplyPoweredOn)]);
    }

    [Fact]
    public async Task Going_back_a_step_or_reversing_the_closing_opens_the_stages_again()
    {
        office.SetDay(6, 20);
        var request = await office.FileAsync(SupplyCases.Temporary());
        office.SetDay(6, 24);
        await office.StepAsync(request, "connect");
        await office.StepAsync(request, "survey");
        (await office.ScheduleAsync(request.Id)).Next!.Code.ShouldBe("survey");
        await office.StepAsync(request, "connect");
        await office.DoAsync(async desk => await desk.CloseAsync((await desk.GetAsync(request.Id)).Change(), Outcome.Done, null));
        (await office.ScheduleAsync(request.Id)).PoweredOn.ShouldBe(Day(6, 24));
        await office.DoAsync(async desk => await desk.ReopenAsync((await desk.GetAsync(request.Id)).Change(), "x"));
        var schedule = await office.ScheduleAsync(request.Id);
        (schedule.PoweredOn, schedule.InTime, schedule.Next!.Code).ShouldBe((null, null, "power-on"));

        // A wrong acceptance begins anew when it is given again.
        await office.DoAsync(async desk => await desk.ReverseAcceptanceAsync((await desk.GetAsync(request.Id)).Change(), "x"));
        office.SetDay(6, 28);
        await office.DoAsync(async desk => await desk.AcceptAsync((await desk.GetAsync(request.Id)).Change()));
        schedule = await office.ScheduleAsync(request.Id);
        (schedule.AcceptedOn, schedule.Next!.Code, schedule.PowerOn).ShouldBe((Day(6, 28), "survey", Day(7, 5)));
    }

    [Fact]
    public async Task While_the_case_waits_for_the_customer_nothing_is_late_and_the_plan_moves_by_those_days()
    {
        office.SetDay(6, 20);
        var request = await office.FileAsync(SupplyCases.Temporary());
        office.SetDay(6, 21);
        await office.DoAsync(async desk => await desk.AskForAsync((await desk.GetAsync(request.Id)).Change(), [new("document", "identity", new("身分證", "identity card"))]));
        (await office.ScheduleAsync(request.Id)).ShouldSatisfyAllConditions(s => s.Waits.ShouldBeTrue(), s => s.IsLate(Day(7, 10)).ShouldBeFalse());
        office.SetDay(6, 26);
        await office.DoAsync(async desk => await desk.SupplyAsync((await desk.GetAsync(request.Id)).Change(), Channel.Counter, [new GivenDocument("identity", null)]));
        var schedule = await office.ScheduleAsync(request.Id);
        schedule.Waits.ShouldBeFalse();
        schedule.PowerOn.ShouldBe(Day(7, 2), "the 21st, 24th and 25th did not count");
        (await EventsAsync(schedule)).OfType<SupplyMoved>().Last().ShouldBe(new SupplyMoved(Day(6, 27), Day(7, 2)), "moved when it became known");
        var promise = await office.WithAsync<RequestDesk, Promise?>(async desk => await desk.PromiseOfAsync(await desk.GetAsync(request.Id)));
        promise!.NormDue.ShouldBe(schedule.PowerOn, "the customer is not told another day than the one planned");
    }

    [Fact]
    public async Task A_kind_without_a_schedule_has_none_and_a_case_refused_is_no_supply_case()
    {
        office.SetDay(6, 20);
        var transfer = await office.FileAsync(OfficeCases.Transfer());
        (await office.WithAsync<SupplyDesk, SupplySchedule?>(desk => desk.OfAsync(transfer.Id))).ShouldBeNull();
        var request = await office.FileAsync(SupplyCases.Temporary());
        await office.DoAsync(async desk => await desk.CloseAsync((await desk.GetAsync(request.Id)).Change(), Outcome.Refused, "x"));
        (await office.ScheduleAsync(request.Id)).PoweredOn.ShouldBeNull();
        var supervisor = await office.SignInAsync("supervisor");
        (await supervisor.GoAsync("/en/desk/supply")).Text.ShouldNotContain(request.Number!);
        (await supervisor.GoAsync($"/en/desk/supply/{request.Id}?do=wish")).Page.QuerySelectorAll("form[method=post][action*='do=wish']").ShouldBeEmpty();
        (await supervisor.GoAsync($"/en/desk/supply/{transfer.Number}")).Text.ShouldContain("has no supply schedule");
    }

    private async Task<IReadOnlyList<IEvent>> EventsAsync(SupplySchedule schedule) =>
        [.. (await office.WithAsync<EventLog, IReadOnlyList<Happening>>(log => log.HistoryAsync(schedule.Key))).Select(h => h.Event)];
}
