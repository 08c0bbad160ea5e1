using GridDesk.Kernel.Events;
using GridDesk.Kernel.Indicators;
using GridDesk.Tests.Infrastructure;

namespace GridDesk.Tests.Hall.Wait;

/// <summary>What a visitor is told of the wait is what nine of ten then see, also at noon, when a counter shuts, and when people do not come.</summary>
public sealed class WaitCalibrationTests
{
    [Fact]
    public async Task Nine_of_ten_wait_as_long_as_they_were_told_and_three_of_four_in_every_hour()
    {
        await using var office = await TestOffice.OpenAsync();
        office.Clock.Reset(new LocalDateTime(2019, 6, 20, 8, 0).InZoneStrictly(ImaginedDay.Zone).ToInstant());
        Dictionary<int, Actor> clerks = [];
        foreach (var (number, person) in new[] { (1, "clerk"), (2, "supervisor"), (3, "handler"), (4, "head") })
        {
            clerks[number] = await office.OpenCounterAsync(number, person);
        }

        List<ImaginedDay.Told> told = [];
        foreach (var (index, date) in new[] { 20, 21, 24, 25, 26, 27 }.Index())
        {
            var day = await new ImaginedDay(office, new(2019, 6, date), clerks, new Random(date)).GoAsync();
            told.AddRange(index == 0 ? [] : day); // on its first day an office knows nothing of itself
        }

        var (share, widths) = (Share(told), told.Select(t => t.To - t.From).Order().ToList());
        var hours = told.GroupBy(t => t.Hour).OrderBy(h => h.Key).Select(h => (h.Key, Share: Share([.. h]))).ToList();
        TestContext.Current.TestOutputHelper!.WriteLine($"{told.Count} visitors, {share:P1} waited as they were told; the median of what they were told is {widths[widths.Count / 2]} minutes wide (waits: median {told.Select(t => t.Waited!.Value.TotalMinutes).Order().ElementAt(told.Count / 2):F0}, longest {told.Max(t => t.Waited!.Value.TotalMinutes):F0})");
        TestContext.Current.TestOutputHelper!.WriteLine(string.Join("  ", hours.Select(h => $"{h.Key}:00 {h.Share:P0}")));
        var published = (await office.WithAsync<IndicatorCatalogue, IReadOnlyDictionary<string, Figure>>(catalogue => catalogue.ReadAsync(["hall.as-told-share"], new Interval(Instant.FromUtc(2019, 6, 20, 16, 0), Instant.FromUtc(2019, 6, 30, 0, 0)), Instant.MaxValue)))["hall.as-told-share"];
        (published.Part, published.Whole).ShouldBe((told.Count(t => t.Holds), told.Count), "the office publishes what we counted");
        told.Count.ShouldBeGreaterThan(1000);
        share.ShouldBeInRange(0.85, 0.95);
        hours.ShouldAllBe(h => h.Share >= 0.75);
    }

    private static double Share(IReadOnlyCollection<ImaginedDay.Told> told) => told.Count(t => t.Holds) / (double)told.Count;
}
