using System.Globalization;
using GridDesk.Kernel.Indicators;
using GridDesk.Plan;

namespace GridDesk.Tests.Plan;

public sealed class FigureWordsTests
{
    private static readonly Phrase Percent = Phrase.Same("%");

    public FigureWordsTests() => CultureInfo.CurrentUICulture = new("en");

    [Fact]
    public void A_share_of_fewer_than_30_is_told_by_its_counts_alone()
    {
        var proven = Proven(new(92.3m, 12, 13, []), Percent);
        (proven.Value, proven.Unit, proven.InLine).ShouldBe(("12 / 13", "", "12 / 13"));
        proven.Basis.ShouldBe("fewer than 30, so counts only");
    }

    [Fact]
    public void A_share_of_30_or_more_stands_beside_its_counts()
    {
        var proven = Proven(new(98.6m, 1266, 1284, []), Percent);
        (proven.Value, proven.Unit, proven.Basis, proven.InLine).ShouldBe(("98.6", "%", "1,266 / 1,284", "98.6% (1,266 / 1,284)"));
    }

    [Fact]
    public void A_count_and_a_mean_say_what_they_count()
    {
        var count = Proven(new(1284, null, null, []), new("件", "cases"));
        (count.InLine, count.Basis).ShouldBe(("1,284 cases", null));
        Proven(new(1, null, null, []), new("件", "cases")).InLine.ShouldBe("1 case");
        Proven(new(2.4m, null, 1, []), new("工作日", "working days")).Basis.ShouldBe("from 1 row");
    }

    [Fact]
    public void Nothing_recorded_is_not_zero()
    {
        var none = Proven(Figure.None, Percent);
        (none.Value, none.Unit, none.Basis).ShouldBe(("–", "", "nothing recorded yet"));
        Proven(new(0, null, null, []), new("件", "cases")).InLine.ShouldBe("0 cases");
    }

    [Fact]
    public void A_month_of_few_is_written_and_not_drawn()
    {
        var months = new[] { new MonthFigure(new(2019, 1, 1), new(50m, 1, 2, []), false), new MonthFigure(new(2019, 2, 1), new(90m, 27, 30, []), true) };
        var points = (Proven(Figure.None, Percent) with { Months = months }).Points;
        points.Select(p => (p.Label.En, p.Value, p.Note!.En, p.Unfinished)).ShouldBe([("Jan", null, "1 / 2", false), ("Feb", 90m, "27 / 30", true)]);
    }

    private static ProvenFigure Proven(Figure figure, Phrase unit) =>
        new(new Indicator("x.y", Phrase.Same("x"), unit, Phrase.Same("x"), [], (_, _) => figure), figure, []);
}
