using FsCheck;
using FsCheck.Fluent;
using GridDesk.Kernel.Indicators;

namespace GridDesk.Tests.Indicators;

/// <summary>A trend is shown where a figure moved by more than chance, and hardly ever where it did not.</summary>
public sealed class BeyondChanceTests
{
    private static readonly Duration Half = Duration.FromDays(181);

    [Fact]
    public void A_doubling_of_two_hundred_is_seen_and_five_more_are_not()
    {
        Counts(200, 400).ShouldBe(Trend.Up);
        Counts(400, 200).ShouldBe(Trend.Down);
        Counts(200, 205).ShouldBeNull();
        Counts(2, 5).ShouldBeNull("so few may be anything");
    }

    [Theory]
    [InlineData(20, 34, null)] // P(X ≥ 34 of 54 at one half) = 0.0380: twice that is above five per cent
    [InlineData(20, 36, Trend.Up)] // P(X ≥ 36 of 56) = 0.0220
    [InlineData(0, 5, null)] // 1/32, twice
    [InlineData(0, 6, Trend.Up)] // 1/64, twice
    public void Two_counts_are_compared_by_the_exact_binomial(int before, int now, Trend? said) => BeyondChance.OfCounts(before, Half, now, Half).ShouldBe(said);

    [Fact]
    public void A_period_that_has_only_begun_is_measured_by_its_length()
    {
        BeyondChance.OfCounts(600, Half, 200, Half / 3).ShouldBeNull();
        BeyondChance.OfCounts(600, Half, 300, Half / 3).ShouldBe(Trend.Up);
        BeyondChance.OfCounts(600, Half, 100, Half / 3).ShouldBe(Trend.Down);
        BeyondChance.OfCounts(600, Half, 1, Duration.Zero).ShouldBeNull();
    }

    [Theory]
    [InlineData(3, 4, 1, 4, null)] // the lady tasting tea
    [InlineData(1, 12, 9, 11, Trend.Up)] // p = 0.0014 one-sided
    [InlineData(50, 100, 60, 100, null)] // p = 0.20
    [InlineData(500, 1000, 600, 1000, Trend.Up)]
    [InlineData(0, 5, 0, 9, null)]
    [InlineData(5, 5, 9, 9, null)]
    [InlineData(100_000, 200_000, 101_000, 200_000, Trend.Up)]
    public void Two_shares_are_compared_by_Fishers_exact_test(int part, int whole, int partNow, int wholeNow, Trend? said)
    {
        BeyondChance.OfShares(part, whole, partNow, wholeNow).ShouldBe(said);
        BeyondChance.OfShares(partNow, wholeNow, part, whole).ShouldBe(Turned(said));
    }

    [Fact]
    public void Two_means_are_compared_by_Welchs_t_and_a_handful_is_not()
    {
        BeyondChance.OfMeans(new(10, 5, 1), new(10, 5.93, 1)).ShouldBeNull(); // t = 2.08, 2.101 with 18 degrees
        BeyondChance.OfMeans(new(10, 5, 1), new(10, 5.95, 1)).ShouldBe(Trend.Up); // t = 2.12
        BeyondChance.OfMeans(new(9, 5, 1), new(200, 50, 1)).ShouldBeNull();
        BeyondChance.OfMeans(new(10, 5, 0), new(10, 4, 0)).ShouldBe(Trend.Down);
        BeyondChance.OfMeans(new(10, 5, 0), new(10, 5, 0)).ShouldBeNull();
    }

    [Fact]
    public void What_cannot_be_judged_has_no_trend()
    {
        IReadOnlyList<(EvidenceRow, decimal)> low = [.. Enumerable.Range(0, 50).Select(n => (Row(n), 1m))], high = [.. Enumerable.Range(0, 50).Select(n => (Row(n), 100m + (n % 2)))];
        Between(Figure.Mean(low), Figure.Mean(high)).ShouldBe(Trend.Up);
        Between(Figure.Percentile(low, 90), Figure.Percentile(high, 90)).ShouldBeNull();
        Between(Figure.Sum(low), Figure.Sum(high)).ShouldBeNull();
        Between(new(10, 100, 1000, []), new(90, 900, 1000, [])).ShouldBeNull("it is not made of its rows");
        Between(Figure.None, Counted(200)).ShouldBeNull("nothing was recorded, which is not zero");
        Between(Figure.CountOrZero([(Row(1), false)]), Counted(200)).ShouldBe(Trend.Up);
    }

    [Fact]
    public void Turned_round_it_is_turned_round() => Prop.ForAll(Gen.Choose(0, 300).ToArbitrary(), Gen.Choose(0, 300).ToArbitrary(), (before, now) =>
    {
        BeyondChance.OfCounts(now, Half, before, Half).ShouldBe(Turned(BeyondChance.OfCounts(before, Half, now, Half)));
        var (part, whole, partNow, wholeNow) = (before / 2, before + 1, now / 3, now + 1);
        BeyondChance.OfShares(partNow, wholeNow, part, whole).ShouldBe(Turned(BeyondChance.OfShares(part, whole, partNow, wholeNow)));
    }).QuickCheckThrowOnFailure();

    /// <summary>Drawn from the same source twice, with a seed of its own, so that it says the same every day.</summary>
    [Fact]
    public void Where_nothing_changed_hardly_one_in_twenty_shows_a_trend()
    {
        const int pairs = 2000;
        var chance = new Random(108);
        foreach (var of in (int[])[5, 40, 400])
        {
            Shown(() => BeyondChance.OfCounts(Drawn(of * 2, .5), Half, Drawn(of * 2, .5), Half)).ShouldBeLessThan(pairs * 6 / 100, $"counts of about {of}");
            Shown(() => BeyondChance.OfShares(Drawn(of, .9), of, Drawn(of, .9), of)).ShouldBeLessThan(pairs * 6 / 100, $"shares of {of}");
            Shown(() => BeyondChance.OfMeans(Means(of + 5), Means(of + 15))).ShouldBeLessThan(pairs * 7 / 100, $"means of {of}");
        }

        int Shown(Func<Trend?> draw) => Enumerable.Range(0, pairs).Count(_ => draw() is not null);
        int Drawn(int of, double p) => Enumerable.Range(0, of).Count(_ => chance.NextDouble() < p);
        Spread Means(int of) => Spread.Of([.. Enumerable.Range(0, of).Select(_ => Math.Sqrt(-2 * Math.Log(1 - chance.NextDouble())) * Math.Cos(2 * Math.PI * chance.NextDouble()))]);
    }

    private static Trend? Counts(int before, int now) => Between(Counted(before), Counted(now));

    private static Trend? Between(Figure before, Figure now) => BeyondChance.Between(before, Half, now, Half);

    private static Figure Counted(int rows) => Figure.Count([.. Enumerable.Range(0, rows).Select(Row)]);

    private static Trend? Turned(Trend? said) => said switch { Trend.Up => Trend.Down, Trend.Down => Trend.Up, _ => null };

    private static EvidenceRow Row(int n) => new($"request:{n}", Phrase.Same($"{n}"), Instant.FromUnixTimeSeconds(n), null);
}
