using GridDesk.Kernel.Time;
using GridDesk.Plan;
using GridDesk.Plan.Assess;
using GridDesk.Tests.Time;

namespace GridDesk.Tests.Plan.Assess;

public sealed class SelfAssessmentRuleTests
{
    private static readonly HalfYear First = new(108, 1);
    private static readonly Instant Before = Instant.FromUtc(2019, 6, 30, 15, 59);
    private static readonly Instant After = Instant.FromUtc(2019, 6, 30, 16, 0); // midnight in Taipei
    private static readonly WorkCalendar Calendar = Offices.Chiayi;

    [Fact]
    public void It_is_frozen_only_when_the_half_year_is_over_and_then_stays_as_it_is()
    {
        var (it, _) = SelfAssessment.Open(First, ["business"], Before);
        Refused(() => it.Freeze("{}", "staff:1", Calendar, Before)).ShouldBe("assessment.not-over");
        it.Freeze("{}", "staff:1", Calendar, After).ShouldBe(new("44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a", 1));
        Refused(() => it.Freeze("{}", "staff:1", Calendar, After)).ShouldBe("assessment.frozen");
        Refused(it.RefuseIfFrozen).ShouldBe("assessment.frozen");
    }

    [Fact]
    public void It_is_reported_and_posted_once_each_in_either_order_and_never_before_it_is_frozen()
    {
        foreach (var postFirst in (bool[])[true, false])
        {
            var (it, _) = SelfAssessment.Open(First, [], Before);
            Refused(() => it.Reported("bd@example.org", "ab", "staff:1", After)).ShouldBe("assessment.not-frozen");
            Refused(() => it.Post("https://example.org/plan/108/1", "staff:1", After)).ShouldBe("assessment.not-frozen");
            it.Freeze("{}", "staff:1", Calendar, After);
            foreach (var post in (bool[])[postFirst, !postFirst])
            {
                it.State.ShouldBe(AssessmentState.Frozen);
                if (post)
                {
                    it.Post("https://example.org/plan/108/1", "staff:1", After).Digest.ShouldBe(it.Digest);
                    Refused(() => it.Post("x", "staff:1", After)).ShouldBe("assessment.posted");
                }
                else
                {
                    Refused(() => it.Reported("  ", "ab", "staff:1", After)).ShouldBe("assessment.to");
                    it.Reported(" 嘉義字第1號 ", "ab", "staff:1", After).ShouldBe(new("ab", "嘉義字第1號"));
                    Refused(() => it.Reported("again", "ab", "staff:1", After)).ShouldBe("assessment.reported");
                }
            }

            it.State.ShouldBe(AssessmentState.Done);
        }
    }

    [Fact]
    public void Nothing_is_asked_that_a_statistic_can_tell_and_everything_else_of_every_department_that_answers_for_it()
    {
        var plan = Plan108.Stored();
        var asked = Asked.Of(plan, First, Plan108.Departments);
        var rows = plan.Rows(First).ToDictionary(row => row.Measure.Code, row => row.Measure);
        asked.ShouldAllBe(row => rows[row.Measure.Code].Indicators.Count == 0);
        rows.Values.Where(m => m.Indicators.Count == 0 && m.Measures.Count == 0).ShouldAllBe(m => asked.Any(row => row.Measure.Code == m.Code));
        asked.Where(row => rows[row.Measure.Code].Departments.Contains(PlanMeasure.All)).GroupBy(row => row.Measure.Code).ShouldAllBe(row => row.Count() == 13, "a row for all departments is asked of the thirteen units");
        asked.ShouldBeUnique();
    }

    [Fact]
    public void The_days_of_a_round_move_with_the_year_and_have_a_default()
    {
        var rules = Plan108.Stored().Definition.Assessment;
        (rules.OpensOn(First), rules.AnswersBy(First), rules.LastDay(First)).ShouldBe((new(2019, 6, 15), new(2019, 7, 2), new(2019, 7, 4)));
        var next = Plan108.Stored().CopyForward(109, null, After).Plan.Definition.Assessment;
        (next.OpensOn(new(109, 1)), next.AnswersBy(new(109, 1)), next.LastDay(new(109, 1))).ShouldBe((new(2020, 6, 15), new(2020, 7, 2), new(2020, 7, 4)));
        var bare = rules with { Rounds = [.. rules.Rounds.Select(round => round with { Opens = null, Answers = null })], DayItselfCounts = true };
        (bare.OpensOn(First), bare.AnswersBy(First), bare.LastDay(First)).ShouldBe((new(2019, 6, 16), new(2019, 7, 3), new(2019, 7, 5)));
    }

    private static string Refused(Action action) => Should.Throw<Refusal>(action).Code;
}
