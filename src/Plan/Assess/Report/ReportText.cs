using System.Text;
using GridDesk.Ui.Documents;
using GridDesk.Ui.Figures;
using static GridDesk.Kernel.Languages;

namespace GridDesk.Plan.Assess.Report;

/// <summary>The report as a text to be sent: in the language of the moment, the same bytes for the same report.</summary>
internal static class ReportText
{
    /// <param name="officeName">Who writes it.</param>
    /// <param name="address">Where the program is reached; numbers lead from the text to the rows behind them.</param>
    /// <param name="photos">Bytes of the photos by their hash.</param>
    public static TextDocument Of(AssessmentReport report, Phrase officeName, DateTimeZone zone, string address, IReadOnlyDictionary<string, byte[]> photos) => new(
        $"{officeName} {report.Period.AssessmentTitle}", Current, officeName.ToString(), report.KnownAt,
        [.. About(report, officeName), .. Glance(report), .. report.Dimensions.SelectMany(d => Dimension(report, d, address, photos).Concat(Months(report, d, zone))), .. Changes(report), .. Definitions(report)]);

    private static IEnumerable<Block> About(AssessmentReport report, Phrase officeName) =>
    [
        new Paragraph(Say($"{report.Title.Zh}。考核重點：{string.Join("、", report.Criteria.Select(c => c.Zh))}。", $"{report.Title.En}. What is looked at: {string.Join(", ", report.Criteria.Select(c => c.En.ToLowerInvariant()))}.")),
        new Paragraph(Say($"{officeName.Zh}由系統依紀錄計算；數字截至定稿時已登錄的資料，之後的更正寫在下一次自評。", $"Computed by the {officeName.En} from its records, as known when it was frozen; what is corrected later stands in the next one.")),
    ];

    private static IEnumerable<Block> Glance(AssessmentReport report)
    {
        yield return new Heading(Say("五個面向", "The dimensions at a glance"), 2);
        yield return new ChartPicture(Say("每個面向有證據的列（列）", "Rows with evidence, by dimension (rows)"), Say("同樣的數字在下面的表。", "The same numbers are in the table below."), report.Points, Current).Bars();
        yield return new Grid(Say("每個面向的證據", "Evidence by dimension"),
            [new(Say("面向", "Dimension"), 4), new(Say("列", "Rows"), 1, true), .. Enum.GetValues<Proof>().Select(proof => new Column(proof.Title.ToString(), 2, true))],
            [.. report.Dimensions.Select(d => (IReadOnlyList<Span>)[$"{d.Title}", $"{d.Rows.Count()}", .. Enum.GetValues<Proof>().Select(proof => (Span)$"{d.Rows.Count(row => row.Proof == proof)}")])]);
    }

    private static IEnumerable<Block> Dimension(AssessmentReport report, ReportDimension dimension, string address, IReadOnlyDictionary<string, byte[]> photos)
    {
        yield return new Heading($"{dimension.Code} {dimension.Title}", 2);
        foreach (var strategy in dimension.Strategies.Where(s => s.Rows.Count > 0))
        {
            yield return new Heading($"{strategy.Code} {strategy.Title}", 3);
            yield return new Grid($"{strategy.Title}", [new(Say("編號", "Code"), 2), new(Say("措施", "Measure"), 6), new(Say("部門", "Departments"), 3), new(Say("證據", "Evidence"), 6)],
                [.. strategy.Rows.Select(row => (IReadOnlyList<Span>)[row.Code, $"{row.Title}", report.Names(row.Departments), new(Evidence(report, row), row.Main is { Rows: > 0 } main ? $"{address}/plan/{report.RocYear}/{row.Code}/{main.Indicator}?half={report.Half}&frozen=true" : null)])]);
            foreach (var said in strategy.Rows.SelectMany(row => row.Answers.Select(answer => (row, answer))))
            {
                yield return new Paragraph(new Span($"{said.row.Code} {report.NameOf(said.answer.Department)}{Score(report, said.answer)} ", IsStrong: true), Statement(said.answer));
                foreach (var photo in said.answer.Photos.Where(p => photos.ContainsKey(p.Hash)))
                {
                    yield return new Picture(photos[photo.Hash], photo.Caption, Caption: photo.Caption);
                }
            }
        }
    }

    private static IEnumerable<Block> Months(AssessmentReport report, ReportDimension dimension, DateTimeZone zone) => report.SeriesOf(dimension, zone) is not [var first, ..] series ? [] :
    [
        new Heading(Say("各月", "Month by month"), 3),
        new Grid(Say($"{dimension.Title.Zh}：各月的統計", $"{dimension.Title.En}: statistics month by month"),
            [new(Say("統計", "Statistic"), 8), new(Say("長條圖", "Bars"), 6), .. first.Points.Append(first.Whole).Select(point => new Column(GdChartRows.HeadOf(point), 4, true))],
            [.. series.Select(one => (IReadOnlyList<Span>)[Say($"{one.Title.Zh}（{one.Unit.Zh}）", $"{one.Title.En} ({one.Unit.En})"), new("") { Picture = Strip(one) }, .. one.Points.Append(one.Whole).Select(point => (Span)Written(point))])]),
    ];

