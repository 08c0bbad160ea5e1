using FsCheck;
using FsCheck.Fluent;
using GridDesk.Kernel.Time;
using GridDesk.Plan;

namespace GridDesk.Tests.Plan;

public sealed class AmendmentTests
{
    private static readonly HalfYear First = new(108, 1);
    private static readonly HalfYear Second = new(108, 2);
    private static readonly LocalDate June = new(2019, 6, 20);
    private static readonly Phrase NewTitle = new("新的標題", "A new title");

    [Fact]
    public void An_amended_row_keeps_its_old_wording_in_the_half_year_before()
    {
        var plan = Plan108.Stored();
        var old = Row(plan, First, "1.1.2.4");
        plan.Amend(Plan108.Amendment("1.1.2.4", new(Title: NewTitle)), June);

        Row(plan, First, "1.1.2.4").Measure.Title.ShouldBe(old.Measure.Title);
        Row(plan, First, "1.1.2.4").History.ShouldBeEmpty();
        Row(plan, Second, "1.1.2.4").Measure.Title.ShouldBe(NewTitle);
        Row(plan, Second, "1.1.2.4").Measure.Departments.ShouldBe(old.Measure.Departments);
        Row(plan, Second, "1.1.2.4").History.Single().Before!.Title.ShouldBe(old.Measure.Title);
    }

    [Fact]
    public void A_half_year_shows_what_is_in_force_at_its_end()
    {
        var plan = Plan108.Stored();
        plan.Amend(Plan108.Amendment("1.1.2.4", new(Period: PlanPeriod.Yearly), new(2019, 6, 30)), June);
        Row(plan, First, "1.1.2.4").Measure.Period.ShouldBe(PlanPeriod.Yearly);
    }

    [Fact]
    public void Amendments_of_one_row_build_on_each_other()
    {
        var plan = Plan108.Stored();
        plan.Amend(Plan108.Amendment("1.1.2.4", new(Departments: ["business"]), new(2019, 9, 1)), June);
        plan.Amend(Plan108.Amendment("1.1.2.4", new(Title: NewTitle), new(2019, 8, 1), minute: 1), June);
        var row = Row(plan, Second, "1.1.2.4");
        (row.Measure.Title, row.Measure.Departments.Single()).ShouldBe((NewTitle, "business"));
        row.History.Select(change => change.Amendment.Effective).ShouldBe([new(2019, 8, 1), new(2019, 9, 1)]);
    }

    [Fact]
    public void A_row_can_be_added_and_stands_in_its_place()
    {
        var plan = Plan108.Stored();
        var code = plan.NextCode("1.1.2");
        code.ShouldBe("1.1.2.6");
        plan.Amend(Plan108.Amendment(code, new(NewTitle, ["business"], PlanPeriod.Continuous, []), kind: AmendmentKind.Added), June);
        plan.Rows(First).Count.ShouldBe(103);
        var codes = plan.Rows(Second).Select(row => row.Measure.Code).ToList();
        codes.Count.ShouldBe(104);
        codes[codes.IndexOf("1.1.2.5") + 1].ShouldBe("1.1.2.6");
        plan.NextCode("1.1.2").ShouldBe("1.1.2.7");
    }

    [Fact]
    public void An_ended_row_is_shown_in_the_half_year_in_which_it_ends_and_not_after()
    {
        var plan = Plan108.Stored();
        plan.Amend(Plan108.Amendment("1.1.2.4", new(), new(2019, 6, 25), AmendmentKind.Ended), June);
        Row(plan, First, "1.1.2.4").EndsOn.ShouldBe(new LocalDate(2019, 6, 25));
        plan.Rows(Second).ShouldNotContain(row => row.Measure.Code == "1.1.2.4");
        plan.Row("1.1.2.4", new(2019, 6, 24)).ShouldNotBeNull();
        plan.Row("1.1.2.4", new(2019, 6, 25)).ShouldBeNull();
        Refused(plan, Plan108.Amendment("1.1.2.4", new(Title: NewTitle))).ShouldBe("plan.measure-unknown");
    }

    [Fact]
    public void A_row_that_ends_on_the_first_of_july_is_not_in_the_second_half() 
    {
        var plan = Plan108.Stored();
        plan.Amend(Plan108.Amendment("1.1.2.4", new(), kind: AmendmentKind.Ended), June);
        Row(plan, First, "1.1.2.4").EndsOn.ShouldBeNull();
        plan.Rows(Second).Count.ShouldBe(102);
    }

    [Fact]
    public void What_cannot_be_amended_is_refused_with_its_reason()
    {
        var plan = Plan108.Stored();
        var change = new RowChange(Title: NewTitle);
        Refused(plan, Plan108.Amendment("1.1.2.4", change, new(2020, 1, 1))).ShouldBe("plan.amend-day");
        Refused(plan, Plan108.Amendment("9.9.9.9", change)).ShouldBe("plan.measure-unknown");
        Refused(plan, Plan108.Amendment("1.1.2.4", new())).ShouldBe("plan.amend-nothing");
        Refused(plan, Plan108.Amendment("1.1.2.4", change, kind: AmendmentKind.Added)).ShouldBe("plan.measure-code");
        Refused(plan, Plan108.Amendment("1.1.9.1", change, kind: AmendmentKind.Added)).ShouldBe("plan.measure-code");
        Refused(plan, Plan108.Amendment("1.1.2.x", change, kind: AmendmentKind.Added)).ShouldBe("plan.measure-code");
        plan.Amendments.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(4, false)]
    [InlineData(5, true)]
    public void A_half_year_whose_assessment_was_due_is_not_reworded(int july, bool refused)
    {
        var plan = Plan108.Stored();
        var amend = () => plan.Amend(Plan108.Amendment("1.1.2.4", new(Title: NewTitle), June), new(2019, 7, july));
        if (refused)
        {
            Should.Throw<Refusal>(amend).Code.ShouldBe("plan.amend-closed");
        }
        else
        {
            amend();
        }
    }

    [Fact]
    public void Whatever_is_amended_from_July_on_the_first_half_reads_as_adopted()
    {
        var adopted = Plan108.Stored().Rows(First);
        var amendments = (from row in Gen.Elements(adopted.ToArray())
                          from days in Gen.Choose(0, 183)
                          from kind in Gen.Elements(AmendmentKind.Changed, AmendmentKind.Ended)
                          from title in Gen.Choose(1, 9)
                          select Plan108.Amendment(row.Measure.Code, kind is AmendmentKind.Ended ? new() : new(Title: Phrase.Same($"{title}")), new LocalDate(2019, 7, 1).PlusDays(days), kind)).ListOf().ToArbitrary();

        Prop.ForAll(amendments, all =>
            PlanWording.Of(Plan108.Definition, [.. all], First).Select(row => (row.Measure.Code, row.Measure.Title, row.EndsOn))
                .SequenceEqual(adopted.Select(row => (row.Measure.Code, row.Measure.Title, (LocalDate?)null)))).QuickCheckThrowOnFailure();
    }

    private static PlanRow Row(ServicePlan plan, HalfYear half, string code) => plan.Rows(half).Single(row => row.Measure.Code == code);

    private static string Refused(ServicePlan plan, Amendment amendment) => Should.Throw<Refusal>(() => plan.Amend(amendment, June)).Code;
}
