using GridDesk.Kernel.Indicators;
using GridDesk.Kernel.Time;
using GridDesk.Tests.Infrastructure;
using GridDesk.Tests.Requests.Rules;
using NodaTime;

namespace GridDesk.Tests.Indicators;

/// <summary>Figures are remembered from one look to the next, and never old.</summary>
[Trait("store", "both")]
public sealed class JournalMemoryTests(TestOffice office) : IClassFixture<TestOffice>
{
    [Fact]
    public async Task Every_look_sees_what_happened_since_the_last_one_whoever_recorded_it_and_however_late()
    {
        var before = await AcceptedAsync(office);
        await office.FileAsync();
        (await AcceptedAsync(office)).ShouldBe(before + 1);

        // Post that lay for five days, keyed in today.
        await office.FileAsync(OfficeCases.Transfer(channel: GridDesk.Requests.Channel.Post) with { ReceivedAt = office.Clock.GetCurrentInstant() - Duration.FromDays(5) });
        (await AcceptedAsync(office)).ShouldBe(before + 2);

        await using var beside = await office.OpenBesideAsync();
        (await AcceptedAsync(beside)).ShouldBe(before + 2);
        await beside.FileAsync();
        (await AcceptedAsync(office)).ShouldBe(before + 3);
    }

    [Fact]
    public async Task What_was_known_at_an_earlier_moment_stays_what_it_was()
    {
        await office.FileAsync();
        var then = office.Clock.GetCurrentInstant();
        var before = await AcceptedAsync(office, then);
        office.Clock.AdvanceMinutes(1);
        await office.FileAsync();

        (await AcceptedAsync(office)).ShouldBe(before + 1);
        (await AcceptedAsync(office, then)).ShouldBe(before);
    }

    [Fact]
    public async Task What_nobody_looks_at_gives_its_memory_back_however_much_happened()
    {
        await office.FileAsync();
        var before = await AcceptedAsync(office);
        var kept = await LookAsync();
        for (var n = 0; kept.IsAlive && n < 100; n++)
        {
            GC.Collect(); // a thread that ended its part may hold what it gave for a moment longer
            await Task.Delay(20);
        }

        kept.IsAlive.ShouldBeFalse();
        (await AcceptedAsync(office)).ShouldBe(before);

        async Task<WeakReference> LookAsync() => new(await office.WithAsync<IndicatorCatalogue, IReadOnlyDictionary<string, Figure>>(indicators =>
            indicators.ReadAsync(["requests.accepted"], new HalfYear(108, 1).In(DateTimeZoneProviders.Tzdb["Asia/Taipei"]), office.Clock.GetCurrentInstant())));
    }

    private static async Task<decimal> AcceptedAsync(TestOffice office, Instant? knownAt = null)
    {
        var half = new HalfYear(108, 1).In(DateTimeZoneProviders.Tzdb["Asia/Taipei"]);
        var figures = await office.WithAsync<IndicatorCatalogue, IReadOnlyDictionary<string, Figure>>(indicators =>
            indicators.ReadAsync(["requests.accepted"], half, knownAt ?? office.Clock.GetCurrentInstant()));
        return figures["requests.accepted"].Value ?? 0;
    }
}
