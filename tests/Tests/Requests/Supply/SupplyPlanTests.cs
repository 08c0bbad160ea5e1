using FsCheck;
using FsCheck.Fluent;
using GridDesk.Kernel.Promises;
using GridDesk.Kernel.Time;
using GridDesk.Requests.Supply;
using GridDesk.Tests.Time;

namespace GridDesk.Tests.Requests.Supply;

/// <summary>When the stages of a supply schedule are to be done.</summary>
public sealed class SupplyPlanTests
{
    private static readonly WorkCalendar Calendar = Offices.Chiayi;

    private static LocalDate Day(int month, int day) => new(2019, month, day);

    private static Instant At(int month, int day, int hour) => Offices.At(2019, month, day, hour, 0);

    private static IReadOnlyList<SupplyStage> Stages(params (string Code, int Days, bool Customer)[] stages) => [.. stages.Select(s => new SupplyStage(s.Code, s.Code, s.Days, s.Customer))];

    private static readonly IReadOnlyList<SupplyStage> LowVoltage = Stages(("accept", 0, false), ("survey", 3, false), ("charge", 2, false), ("payment", 1, true), ("construction", 10, false), ("inspection", 2, false), ("power-on", 2, false));

    private static SupplyClock Clock(Instant now, params Segment[] segments) => new(Calendar, segments, now);

    [Fact]
    public void Every_stage_stands_its_working_days_after_the_one_before_it()
    {
        // Accepted on Thursday 30 May; Friday 7 June is a day off.
        SupplyPlan.Of(LowVoltage, At(5, 30, 10), Clock(At(5, 30, 10))).Select(s => s.Planned)
            .ShouldBe([Day(5, 30), Day(6, 4), Day(6, 6), Day(6, 10), Day(6, 24), Day(6, 26), Day(6, 28)]);
    }

    [Fact]
    public void What_came_in_on_a_sunday_counts_from_monday_as_the_promise_does()
    {
        var plan = SupplyPlan.Of(LowVoltage, At(6, 16, 10), Clock(At(6, 16, 10)));
        plan[0].Actual.ShouldBe(Day(6, 16));
        plan[1].Planned.ShouldBe(Day(6, 20), "Monday itself is not counted");
    }

    [Fact]
    public void A_customer_who_pays_late_moves_what_follows_by_as_many_days_and_not_by_the_offices_own()
    {
        // The notice should have gone out on the 6th and did on the 12th; the customer took until the 18th instead of the 13th.
        var done = Done(LowVoltage, Day(5, 30), Day(6, 4), Day(6, 12), Day(6, 18));
        var plan = SupplyPlan.Of(done, At(5, 30, 10), Clock(At(6, 18, 10)));
        plan[3].Planned.ShouldBe(Day(6, 10));
        plan[4].Planned.ShouldBe(Day(6, 27), "three working days of the customer's, none of the office's");
        plan[4].Expected.ShouldBe(Day(7, 2), "ten working days after the payment");
    }

    [Fact]
    public void Setting_a_new_day_shifts_those_after_it_and_leaves_what_is_measured()
    {
        var before = SupplyPlan.Of(LowVoltage, At(5, 30, 10), Clock(At(5, 30, 10)));
        var after = SupplyPlan.Of([.. LowVoltage.Select(s => s.Code == "construction" ? s with { Replanned = Day(7, 1) } : s)], At(5, 30, 10), Clock(At(5, 30, 10)));
        after.Select(s => s.Planned).ShouldBe(before.Select(s => s.Planned));
        after.Select(s => s.Expected).ShouldBe([.. before.Take(4).Select(s => s.Expected), Day(7, 1), Day(7, 3), Day(7, 5)]);
    }

