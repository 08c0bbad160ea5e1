using GridDesk.Kernel.Events;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Time;
using GridDesk.Requests.Supply;
using GridDesk.Tests.Infrastructure;
using GridDesk.Tests.Time;
using GridDesk.Web;

namespace GridDesk.Tests.Requests.Supply;

/// <summary>What may be recorded in a supply schedule, and what counts as in time.</summary>
public sealed class SupplyScheduleTests
{
    private static readonly SupplyTemplate Template = PackLoader.Check(Path.Combine(TestOffice.Root, "packs", "chiayi"), OfficeProgram.Modules).All<SupplyTemplate>().Single(t => t.Code == "TEMP");

    // Accepted on Monday 10 June: survey by the 12th, charge notice and payment by the 13th, power by the 17th.
    private static readonly LocalDate Accepted = new(2019, 6, 10);

    private readonly SupplySchedule _schedule = new() { Request = Guid.NewGuid(), Service = "TEMP" };

    private static LocalDate June(int day) => new(2019, 6, day);

    private static SupplyClock On(int day, int hour = 15) => new(Offices.Chiayi, [], Offices.At(2019, 6, day, hour, 0));

    public SupplyScheduleTests() => _schedule.Plan(Template, Offices.At(2019, 6, 10, 9, 0), null, "staff:x", On(10)).ShouldHaveSingleItem().ShouldBeOfType<SupplyPlanned>().PowerOn.ShouldBe(June(17));

    [Fact]
    public void A_stage_is_not_dated_before_acceptance_nor_before_the_one_before_it_nor_in_the_future()
    {
        Refused(() => Reach("survey", Accepted.PlusDays(-1), 12)).ShouldBe(("supply.day-before-acceptance", "day"));
        Refused(() => Reach("survey", June(13), 12)).ShouldBe(("supply.day-future", "day"));
        Refused(() => Reach("survey", null, 12)).ShouldBe(("supply.day", "day"));
        Refused(() => Reach("charge", June(12), 12)).ShouldBe(("supply.stage-order", "stage"));
        Refused(() => Reach("accept", June(10), 12)).ShouldBe(("supply.stage", "stage"));
        Reach("survey", June(12), 12);
        Refused(() => Reach("charge", June(11), 12)).ShouldBe(("supply.day-before-stage", "day"));
        Reach("charge", June(13), 13);
        Refused(() => Reach("survey", June(14), 14)).ShouldBe(("supply.day-after-stage", "day"));
        Reach("survey", June(11), 14);
        _schedule.Stages[1].Actual.ShouldBe(June(11), "put right");
    }

    [Fact]
    public void Whoever_is_late_says_why_and_whoever_comes_after_is_not_asked()
    {
        Refused(() => Reach("survey", June(14), 14)).ShouldBe(("supply.delay-cause", "cause"));
        Reach("survey", June(14), 14, SupplyCause.Weather).OfType<SupplyDelayed>().Single().Cause.ShouldBe(SupplyCause.Weather);
        Reach("charge", June(17), 17).OfType<SupplyDelayed>().ShouldBeEmpty("it took its one day");
    }

    [Fact]
    public void The_customer_may_take_long_and_nobody_has_to_explain_it()
    {
        Reach("survey", June(12), 12);
        Reach("charge", June(13), 13);
        _schedule.Waits.ShouldBeTrue();
        _schedule.IsLate(June(28)).ShouldBeFalse();
        Reach("payment", June(19), 19).OfType<SupplyMoved>().Single().PowerOn.ShouldBe(June(21));
        Reach("power-on", June(21), 21).OfType<SupplyPoweredOn>().Single().ShouldSatisfyAllConditions(on => on.InTime.ShouldBeTrue(), on => on.WorkingDays.ShouldBe(9));
    }

    [Fact]
    public void A_new_day_of_the_office_does_not_make_a_late_case_one_in_time_but_a_later_wish_of_the_customer_does()
    {
        _schedule.Delay("survey", SupplyCause.Workload, "週四補一班", June(18), "staff:x", On(12)).OfType<SupplyReplanned>().Single().PowerOn.ShouldBe(June(21));
        _schedule.PowerOn.ShouldBe(June(17));
        _schedule.Pass(4, StageSource.Closing, "processing", "staff:x", On(21)).OfType<SupplyPoweredOn>().Single().InTime.ShouldBeFalse();
        _schedule.Reopen(4, On(21)).OfType<SupplyStageReopened>().ShouldHaveSingleItem();
        _schedule.Ask(June(24), On(21)).ShouldNotBeEmpty();
        _schedule.Pass(4, StageSource.Closing, "processing", "staff:x", On(21)).OfType<SupplyPoweredOn>().Single().InTime.ShouldBeTrue();
        Refused(() => _schedule.Ask(June(25), On(21))).Code.ShouldBe("supply.on");
    }

    [Fact]
    public void Putting_an_earlier_stage_right_says_anew_whether_power_was_in_time()
    {
        Reach("survey", June(12), 12);
        Reach("charge", June(13), 13);
        Reach("payment", June(13), 13);
        Reach("power-on", June(19), 19, SupplyCause.Workload).OfType<SupplyPoweredOn>().Single().InTime.ShouldBeFalse();
        Reach("payment", June(17), 19).OfType<SupplyPoweredOn>().Single().ShouldSatisfyAllConditions(on => on.InTime.ShouldBeTrue("the customer took two days"), on => on.Planned.ShouldBe(June(19)));
        _schedule.FollowClock(On(24)).ShouldBeEmpty();
    }

    [Fact]
    public void A_delay_needs_its_reason_its_recovery_and_a_day_that_can_still_be_kept()
    {
        var all = Should.Throw<Refusals>(() => _schedule.Delay("survey", null, " ", June(11), "x", On(12))).All;
        all.Select(r => (r.Code, r.Field)).ShouldBe([("supply.delay-cause", "cause"), ("supply.recovery", "recovery"), ("supply.new-day", "day")]);
        Refused(() => _schedule.Delay("accept", SupplyCause.Other, "x", null, "x", On(12))).ShouldBe(("supply.stage-open", "stage"));
        Refused(() => _schedule.Delay("power-on", SupplyCause.Other, "x", June(12), "x", On(12))).ShouldBe(("supply.new-day", "day"), "it would come before the payment");
        Refused(() => _schedule.Ask(June(9), On(12))).ShouldBe(("supply.requested-range", "day"));
        Refused(() => _schedule.Ask(null, On(12))).ShouldBe(("supply.requested", "day"));
    }

    [Fact]
    public void A_refused_change_changes_nothing()
    {
        var before = _schedule.Stages;
        Refused(() => Reach("survey", June(14), 14));
        Refused(() => _schedule.Delay("survey", SupplyCause.Other, "", null, "x", On(12)));
        _schedule.Stages.ShouldBe(before);
        _schedule.Delays.ShouldBeEmpty();
    }

    private IReadOnlyList<IEvent> Reach(string stage, LocalDate? day, int today, SupplyCause? cause = null) => [.. _schedule.Reach(stage, day, cause, "new-supply", "staff:x", On(today))];

    private static (string Code, string? Field) Refused(Action act)
    {
        var refusal = Should.Throw<Refusal>(act);
        return (refusal.Code, refusal.Field);
    }

    private static (string Code, string? Field) Refused(Func<IEnumerable<IEvent>> act) => Refused(() => { _ = act().ToList(); });
}
