using GridDesk.Kernel.Events;
using GridDesk.Kernel.Time;
using GridDesk.Plan.Assess;
using GridDesk.Plan.Assess.Report;
using GridDesk.Requests;
using GridDesk.Tests.Infrastructure;
using GridDesk.Tests.Requests;
using GridDesk.Tests.Requests.Rules;

namespace GridDesk.Tests.Plan.Assess;

/// <summary>Nobody stops working because the head freezes a half-year.</summary>
[Trait("store", "both")]
public sealed class FreezingAtWorkTests
{
    private static readonly HalfYear First = new(108, 1);
    private static readonly Instant July = Instant.FromUtc(2019, 7, 3, 2, 0);
    private static readonly Instant June = Instant.FromUtc(2019, 6, 27, 2, 0);

    /// <summary>Papers of June are keyed in by two processes (on SQLite by one) while it is frozen, in whatever order chance has it.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task What_is_frozen_is_what_was_recorded_by_its_instant_whatever_is_keyed_in_meanwhile(int seed)
    {
        await using var office = await TestOffice.OpenAsync();
        await using var beside = TestOffice.OnPostgres ? await office.OpenBesideAsync() : null;
        await office.RunRecurringAsync();
        office.Clock.Reset(July);
        office.Clock.AutoAdvance = Duration.FromTicks(10); // no two moments are the same
        var (random, by) = (new Random(seed), Actor.Staff($"{await office.IdOfAsync("head")}"));
        var seen = (await AssessmentAsync(office)).Version;

        // The freeze begins after the first papers and ends before the last.
        var keyedIn = Enumerable.Range(0, 4).Select(clerk => KeyInAsync(clerk % 2 == 1 && beside is not null ? beside : office, [.. Enumerable.Range(0, 12).Select(_ => random.Next(400))])).ToList();
        await Task.Delay(random.Next(200, 600));
        await office.WithAsync<AssessDesk>(desk => desk.FreezeAsync(First, seen, by));
        var it = await AssessmentAsync(office);
        var duringIt = AcceptedIn(AssessmentReport.Read(it.Body!));
        await Task.WhenAll(keyedIn);

        (await MadeAsync(office, it.FrozenAt!.Value)).ToJson().ShouldBe(it.Body);
        (await MadeAsync(beside ?? office, it.FrozenAt.Value)).ToJson().ShouldBe(it.Body);
        AcceptedIn(await MadeAsync(office, office.Clock.GetCurrentInstant())).ShouldBe(48);
        duringIt.ShouldBeLessThan(48, "some were keyed in after it");
    }

    /// <summary>What was recorded a moment before the freeze and is saved a moment after it belongs to it.</summary>
    [Fact]
    public async Task The_freeze_waits_for_whoever_is_saving()
    {
        await using var office = await TestOffice.OpenAsync();
        await office.RunRecurringAsync();
        office.Clock.Reset(July);
        var (by, seen) = (Actor.Staff($"{await office.IdOfAsync("head")}"), (await AssessmentAsync(office)).Version);
        TaskCompletionSource recorded = new(), mayBeSaved = new();
        var saving = office.WithAsync<RequestDesk, Filed>(desk => desk.FileAsync(OfficeCases.Transfer() with { ReceivedAt = June }, OfficeCases.Clerk, keep: async _ =>
        {
            recorded.SetResult();
            await mayBeSaved.Task;
        }));
        await recorded.Task;
        var freezing = office.WithAsync<AssessDesk>(desk => desk.FreezeAsync(First, seen, by));
        await Task.Delay(TimeSpan.FromSeconds(2));
        freezing.IsCompleted.ShouldBeFalse();
        mayBeSaved.SetResult();
        await Task.WhenAll(saving, freezing);

        var it = await AssessmentAsync(office);
        AcceptedIn(AssessmentReport.Read(it.Body!)).ShouldBe(1);
        (await MadeAsync(office, it.FrozenAt!.Value)).ToJson().ShouldBe(it.Body);
    }

    private static async Task KeyInAsync(TestOffice office, IReadOnlyList<int> pauses)
    {
        foreach (var (at, pause) in pauses.Index())
        {
            await Task.Delay(pause);
            await office.FileAsync(OfficeCases.Transfer() with { ReceivedAt = June + Duration.FromMinutes(at) });
        }
    }

    private static Task<SelfAssessment> AssessmentAsync(TestOffice office) => office.WithAsync<AssessDesk, SelfAssessment>(desk => desk.GetAsync(First));

    private static Task<AssessmentReport> MadeAsync(TestOffice office, Instant knownAt) => office.WithAsync<MakeReport, AssessmentReport>(make => make.AsOfAsync(First, knownAt));

    private static decimal AcceptedIn(AssessmentReport report) => report.Rows.SelectMany(row => row.Figures).First(f => f.Indicator == "requests.accepted").Now.Value ?? 0;
}