    private static Picture Strip(ChartSeries series) =>
        new ChartPicture(Say($"各月長條圖：{series.Title.Zh}", $"Bars by month: {series.Title.En}"), Say("同樣的數字在同一列。", "The same numbers stand in the same line."), series.Points, Current).Strip();

    // Narrow cells: the counts of a share stand below it and are not broken.
    private static string Written(ChartPoint point) => point is { Note: { } note } ? $"{(point.Value is null ? "" : $"{FigureWords.Number(point.Value)}\n")}{note.ToString().Replace(" ", "", StringComparison.Ordinal)}" : FigureWords.Number(point.Value);

    private static IEnumerable<Block> Changes(AssessmentReport report)
    {
        var moved = report.Rows.SelectMany(row => row.Figures).DistinctBy(f => f.Indicator).Where(f => f.Moved is not Movement.None).ToList();
        yield return new Heading(Say("和上個半年比", "Beside the half-year before"), 2);
        if (moved.Count == 0)
        {
            yield return new Paragraph(Say("沒有一項統計的差距大過偶然。", "No statistic moved by more than chance."));
        }
        else
        {
            yield return new Grid(Say("差距大過偶然（5%）的統計", "Statistics that moved by more than chance (5%)"), [new(Say("統計", "Statistic"), 5), new(Say("上個半年", "The half-year before"), 3), new(Say("這半年", "This half-year"), 3), new(Say("變化", "Change"), 2)],
                [.. moved.Select(f => (IReadOnlyList<Span>)[$"{report.Indicator(f.Indicator).Title}", f.Before!.InLine(report.Indicator(f.Indicator)), f.Now.InLine(report.Indicator(f.Indicator)), $"{f.Moved.Arrow} {f.Moved.Title}"])]);
        }

        if (report.Corrections.Count > 0)
        {
            yield return new Heading(Say("上一次自評的更正", "Corrections of the assessment before"), 2);
            yield return new Grid(Say("定稿後補登或更正的統計", "Statistics that were keyed in late or put right since it was frozen"), [new(Say("統計", "Statistic"), 5), new(Say("定稿時", "As frozen"), 3), new(Say("現在", "Today"), 3)],
                [.. report.Corrections.Select(c => (IReadOnlyList<Span>)[$"{c.Definition.Title}", c.Frozen.InLine(c.Definition), c.Today.InLine(c.Definition)])]);
        }
    }

    private static IEnumerable<Block> Definitions(AssessmentReport report) => report.Indicators.Count == 0 ? [] :
    [
        new Heading(Say("統計的定義", "What the statistics mean"), 2),
        new Grid(Say("定義", "Definitions"), [new(Say("統計", "Statistic"), 3), new(Say("單位", "Unit"), 1), new(Say("怎麼算", "How it is computed"), 8)],
            [.. report.Indicators.Select(i => (IReadOnlyList<Span>)[$"{i.Title}", $"{i.Unit}", $"{i.Meaning}"])]),
    ];

    private static string Evidence(AssessmentReport report, ReportRow row)
    {
        var said = new StringBuilder(string.Join(Say("；", "; "), row.Figures.Where(f => f.Now.Value is not null).Select(f => $"{report.Indicator(f.Indicator).Title} {f.Now.InLine(report.Indicator(f.Indicator))}")));
        if (row.Answers.Count > 0)
        {
            said.Append(said.Length > 0 ? Say("；", "; ") : "").Append(Say($"說明：{report.Names(row.Answers.Select(a => a.Department))}", $"stated by {report.Names(row.Answers.Select(a => a.Department))}"));
        }

        if (row.Unanswered.Count > 0)
        {
            said.Append(said.Length > 0 ? Say("；", "; ") : "").Append(Say($"沒有說明：{report.Names(row.Unanswered)}", $"nothing from {report.Names(row.Unanswered)}"));
        }

        return said.Length > 0 ? said.ToString() : Say("尚無證據", "No evidence yet");
    }

    private static string Score(AssessmentReport report, ReportAnswer answer) =>
        answer.Score is { } score && report.Scale.FirstOrDefault(s => s.Score == score) is { } step ? Say($"（{score} {step.Title.Zh}）", $" ({score}, {step.Title.En.ToLowerInvariant()})") : "";

    // Where a department wrote Chinese only, the English report says so beside it.
    private static string Statement(ReportAnswer answer) => Current is Language.English ? answer.En ?? $"{answer.Zh} (written in Chinese only)" : answer.Zh;
}