    [Fact]
    public void The_power_on_of_an_undisturbed_case_is_the_day_that_its_promise_of_as_many_days_gives()
    {
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll(Cases().ToArbitrary(), c =>
        {
            var days = c.Stages.Sum(s => s.WorkingDays);
            if (days > 0)
            {
                var promised = DueDate.Compute(new WorkingDays(days), c.StartedAt, c.Clock.Segments, [], Calendar, c.Clock.Now).Day;
                SupplyPlan.Of(c.Stages, c.StartedAt, c.Clock)[^1].Planned.ShouldBe(promised);
            }
        }));
    }

    [Fact]
    public void Whatever_happens_the_plan_is_what_somebody_counts_on_a_wall_calendar()
    {
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(600), Prop.ForAll(Cases().ToArbitrary(), c =>
        {
            var stages = Happen(c);
            var plan = SupplyPlan.Of(stages, c.StartedAt, c.Clock);
            plan.Select(s => (s.Planned, s.Expected)).ShouldBe(ByHand(stages, c));
            plan.Select(s => s.Planned).ShouldBe(plan.Select(s => s.Planned).Order(), "never before the one before it");
            plan.Select(s => s.Expected).ShouldBe(plan.Select(s => s.Expected).Order(), "never before the one before it");
            SupplyPlan.Of(plan, c.StartedAt, c.Clock).ShouldBe(plan, "planned again, nothing has changed");
        }));
    }

    [Fact]
    public void A_later_new_day_never_makes_any_stage_earlier_and_never_moves_those_before_it()
    {
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll(Cases().ToArbitrary(), c =>
        {
            var before = SupplyPlan.Of(c.Stages, c.StartedAt, c.Clock);
            var index = 1 + (c.Seed % (c.Stages.Count - 1));
            var after = SupplyPlan.Of([.. c.Stages.Select((s, i) => i == index ? s with { Replanned = before[index].Expected.PlusDays(c.Seed % 30) } : s)], c.StartedAt, c.Clock);
            after.Take(index).ShouldBe(before.Take(index));
            after.Zip(before).All(pair => pair.First.Expected >= pair.Second.Expected && pair.First.Planned == pair.Second.Planned).ShouldBeTrue();
        }));
    }

    private static IReadOnlyList<SupplyStage> Done(IReadOnlyList<SupplyStage> stages, params LocalDate[] days) => [.. stages.Select((s, i) => i < days.Length ? s with { Actual = days[i] } : s)];

    internal sealed record Case(IReadOnlyList<SupplyStage> Stages, Instant StartedAt, SupplyClock Clock, int Seed);

    private static Gen<Case> Cases() =>
        from seed in Gen.Choose(0, int.MaxValue - 1)
        select Invent(new Random(seed), seed);

    private static Case Invent(Random random, int seed)
    {
        var started = Offices.At(2019, 1, 3, 0, 0) + Duration.FromMinutes(random.Next(200 * 24 * 60));
        var stages = Stages([("accept", 0, false), .. Enumerable.Range(1, random.Next(1, 8)).Select(n => ($"s{n}", random.Next(0, 12), random.Next(4) == 0))]);
        var segments = Segments.Append([], SegmentKind.Running, started, null, "x");
        var at = started;
        for (var n = random.Next(4); n > 0; n--)
        {
            at += Duration.FromMinutes(random.Next(20 * 24 * 60));
            segments = Segments.Append(segments, n % 2 == 0 ? SegmentKind.Running : SegmentKind.WaitingForCustomer, at, null, "x");
        }

        return new(stages, started, new(Calendar, segments, at + Duration.FromMinutes(random.Next(10 * 24 * 60))), seed);
    }

    // Some stages were done, some got a new day.
    private static IReadOnlyList<SupplyStage> Happen(Case c)
    {
        var random = new Random(c.Seed);
        var (done, day) = (random.Next(c.Stages.Count), Calendar.Today(c.StartedAt));
        return [.. c.Stages.Select((s, i) =>
        {
            day = day.PlusDays(random.Next(15));
            return i == 0 ? s : i <= done ? s with { Actual = day } : random.Next(4) == 0 ? s with { Replanned = day } : s;
        })];
    }

    // Day by day with a pencil: which days count is asked of the calendar and the stops, one by one.
    private static IEnumerable<(LocalDate, LocalDate)> ByHand(IReadOnlyList<SupplyStage> stages, Case c)
    {
        var accepted = c.StartedAt.InZone(Offices.Zone).Date;
        var beginning = c.StartedAt.InZone(Offices.Zone);
        var from = beginning.Date;
        while (!Calendar.IsWorkingDay(from) || (from == beginning.Date && beginning.TimeOfDay > new LocalTime(16, 59)))
        {
            from = from.PlusDays(1);
        }

        yield return (accepted, accepted);
        var (planned, before) = (from, from);
        foreach (var stage in stages.Skip(1))
        {
            planned = Walk(planned, stage.WorkingDays);
            var own = Walk(before, stage.WorkingDays);
            var soonest = own > planned ? own : planned;
            var guess = stage.Replanned ?? soonest;
            var expected = stage.Actual ?? (guess > before ? guess : before);
            yield return (planned, expected);
            if (stage is { Customer: true, Actual: { } came })
            {
                for (var day = soonest.PlusDays(1); day <= came; day = day.PlusDays(1))
                {
                    planned = Counts(day) ? Walk(planned, 1) : planned;
                }
            }

            before = expected;
        }

        LocalDate Walk(LocalDate day, int days)
        {
            for (var left = days; left > 0;)
            {
                day = day.PlusDays(1);
                if (Counts(day))
                {
                    left--;
                }
            }

            return day;
        }

        bool Counts(LocalDate day)
        {
            if (!Calendar.IsWorkingDay(day))
            {
                return false;
            }

            var lastMinute = Offices.At(day.Year, day.Month, day.Day, 16, 59);
            return c.Clock.Segments.LastOrDefault(s => s.From <= lastMinute) is not { IsStop: true } stop || (stop.To ?? c.Clock.Now) <= lastMinute;
        }
    }
}
