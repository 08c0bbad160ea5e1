using FsCheck;
using FsCheck.Fluent;
using GridDesk.Hall.Roster;
using GridDesk.Staff;
using GridDesk.Staff.Shifts;

namespace GridDesk.Tests.Hall.Roster;

/// <summary>Who may open a counter: a rule without a store.</summary>
public sealed class CounterPlanTests
{
    private static readonly Instant Midnight = Instant.FromUtc(2019, 6, 19, 16, 0);
    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Asia/Taipei"];
    private static readonly PostedPerson[] People = [.. Enumerable.Range(0, 5).Select(n => new PostedPerson(Guid.CreateVersion7(), $"同仁{n}"))];

    [Fact]
    public void Whoever_is_planned_or_stands_in_opens_it_and_nobody_else_does()
    {
        CounterPlan plan = new(3, [], [ShiftOf(0, 8, 12, deputy: 1), ShiftOf(2, 13, 17)]);
        plan.Open(Who(0), At(9), false, Zone).ShouldBe(new CounterOpening(null, null));
        plan.Open(Who(1), At(9), false, Zone).InPlaceOf!.Person.ShouldBe(People[0]);
        plan.Open(Who(3) with { StandsInFor = [People[0].Id] }, At(9), false, Zone).InPlaceOf!.Person.ShouldBe(People[0]);
        Should.Throw<Refusal>(() => plan.Open(Who(3), At(9), true, Zone)).Reason.Zh.ShouldStartWith("3 號櫃檯今天排的是同仁0 08:00–12:00（代理人同仁1）、同仁2 13:00–17:00。");
        Should.Throw<Refusal>(() => plan.Open(Who(2), At(9), false, Zone)).Code.ShouldBe("hall.not-planned", "theirs is the afternoon");
        Should.Throw<Refusal>(() => plan.Open(Who(4) with { MayOverrule = true }, At(9), false, Zone)).Field.ShouldBe("reason");
        plan.Open(Who(4) with { MayOverrule = true }, At(9), true, Zone).OutOfPlan.ShouldBe(OutOfPlan.NotPlanned);
    }

    [Fact]
    public void Before_its_time_and_in_its_break_a_counter_is_opened_with_a_reason_and_a_quarter_of_an_hour_early_without()
    {
        CounterPlan plan = new(3, [], [ShiftOf(0, 8, 12), ShiftOf(0, 13, 17)]);
        plan.Open(Who(0), At(8) - CounterPlan.Early, false, Zone).OutOfPlan.ShouldBeNull();
        Should.Throw<Refusal>(() => plan.Open(Who(0), At(8) - CounterPlan.Early - Duration.FromSeconds(1), false, Zone)).Code.ShouldBe("hall.reason");
        Should.Throw<Refusal>(() => plan.Open(Who(0), At(12), false, Zone)).Reason.En.ShouldContain("08:00–12:00, 13:00–17:00");
        plan.Open(Who(0), At(12), true, Zone).OutOfPlan.ShouldBe(OutOfPlan.OutsideHours);
        plan.Open(Who(0), At(18), true, Zone).OutOfPlan.ShouldBe(OutOfPlan.OutsideHours);
    }

    [Fact]
    public void A_counter_that_nobody_was_planned_for_is_opened_by_anybody_in_its_hours()
    {
        CounterPlan plan = new(3, [new(At(9), At(12))], []);
        plan.Open(Who(4), At(10), false, Zone).ShouldBe(new CounterOpening(null, null));
        Should.Throw<Refusal>(() => plan.Open(Who(4), At(12), false, Zone)).Code.ShouldBe("hall.reason");
        Should.Throw<Refusal>(() => (plan with { Hours = [] }).Open(Who(4), At(10), false, Zone)).Reason.Zh.ShouldContain("今天不開");
    }

    [Fact]
    public void Whatever_is_planned_nobody_opens_a_counter_without_a_reason_who_is_not_planned_for_that_moment() =>
        Prop.ForAll<(byte, byte, byte, byte)[], byte, byte>((planned, person, minute) =>
        {
            var shifts = planned.Select(s => ShiftOf(s.Item1 % 5, s.Item2 % 20, s.Item2 % 20 + 1 + s.Item3 % 4, s.Item4 % 6)).ToList();
            var (who, now) = (Who(person % 5), Midnight + Duration.FromMinutes(minute * 6));
            CounterPlan plan = new(3, [new(At(8), At(17))], shifts);
            try
            {
                var opened = plan.Open(who, now, hasReason: false, Zone);
                return opened.OutOfPlan is null && (shifts.Count == 0
                    ? now >= At(8) - CounterPlan.Early && now < At(17)
                    : shifts.Any(s => who.Covers(s) && now >= s.From - CounterPlan.Early && now < s.Until));
            }
            catch (Refusal refused)
            {
                return refused.Code is "hall.not-planned" or "hall.reason" && !shifts.Any(s => who.Covers(s) && s.From <= now && now < s.Until);
            }
        }).QuickCheckThrowOnFailure();

    private static Opener Who(int person) => new(People[person].Id, [], MayOverrule: false);

    private static Instant At(int hour) => Midnight + Duration.FromHours(hour);

    private static PostedShift ShiftOf(int person, int from, int until, int? deputy = null) =>
        new(Guid.CreateVersion7(), HallCases.Site, Post.At(3).Code, Role.Clerk, At(from), At(until), People[person], deputy is { } other and < 5 && other != person ? People[other] : null);
}
