using FsCheck;
using FsCheck.Fluent;
using GridDesk.Kernel.Indicators;

namespace GridDesk.Tests.Indicators;

/// <summary>A figure of some of its rows is the figure that those rows would have made.</summary>
public sealed class FigureTests
{
    private static readonly Func<IReadOnlyList<(EvidenceRow, int)>, Figure>[] Kinds =
    [
        rows => Figure.Count([.. rows.Select(r => r.Item1)]),
        rows => Figure.CountOrZero([.. rows.Select(r => (r.Item1, r.Item2 % 2 == 0))]),
        rows => Figure.Sum([.. rows.Select(r => (r.Item1, (decimal)r.Item2))]),
        rows => Figure.Share([.. rows.Select(r => (r.Item1, r.Item2 % 3 == 0))]),
        rows => Figure.Mean([.. rows.Select(r => (r.Item1, r.Item2 / 4m))]),
        rows => Figure.Percentile([.. rows.Select(r => (r.Item1, (decimal)r.Item2))], 90),
    ];

    private static readonly Gen<(int Kind, IReadOnlyList<(EvidenceRow, int)> Rows)> Made =
        from kind in Gen.Choose(0, Kinds.Length - 1)
        from values in Gen.Choose(0, 50).ListOf()
        select (kind, (IReadOnlyList<(EvidenceRow, int)>)[.. values.Select((value, n) => (Row(n), value))]);

    [Fact]
    public void All_of_a_figures_rows_make_the_figure_itself_and_none_of_them_say_nothing() => Prop.ForAll(Made.ToArbitrary(), made =>
    {
        var figure = Kinds[made.Kind](made.Rows);
        Same(figure.Only(_ => true)!, figure);
        figure.Only(_ => false)!.Value.ShouldBeNull();
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Some_of_its_rows_make_what_they_would_have_made_alone() => Prop.ForAll(Made.ToArbitrary(), Gen.Choose(1, 5).ToArbitrary(), (made, every) =>
        Same(Kinds[made.Kind](made.Rows).Only(row => Number(row) % every == 0)!, Kinds[made.Kind]([.. made.Rows.Where(r => Number(r.Item1) % every == 0)]))).QuickCheckThrowOnFailure();

    [Fact]
    public void Counts_shares_and_sums_of_a_partition_add_up_to_the_whole() => Prop.ForAll(Made.ToArbitrary(), Gen.Choose(1, 5).ToArbitrary(), (made, parts) =>
    {
        var figure = Kinds[made.Kind](made.Rows);
        var by = figure.By(row => $"{Number(row) % parts}").ToList();
        by.Select(part => part.Key).ShouldBeUnique();
        by.Sum(part => part.Figure.Rows.Count).ShouldBe(figure.Rows.Count);
        by.Sum(part => part.Figure.Whole ?? 0).ShouldBe(figure.Whole ?? 0);
        by.Sum(part => part.Figure.Part ?? 0).ShouldBe(figure.Part ?? 0);
        if (made.Kind < 3)
        {
            by.Sum(part => part.Figure.Value ?? 0).ShouldBe(figure.Value ?? 0);
        }

        by.ShouldAllBe(part => part.Figure.Value != null, "a part is there only where something could count");
    }).QuickCheckThrowOnFailure();

    /// <summary>Also where a month has no rows, or a row lies on the midnight between two.</summary>
    [Fact]
    public void The_months_of_a_count_a_share_and_a_sum_add_up_to_the_figure() => Prop.ForAll(Made.ToArbitrary(), Gen.Choose(1, 20).ToArbitrary(), (made, days) =>
    {
        var figure = Kinds[made.Kind](made.Rows);
        var months = figure.Over(Enumerable.Range(0, 120).Select(n => new NodaTime.Interval(Instant.FromUnixTimeSeconds(n * days), Instant.FromUnixTimeSeconds((n + 1) * days)))).ToList();
        months.Count.ShouldBe(120);
        months.SelectMany(month => month.Rows).ShouldBe(figure.Rows);
        (months.Sum(month => month.Part), months.Sum(month => month.Whole)).ShouldBe((figure.Part ?? 0, figure.Whole ?? 0));
        if (made.Kind < 3)
        {
            months.Sum(month => month.Value).ShouldBe(figure.Value ?? 0);
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_state_has_no_months() => new Figure(75, 3, 4, [Row(1)]).Over([new(Instant.MinValue, Instant.MaxValue)]).ShouldBeEmpty();

    [Fact]
    public void A_state_that_is_not_made_of_its_rows_is_not_divided() => new Figure(75, 3, 4, [Row(1)]).Only(_ => true).ShouldBeNull();

    private static void Same(Figure one, Figure other)
    {
        (one.Value, one.Part, one.Whole).ShouldBe((other.Value, other.Part, other.Whole));
        one.Rows.ShouldBe(other.Rows);
        (one.IsCount, one.Spread).ShouldBe((other.IsCount, other.Spread));
    }

    private static EvidenceRow Row(int n) => new($"request:{n}", Phrase.Same($"{n}"), Instant.FromUnixTimeSeconds(n), null);

    private static int Number(EvidenceRow row) => int.Parse(row.Subject.Split(':')[1]);
}
