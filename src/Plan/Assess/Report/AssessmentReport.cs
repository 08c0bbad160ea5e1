using System.Text.Json;
using System.Text.Json.Serialization;
using GridDesk.Kernel.Time;
using GridDesk.Ui.Figures;

namespace GridDesk.Plan.Assess.Report;

/// <summary>
/// What a self-assessment says, whole: wording, figures with the definitions by which they were computed, statements. Made from what was
/// known at a moment, so that the same moment always gives the same bytes; frozen, it is kept as it is.
/// </summary>
/// <param name="KnownAt">What was recorded later does not count.</param>
/// <param name="Title">Of the plan.</param>
/// <param name="Plan">SHA-256 of what the plan says, amendments included.</param>
/// <param name="Criteria">What the assessment looks at.</param>
/// <param name="Units">Every department that is named, by code.</param>
/// <param name="Indicators">The definitions, by code.</param>
/// <param name="Corrections">What the one before would say today, where it would say something else.</param>
internal sealed record AssessmentReport(
    int RocYear, int Half, Instant KnownAt, Phrase Title, string Plan, IReadOnlyList<Phrase> Criteria, IReadOnlyList<ScaleStep> Scale,
    IReadOnlyList<ReportUnit> Units, IReadOnlyList<ReportIndicator> Indicators, IReadOnlyList<ReportDimension> Dimensions, IReadOnlyList<Correction> Corrections)
{
    [JsonIgnore]
    public HalfYear Period => new(RocYear, Half);

    [JsonIgnore]
    public IEnumerable<ReportRow> Rows => Dimensions.SelectMany(d => d.Rows);

    /// <summary>The bytes that are frozen, as text.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Json.Options);

    public static AssessmentReport Read(string json) => JsonSerializer.Deserialize<AssessmentReport>(json, Json.Options)!;

    /// <summary>How many rows of each dimension have any evidence.</summary>
    [JsonIgnore]
    public IReadOnlyList<ChartPoint> Points => [.. Dimensions.Select(d => new ChartPoint(d.Title, d.Rows.Count(row => row.Proof is not Proof.None)))];

    public ReportIndicator Indicator(string code) => Indicators.First(i => i.Code == code);

    /// <summary>What a department is called; its code when nobody named it.</summary>
    public Phrase NameOf(string department) => Units.FirstOrDefault(u => u.Code == department)?.Name ?? Phrase.Same(department);
}

internal sealed record ReportUnit(string Code, Phrase Name);

/// <param name="Meaning">The formula in words.</param>
internal sealed record ReportIndicator(string Code, Phrase Title, Phrase Unit, Phrase Meaning);

internal sealed record ReportDimension(string Code, Phrase Title, IReadOnlyList<ReportStrategy> Strategies)
{
    [JsonIgnore]
    public IEnumerable<ReportRow> Rows => Strategies.SelectMany(s => s.Rows);
}

internal sealed record ReportStrategy(string Code, Phrase Title, IReadOnlyList<ReportRow> Rows);

/// <param name="Departments">Codes of those that answer for it at the end of the half-year.</param>
/// <param name="Answers">What they said; only of rows that no statistic is bound to.</param>
/// <param name="Unanswered">Codes of those that were asked and said nothing.</param>
internal sealed record ReportRow(
    string Code, Phrase Title, PlanPeriod Period, IReadOnlyList<string> Departments,
    IReadOnlyList<ReportFigure> Figures, IReadOnlyList<ReportAnswer> Answers, IReadOnlyList<string> Unanswered)
{
    /// <summary>The first of its figures that has something to say.</summary>
    [JsonIgnore]
    public ReportFigure? Main => Figures.FirstOrDefault(f => f.Now.Value is not null);

    [JsonIgnore]
    public Proof Proof => Main is not null ? Figures.All(f => f.Now.Value is not null) ? Proof.Figures : Proof.Part
        : Answers.Count > 0 ? Unanswered.Count == 0 ? Proof.Statement : Proof.Part
        : Proof.None;
}

/// <summary>What proves a row.</summary>
internal enum Proof { Figures, Statement, Part, None }

/// <param name="Indicator">Its code.</param>
/// <param name="Rows">How many things it counted.</param>
/// <param name="Keys">SHA-256 of the file of their keys; null when there are none.</param>
/// <param name="Before">The same of the half-year before, as known at the same moment; null when nothing was recorded then.</param>
/// <param name="Moved">Where the change is larger than chance.</param>
/// <param name="Of">Departments' own, where the figure can be divided.</param>
/// <param name="Months">Its own of each of the six months, where the figure can be divided; a month in which nothing counted has no value.</param>
internal sealed record ReportFigure(string Indicator, ReportValue Now, int Rows, string? Keys, ReportValue? Before, Movement Moved, IReadOnlyList<DepartmentValue> Of, IReadOnlyList<ReportValue>? Months)
{
    // Reports that were frozen before months were told have none.
    public IReadOnlyList<ReportValue> Months { get; } = Months ?? [];
}

/// <param name="Part">For a share: how many of <paramref name="Whole"/>.</param>
internal sealed record ReportValue(decimal? Value, int? Part, int? Whole);

internal sealed record DepartmentValue(string Department, ReportValue Value);

/// <summary>Whether a figure moved by more than chance, and whether that is good.</summary>
internal enum Movement { None, Better, Worse, Higher, Lower }

/// <param name="Criteria">Which of the assessment's criteria it serves, by their place.</param>
internal sealed record ReportAnswer(string Department, string Zh, string? En, int? Score, IReadOnlyList<int> Criteria, IReadOnlyList<AnswerPhoto> Photos);

/// <summary>A figure of the half-year before that would read otherwise today, because something was keyed in late or put right.</summary>
/// <param name="Definition">As it was frozen.</param>
internal sealed record Correction(ReportIndicator Definition, ReportValue Frozen, ReportValue Today);
