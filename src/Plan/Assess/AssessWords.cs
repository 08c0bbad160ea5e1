using GridDesk.Kernel.Time;
using GridDesk.Plan.Assess.Report;
using static GridDesk.Kernel.Languages;

namespace GridDesk.Plan.Assess;

internal static class AssessWords
{
    extension(AssessmentState state)
    {
        public Phrase Title => state switch
        {
            AssessmentState.Open => new("收集中", "Being collected"),
            AssessmentState.Frozen => new("已定稿", "Frozen"),
            _ => new("已陳報並公告", "Reported and posted"),
        };

        public string Mark => state switch
        {
            AssessmentState.Open => "soon",
            AssessmentState.Frozen => "wait",
            _ => "ok",
        };
    }

    extension(Proof proof)
    {
        public Phrase Title => proof switch
        {
            Proof.Figures => new("有數字", "Proven by figures"),
            Proof.Statement => new("有說明", "Stated by departments"),
            Proof.Part => new("部分證據", "Partly proven"),
            _ => new("尚無證據", "No evidence yet"),
        };

        public string Mark => proof switch
        {
            Proof.Figures => "ok",
            Proof.Statement => "ok",
            Proof.Part => "soon",
            _ => "none",
        };
    }

    extension(Movement moved)
    {
        public Phrase? Title => moved switch
        {
            Movement.Better => new("進步", "better"),
            Movement.Worse => new("退步", "worse"),
            Movement.Higher => new("變多", "higher"),
            Movement.Lower => new("變少", "lower"),
            _ => null,
        };

        /// <summary>Stands before the word, never alone.</summary>
        public string Arrow => moved switch
        {
            Movement.Better => "▲",
            Movement.Worse => "▼",
            Movement.Higher => "↑",
            Movement.Lower => "↓",
            _ => "",
        };
    }

    extension(HalfYear half)
    {
        /// <summary>108年上半年自評</summary>
        public Phrase AssessmentTitle => new($"{half.Name.Zh}自評", $"Self-assessment, {half.Name.En}");
    }

    /// <summary>98.6%（142 / 144）, or 12 / 13: as on the plan, a share of fewer than thirty things is told by its counts alone.</summary>
    public static string InLine(this ReportValue value, ReportIndicator indicator) => FigureWords.OneLine(new(value.Value, value.Part, value.Whole, []), indicator.Unit);

    public static string Names(this AssessmentReport report, IEnumerable<string> departments) => string.Join(Say("、", ", "), departments.Select(d => report.NameOf(d)));
}
