using FsCheck;
using FsCheck.Fluent;
using GridDesk.Kernel.Forms;
using GridDesk.Tests.Time;

namespace GridDesk.Tests.Forms;

/// <summary>Which days may be asked for on a date question.</summary>
public sealed class DayRuleTests
{
    private static readonly LocalDate First = new(2019, 3, 1);

    private static readonly Gen<(DayRule Rule, LocalDate Today, LocalDate Day)> Any =
        from wished in Gen.Elements<int?>(null, 0, 3)
        from until in Gen.Elements<int?>(null, 5, 60)
        from working in Gen.Elements(true, false)
        from today in Gen.Choose(0, 200)
        from day in Gen.Choose(-40, 90)
        select (new DayRule { From = wished, Until = until, Working = working }, First.PlusDays(today), First.PlusDays(today + day));

    [Fact]
    public void What_is_not_refused_lies_within_the_rule_and_what_is_refused_does_not() => Any.Hold(any =>
    {
        var (rule, today, day) = any;
        var fits = (rule.From is null || day >= today.PlusDays(rule.From.Value)) && (rule.Until is null || day <= today.PlusDays(rule.Until.Value)) && (!rule.Working || Offices.Chiayi.IsWorkingDay(day));
        var refused = rule.Refuse(day, today, Offices.Chiayi, "answers.day");
        (refused is null).ShouldBe(fits, $"{rule} {today} {day}: {refused?.Reason.En}");
        (refused?.Field ?? "answers.day").ShouldBe("answers.day");
    });

    [Fact]
    public void The_day_that_is_offered_instead_can_be_chosen() => Any.Hold(any =>
    {
        var (rule, today, day) = any;
        var offered = (rule with { Until = null }).FirstFrom(day, today, Offices.Chiayi);
        offered.ShouldBeGreaterThanOrEqualTo(day);
        (rule with { Until = null }).Refuse(offered, today, Offices.Chiayi, "answers.day").ShouldBeNull();
    });

    [Fact]
    public void A_year_that_nobody_has_written_down_is_not_judged() =>
        new DayRule { From = 0, Working = true }.Refuse(new(2031, 1, 1), new(2019, 6, 20), Offices.Chiayi, "answers.day").ShouldBeNull();
}
