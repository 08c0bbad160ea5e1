using FsCheck.Fluent;
using GridDesk.Requests.Usual;
using GridDesk.Tests.Time;

namespace GridDesk.Tests.Requests.Usual;

public sealed class UsualTimeTests
{
    [Fact]
    public void Four_of_five_cases_that_the_estimate_has_not_seen_lie_in_the_range()
    {
        double[] coverages = [.. Enumerable.Range(1, 8).Select(seed => new ImaginedOffice(seed).Coverage())];
        coverages.Average().ShouldBeInRange(0.77, 0.83);
        coverages.ShouldAllBe(coverage => coverage >= 0.75 && coverage <= 0.85);
    }

    [Fact]
    public void A_rare_kind_leans_on_its_group_and_a_kind_with_many_cases_stands_alone()
    {
        int[] quick = [.. Enumerable.Repeat(1, 400)];
        int[] slow = [.. Enumerable.Range(0, 400).Select(i => 20 + (i % 5))];
        UsualTime.Of([1], slow, [.. quick, .. slow])!.High.ShouldBeGreaterThan(19);
        UsualTime.Of(quick, slow, [.. quick, .. slow]).ShouldBe(new UsualTime(1, 1, 400));
        UsualTime.Of([], [], quick).ShouldBe(new UsualTime(1, 1, 0));
        UsualTime.Of([], [], []).ShouldBeNull();
    }

    [Fact]
    public void The_range_holds_what_it_promises_of_the_days_it_was_learnt_from_and_nothing_narrower_does() =>
        Gen.ListOf(Gen.Choose(0, 60), 300).Hold(days =>
        {
            var time = UsualTime.Of([.. days], [.. days], [.. days])!;
            Held(time.Low, time.High).ShouldBeGreaterThanOrEqualTo(UsualTime.Share - 0.03 - 1e-9);
            for (var low = 0; low <= 60; low++)
            {
                Held(low, low + time.High - time.Low - 1).ShouldBeLessThan(UsualTime.Share - 0.03 + 1e-9);
            }

            double Held(int low, int high) => days.Count(day => day >= low && day <= high) / (double)days.Count();
        });

    [Fact]
    public void The_sentence_says_a_range_a_day_or_the_same_day()
    {
        new UsualTime(3, 5, 40).Text.ShouldBe(new("通常 3 到 5 個工作日", "usually 3 to 5 working days"));
        new UsualTime(1, 1, 40).Text.En.ShouldBe("usually 1 working day");
        new UsualTime(0, 0, 40).Text.Zh.ShouldBe("通常當天辦好");
    }
}
