using GridDesk.Kernel.Time;
using GridDesk.Plan;
using GridDesk.Plan.CopyForward;

namespace GridDesk.Tests.Plan;

public sealed class CopyForwardTests
{
    private static readonly LocalDate June = new(2019, 6, 20);

    [Fact]
    public void Next_years_plan_has_the_same_rows_and_every_date_a_year_later()
    {
        var (plan, copied) = Plan108.Stored().CopyForward(109, null, Plan108.At);
        plan.RocYear.ShouldBe(109);
        plan.CopiedFrom.ShouldBe(108);
        plan.Definition.Title.ShouldBe(new Phrase("109年度提升服務效能執行計畫", "Plan for Improving Service Performance, Year 109"));
        plan.Definition.Assessment.Rounds.Select(round => round.Before).ShouldBe([new(2020, 7, 5), new(2021, 1, 6)]);
        plan.Definition.Basis.ShouldBeNull();
        plan.Definition.Rows().Select(row => row.Code).ShouldBe(Plan108.Definition.Rows().Select(row => row.Code));
        (copied.From, copied.To, copied.Rows).ShouldBe((108, 109, 103));
    }

    [Fact]
    public void It_reads_as_this_years_plan_does_on_its_last_day()
    {
        var plan = Plan108.Stored();
        plan.Amend(Plan108.Amendment("2.1.1.3.1", new(Title: new("改過", "Changed"))), June);
        plan.Amend(Plan108.Amendment("1.1.2.4", new(), kind: AmendmentKind.Ended), June);
        plan.Amend(Plan108.Amendment("1.1.2.6", new(new("新增", "Added"), ["business"], PlanPeriod.Yearly, []), kind: AmendmentKind.Added), June);

        var rows = plan.CopyForward(109, new PlanBasis("字第1號", new(2020, 2, 1)), Plan108.At).Plan.Rows(new HalfYear(109, 1));
        rows.Count.ShouldBe(103);
        rows.Single(row => row.Measure.Code == "2.1.1.3.1").Measure.Title.En.ShouldBe("Changed");
        rows.ShouldNotContain(row => row.Measure.Code == "1.1.2.4");
        rows.Single(row => row.Measure.Code == "1.1.2.6").Measure.Period.ShouldBe(PlanPeriod.Yearly);
        rows.ShouldAllBe(row => row.History.Count == 0);
    }

    [Fact]
    public void What_this_year_s_amendments_make_different_is_listed_in_the_order_of_the_plan()
    {
        var plan = Plan108.Stored();
        ChangedRow.Between(plan.Definition.Rows(), plan.Forward(109, null).Rows()).ShouldBeEmpty();
        plan.Amend(Plan108.Amendment("2.1.1.3.1", new(Title: new("改過", "Changed"))), June);
        plan.Amend(Plan108.Amendment("1.1.2.4", new(), kind: AmendmentKind.Ended), June);
        plan.Amend(Plan108.Amendment("1.1.2.6", new(new("新增", "Added"), ["business"], PlanPeriod.Yearly, []), kind: AmendmentKind.Added), June);

        var changed = ChangedRow.Between(plan.Definition.Rows(), plan.Forward(109, null).Rows());
        changed.Select(row => (row.Code, Was: row.Before is not null, Is: row.After is not null)).ShouldBe([("1.1.2.4", true, false), ("1.1.2.6", false, true), ("2.1.1.3.1", true, true)]);
    }

    [Theory]
    [InlineData(108)]
    [InlineData(107)]
    [InlineData(139)]
    public void A_plan_is_copied_to_a_later_year_only(int year) =>
        Should.Throw<Refusal>(() => Plan108.Stored().CopyForward(year, null, Plan108.At)).Code.ShouldBe("plan.copy-year");

    [Fact]
    public void A_newer_edition_of_the_pack_changes_what_proves_a_row_and_nothing_else()
    {
        var plan = Plan108.Stored();
        var before = plan.Definition;
        var after = before.With([.. before.Rows().Select(row => row.Code == "1.1.3.5" ? row with { Indicators = ["staff.courtesy-tests"], Title = Phrase.Same("x") } : row)]);

        plan.Rebind(before, after)!.Measures.ShouldBe(["1.1.3.5"]);
        var row = plan.Row("1.1.3.5", June)!;
        row.Indicators.ShouldBe(["staff.courtesy-tests"]);
        row.Title.ShouldBe(before.Rows().Single(r => r.Code == "1.1.3.5").Title);
        plan.Rebind(plan.Definition, after).ShouldBeNull();
    }
}
