using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Time;

namespace GridDesk.Plan;

/// <summary>A yearly plan as the pack writes it: <c>plans/*.yaml</c>. Once it is stored, only amendments change what it says.</summary>
/// <param name="Year">Of the Republic.</param>
/// <param name="Basis">The letter that orders the plan; null until the office has it, as in a plan copied forward.</param>
/// <param name="Scope">Who is bound by it.</param>
/// <param name="Units">Codes of the departments that the plan names for carrying it out.</param>
internal sealed record PlanDefinition(
    int Year, Phrase Title, PlanBasis? Basis, Phrase Goals, Phrase Scope, Assessment Assessment,
    IReadOnlyList<string> Units, IReadOnlyList<PlanDimension> Dimensions) : IChecked
{
    /// <summary>Every row in the order of the plan, sub-items after their measure.</summary>
    public IEnumerable<PlanMeasure> Rows() =>
        Actions().SelectMany(action => action.Measures).SelectMany(measure => measure.Measures.Prepend(measure));

    public IEnumerable<PlanAction> Actions() => Dimensions.SelectMany(d => d.Strategies).SelectMany(s => s.Actions);

    /// <summary>The same headings over other rows; <paramref name="rows"/> lie flat, sub-items too.</summary>
    public PlanDefinition With(IReadOnlyList<PlanMeasure> rows)
    {
        var under = rows.ToLookup(row => PlanCode.Parent(row.Code), row => row with { Measures = [] });
        return this with
        {
            Dimensions = [.. Dimensions.Select(d => d with
            {
                Strategies = [.. d.Strategies.Select(s => s with
                {
                    Actions = [.. s.Actions.Select(a => a with
                    {
                        Measures = [.. under[a.Code].Select(m => m with { Measures = [.. under[m.Code]] })],
                    })],
                })],
            })],
        };
    }

    void IChecked.Check(Checker check)
    {
        check.Between("year", Year, 1, 288);
        PlanCheck.Codes(this, check);
        PlanCheck.Rounds(this, check);
    }
}

internal sealed record PlanBasis(string Letter, LocalDate Date);

/// <param name="Criteria">What the assessment looks at.</param>
/// <param name="ReportTo">Who receives it.</param>
/// <param name="PostOn">Where the public finds it.</param>
internal sealed record Assessment(IReadOnlyList<Phrase> Criteria, Phrase ReportTo, Phrase PostOn, IReadOnlyList<AssessmentRound> Rounds)
{
    /// <summary>
    /// The plan says "before" (前) a day and leaves open whether that day still counts. Unless the office writes true it does not,
    /// which is right under either reading.
    /// </summary>
    public bool DayItselfCounts { get; init; }

    /// <summary>Code of the department that reports and posts; the first of the plan's units unless the office says.</summary>
    public string? Responsible { get; init; }

    /// <summary>By which departments judge what no statistic proves, the best first; empty where the office wants no scores.</summary>
    public IReadOnlyList<ScaleStep> Scale { get; init; } = [];

    public AssessmentRound RoundOf(HalfYear half) => Rounds.First(round => round.Half == half.Half);

    /// <summary>When departments are asked; two weeks before the half-year ends unless the office says.</summary>
    public LocalDate OpensOn(HalfYear half) => RoundOf(half).Opens ?? half.Until.PlusDays(-14);

    /// <summary>The last day on which departments answer; two days before the assessment is due unless the office says.</summary>
    public LocalDate AnswersBy(HalfYear half) => RoundOf(half).Answers ?? LastDay(half).PlusDays(-2);

    /// <summary>The last day on which the assessment of a half-year is in time.</summary>
    public LocalDate LastDay(HalfYear half) => RoundOf(half).Before.PlusDays(DayItselfCounts ? 0 : -1);
}

/// <param name="Before">Reported and posted before this day.</param>
internal sealed record AssessmentRound(int Half, LocalDate Before)
{
    public LocalDate? Opens { get; init; }

    public LocalDate? Answers { get; init; }

    public AssessmentRound InYears(int years) => this with { Before = Before.PlusYears(years), Opens = Opens?.PlusYears(years), Answers = Answers?.PlusYears(years) };
}

/// <summary>One step of the scale by which departments judge their own work.</summary>
internal sealed record ScaleStep(int Score, Phrase Title);

internal sealed record PlanDimension(string Code, Phrase Title, IReadOnlyList<PlanStrategy> Strategies);

internal sealed record PlanStrategy(string Code, Phrase Title, IReadOnlyList<PlanAction> Actions);

/// <param name="Title">Null where the plan has no heading at this level.</param>
internal sealed record PlanAction(string Code, Phrase? Title, IReadOnlyList<PlanMeasure> Measures);

/// <summary>A row of the plan: something that departments answer for.</summary>
/// <param name="Title">Our short heading; the official wording is imported.</param>
/// <param name="Departments">Codes of departments, or <c>all</c> for every unit that reports.</param>
internal sealed record PlanMeasure(string Code, Phrase Title, IReadOnlyList<string> Departments, PlanPeriod Period)
{
    public const string All = "all";

    /// <summary>The plan's layout leaves open which departments the row belongs to; the office confirms.</summary>
    public bool Uncertain { get; init; }

    /// <summary>Codes of the statistics that prove it, the main one first.</summary>
    public IReadOnlyList<string> Indicators { get; init; } = [];

    /// <summary>What would prove it, for as long as no statistic does.</summary>
    public Phrase? Proof { get; init; }

    public IReadOnlyList<PlanMeasure> Measures { get; init; } = [];
}

internal enum PlanPeriod
{
    /// <summary>持續辦理</summary>
    Continuous,

    /// <summary>每年一次</summary>
    Yearly,

    /// <summary>配合辦理: as Head Office or others ask.</summary>
    Cooperate,

    /// <summary>配合更新作業: when somebody else's renewal work reaches it.</summary>
    WithRenewal,
}

internal static class PlanPeriodWords
{
    extension(PlanPeriod period)
    {
        public Phrase Title => period switch
        {
            PlanPeriod.Continuous => new("持續辦理", "All year"),
            PlanPeriod.Yearly => new("每年一次", "Once a year"),
            PlanPeriod.Cooperate => new("配合辦理", "When asked"),
            PlanPeriod.WithRenewal => new("配合更新作業", "With renewal work"),
            _ => throw new ArgumentOutOfRangeException(nameof(period), period, null),
        };
    }
}
