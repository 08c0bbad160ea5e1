using GridDesk.Kernel.Indicators;
using GridDesk.Kernel.Time;
using GridDesk.Tests.Infrastructure;
using GridDesk.Tests.Requests.Rules;
using NodaTime;

namespace GridDesk.Tests.Indicators;

/// <summary>The plan's figures are kept without their rows, and never old for whoever comes alone.</summary>
[Trait("store", "both")]
public sealed class FigureMemoryTests(TestOffice office) : IClassFixture<TestOffice>
{
    private static readonly Interval Half = new HalfYear(108, 1).In(DateTimeZoneProviders.Tzdb["Asia/Taipei"]);

    [Fact]
    public async Task Every_look_sees_what_happened_since_whoever_recorded_it_however_late_and_whatever_was_sealed_meanwhile()
    {
        var before = await AcceptedAsync(office);
        await office.FileAsync();
        (await AcceptedAsync(office)).ShouldBe(before + 1);

        await office.WithAsync<Kernel.Seals.Sealer>(sealer => sealer.RunAsync(office.Clock.GetCurrentInstant(), default));
        (await AcceptedAsync(office)).ShouldBe(before + 1);
        await office.FileAsync(OfficeCases.Transfer(channel: GridDesk.Requests.Channel.Post) with { ReceivedAt = office.Clock.GetCurrentInstant() - Duration.FromDays(5) });
        (await AcceptedAsync(office)).ShouldBe(before + 2);

        await using var beside = await office.OpenBesideAsync();
        await beside.FileAsync();
        (await AcceptedAsync(office)).ShouldBe(before + 3);
    }

    /// <summary>Kind after kind, in whichever order, gives the same as all of it at once, over the half-year and each of its months.</summary>
    [Fact]
    public async Task Read_in_turns_every_statistic_says_what_it_says_of_all_rows_together()
    {
        await office.FileAsync();
        var now = office.Clock.GetCurrentInstant();
        Interval[] periods = [Half, new(Half.Start, now - Duration.FromDays(20)), new(now - Duration.FromDays(20), Half.End)];
        var (whole, brief) = await office.WithAsync<IndicatorCatalogue, (IReadOnlyList<IReadOnlyDictionary<string, Figure>>, IReadOnlyList<IReadOnlyDictionary<string, Figure>>)>(async catalogue =>
        {
            string[] codes = [.. catalogue.All.Select(i => i.Code)];
            return (await catalogue.ReadAsync(codes, periods, now), await catalogue.ReadBrieflyAsync(codes, periods, now));
        });
        brief.Select(Told).ShouldBe(whole.Select(Told));
        brief.SelectMany(period => period.Values).ShouldAllBe(figure => figure.Rows.Count == 0);
        whole[0].Values.Count(figure => figure.RowCount > 0).ShouldBeGreaterThan(5);

        static string Told(IReadOnlyDictionary<string, Figure> figures) => string.Join('\n', figures.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => $"{f.Key} {f.Value.Value} {f.Value.Part} {f.Value.Whole} {f.Value.RowCount}"));
    }

    /// <summary>A page that everybody may open must not read the journal for each of them.</summary>
    [Fact]
    public async Task However_many_look_at_once_they_are_shown_the_same()
    {
        await using var own = await TestOffice.OpenAsync();
        await own.FileAsync();
        (await ManyAsync()).ShouldBe(1, "nothing was kept: all wait for the one who reads");
        await own.FileAsync();
        (await ManyAsync()).ShouldBeLessThanOrEqualTo(2, "one reads; whoever comes meanwhile is shown those from just before");

        async Task<int> ManyAsync() => (await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => LookAsync(own))))).Distinct(ReferenceEqualityComparer.Instance).Count();
    }

    private static async Task<decimal> AcceptedAsync(TestOffice office) => (await LookAsync(office))["requests.accepted"].Value ?? 0;

    private static async Task<IReadOnlyDictionary<string, Figure>> LookAsync(TestOffice office) => (await office.WithAsync<IndicatorCatalogue, IReadOnlyList<IReadOnlyDictionary<string, Figure>>>(indicators =>
        indicators.ReadTodayAsync(["requests.accepted"], [Half], office.Clock.GetCurrentInstant())))[0];
}
