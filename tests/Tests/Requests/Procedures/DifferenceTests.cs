using FsCheck;
using FsCheck.Fluent;
using GridDesk.Requests.Procedures;

namespace GridDesk.Tests.Requests.Procedures;

/// <summary>By how many days two groups of cases differ, and how sure one may be of it.</summary>
public sealed class DifferenceTests
{
    private static readonly Gen<(decimal[] Before, decimal[] After)> Groups =
        from before in Days(10, 40) from after in Days(10, 40) select (before, after);

    [Fact]
    public void It_is_the_middle_of_all_differences_listed_one_by_one() => Holds(groups =>
    {
        var listed = groups.After.SelectMany(a => groups.Before.Select(b => a - b)).Order().ToList();
        Difference.Of(groups.Before, groups.After).Days.ShouldBe((listed[(listed.Count - 1) / 2] + listed[listed.Count / 2]) / 2);
    });

    [Fact]
    public void Before_and_after_exchanged_say_the_same_with_the_other_sign() => Holds(groups =>
    {
        var (there, back) = (Difference.Of(groups.Before, groups.After), Difference.Of(groups.After, groups.Before));
        back.ShouldBe(new Difference(-there.Days, -there.High, -there.Low));
    });

    [Fact]
    public void When_every_case_since_takes_a_day_more_everything_moves_by_a_day() => Holds(groups =>
    {
        var (one, moved) = (Difference.Of(groups.Before, groups.After), Difference.Of(groups.Before, [.. groups.After.Select(days => days + 1)]));
        moved.ShouldBe(new Difference(one.Days + 1, one.Low + 1, one.High + 1));
    });

    [Fact]
    public void The_estimate_lies_within_its_bounds_and_the_order_of_cases_does_not_matter() => Holds(groups =>
    {
        var difference = Difference.Of(groups.Before, groups.After);
        difference.Days.ShouldBeInRange(difference.Low, difference.High);
        Difference.Of([.. groups.Before.Reverse()], [.. groups.After.OrderDescending()]).ShouldBe(difference);
    });

    [Fact]
    public void Of_ten_against_ten_the_bounds_are_those_of_the_printed_table()
    {
        // Mann and Whitney, ten against ten, a twentieth beyond on each side: 27 differences are left out, the 28th is the bound.
        decimal[] before = [.. Enumerable.Range(0, 10).Select(n => n * 100m)], after = [.. Enumerable.Range(0, 10).Select(n => (decimal)n)];
        var listed = after.SelectMany(a => before.Select(b => a - b)).Order().ToList();
        (Difference.Of(before, after).Low, Difference.Of(before, after).High).ShouldBe((listed[27], listed[^28]));
    }

    /// <summary>Days in the office are not bell-shaped: a few cases take very long. The truth lies within the bounds nine times in ten all the same.</summary>
    [Theory]
    [InlineData(10, 10, -2), InlineData(12, 40, 0), InlineData(30, 15, 3)]
    public void The_truth_lies_within_the_bounds_nine_times_in_ten(int before, int after, int truth)
    {
        var random = new Random(20190620 + before);
        const int Runs = 2000;
        var (hits, wide) = (0, 0);
        for (var run = 0; run < Runs; run++)
        {
            decimal[] one = [.. Enumerable.Range(0, before).Select(_ => Took())], other = [.. Enumerable.Range(0, after).Select(_ => Took() + truth)];
            var exact = Difference.Of(one, other);
            hits += exact.Low <= truth && truth <= exact.High ? 1 : 0;
            var whole = Difference.Of([.. one.Select(decimal.Floor)], [.. other.Select(decimal.Floor)]);
            wide += whole.Low <= truth && truth <= whole.High ? 1 : 0;
        }

        // Four standard errors of 2,000 runs are not quite three in a hundred.
        ((double)hits / Runs).ShouldBeInRange(0.873, 0.94);
        ((double)wide / Runs).ShouldBeGreaterThan(0.873, "whole days, of which many are equal, never say more than is known");

        decimal Took() => (decimal)(-4 * Math.Log(1 - random.NextDouble()));
    }

    [Fact]
    public void With_fewer_than_ten_on_a_side_nothing_is_said()
    {
        Comparison.Of([.. Enumerable.Repeat(5m, 9)], [.. Enumerable.Repeat(2m, 50)], 0).Difference.ShouldBeNull();
        Comparison.Of([], [], 0).Sentence.En.ShouldContain("Too few cases to compare: 0 before and 0 since");
        var enough = Comparison.Of([.. Enumerable.Repeat(5m, 10)], [.. Enumerable.Repeat(2m, 10)], 0);
        enough.Difference.ShouldBe(new Difference(-3, -3, -3));
        enough.Sentence.En.ShouldStartWith("3 working days fewer for a case");
        Comparison.Of([.. Enumerable.Repeat(2m, 10)], [.. Enumerable.Repeat(5m, 10)], 0).Sentence.Zh.ShouldStartWith("每件多 3 個工作日");
        Comparison.Of([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], [1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 0).Sentence.En.ShouldStartWith("No difference to be seen: 0 working days");
    }

    private static Gen<decimal[]> Days(int atLeast, int atMost) => Gen.Choose(atLeast, atMost).SelectMany(count => Gen.Choose(0, 30).Select(n => (decimal)n).ArrayOf(count));

    private static void Holds(Action<(decimal[] Before, decimal[] After)> check) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll(Groups.ToArbitrary(), check));
}
