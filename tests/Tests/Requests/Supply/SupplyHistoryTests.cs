using FsCheck;
using FsCheck.Fluent;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Promises;
using GridDesk.Requests.Supply;
using GridDesk.Tests.Infrastructure;
using GridDesk.Tests.Time;
using GridDesk.Web;

namespace GridDesk.Tests.Requests.Supply;

/// <summary>Whatever people record in a supply schedule, in whatever order: the office declines, or a schedule remains that makes sense.</summary>
public sealed class SupplyHistoryTests
{
    private static readonly IReadOnlyList<SupplyTemplate> Templates = PackLoader.Check(Path.Combine(TestOffice.Root, "packs", "chiayi"), OfficeProgram.Modules).All<SupplyTemplate>();

    private static readonly Func<SupplySchedule, Random, SupplyClock, IEnumerable<IEvent>>[] Verbs =
    [
        (s, random, time) => s.Reach(Stage(s, random), time.Today.PlusDays(-random.Next(-1, 4)), Cause(random), "new-supply", "x", time),
        (s, random, time) => s.Reach(s.Next?.Code, time.Today, SupplyCause.Other, "new-supply", "x", time),
        (s, random, time) => s.Pass(random.Next(s.Stages.Count), StageSource.Step, "new-supply", "x", time),
        (s, random, time) => s.Pass(s.Stages.Count - 1, StageSource.Closing, "new-supply", "x", time),
        (s, random, time) => s.Reopen(random.Next(s.Stages.Count), time),
        (s, random, time) => s.Ask(time.Today.PlusDays(random.Next(-20, 60)), time),
        (s, random, time) => s.Delay(Stage(s, random), Cause(random), "x", random.Next(2) == 0 ? null : time.Today.PlusDays(random.Next(-3, 40)), "x", time),
        (s, _, time) => s.FollowClock(time),
    ];

    [Fact]
    public void Any_sequence_of_verbs_leaves_a_schedule_that_makes_sense_and_events_that_tell_the_same()
    {
        var done = new HashSet<int>();
        var runs = Environment.GetEnvironmentVariable("GRIDDESK_LONG") is null ? 150 : 3_000;
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(runs), Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), seed =>
        {
            var random = new Random(seed);
            var now = Offices.At(2019, 3, 1, 9, 0) + Duration.FromMinutes(random.Next(60 * 24 * 60));
            var schedule = new SupplySchedule { Request = Guid.NewGuid(), Service = "X" };
            var segments = Segments.Append([], SegmentKind.Running, now, null, "x");
            List<IEvent> events = [.. schedule.Plan(Templates[random.Next(Templates.Count)], now, null, "x", new(Offices.Chiayi, segments, now))];
            for (var left = random.Next(1, 25); left > 0; left--)
            {
                now += Duration.FromMinutes(random.Next(4 * 24 * 60));
                if (random.Next(6) == 0)
                {
                    segments = Segments.Append(segments, segments[^1].IsStop ? SegmentKind.Running : SegmentKind.WaitingForCustomer, now, null, "x");
                }

                var (verb, before) = (random.Next(Verbs.Length), (schedule.Stages, schedule.Delays, schedule.Requested));
                try
                {
                    events.AddRange(Verbs[verb](schedule, random, new(Offices.Chiayi, segments, now)));
                    done.Add(verb);
                }
                catch (Exception refusal) when (refusal is Refusal or Refusals)
                {
                    (schedule.Stages, schedule.Delays, schedule.Requested).ShouldBe(before, "a refused change changes nothing");
                }

                MakesSense(schedule, events, Offices.Chiayi.Today(now));
            }
        }));
        done.Count.ShouldBe(Verbs.Length, "every verb succeeds now and then");
    }

    private static void MakesSense(SupplySchedule schedule, IReadOnlyList<IEvent> events, LocalDate today)
    {
        var reached = schedule.Stages.TakeWhile(s => s.Actual is not null).ToList();
        schedule.Stages.Skip(reached.Count).All(s => s.Actual is null).ShouldBeTrue("stages are done in order");
        reached.Select(s => s.Actual!.Value).ShouldBe(reached.Select(s => s.Actual!.Value).Order());
        reached.All(s => s.Actual >= schedule.AcceptedOn && s.Actual <= today && s is { By: not null, RecordedAt: not null }).ShouldBeTrue("nothing before acceptance, nothing in the future, and somebody said so");
        schedule.Stages.Select(s => s.Planned).ShouldBe(schedule.Stages.Select(s => s.Planned).Order());
        schedule.Stages.Select(s => s.Expected).ShouldBe(schedule.Stages.Select(s => s.Expected).Order());
        (schedule.NextPlanned is null).ShouldBe(schedule.PoweredOn is not null);
        (schedule.PoweredOn, schedule.InTime is null, schedule.WorkingDays is null).ShouldBe((schedule.Stages[^1].Actual, schedule.PoweredOn is null, schedule.PoweredOn is null));

        // What the figures read says the same as the page.
        var last = events.LastOrDefault(e => e is SupplyPoweredOn or SupplyStageReopened);
        ((last as SupplyPoweredOn)?.Day).ShouldBe(schedule.PoweredOn);
        if (last is SupplyPoweredOn on)
        {
            (on.InTime, on.WorkingDays, on.Planned).ShouldBe((schedule.InTime!.Value, schedule.WorkingDays!.Value, schedule.PowerOn));
        }
    }

    private static string Stage(SupplySchedule schedule, Random random) => schedule.Stages[random.Next(schedule.Stages.Count)].Code;

    private static SupplyCause? Cause(Random random) => random.Next(2) == 0 ? null : SupplyCause.Weather;
}
