using GridDesk.Kernel.Indicators;
using GridDesk.Kernel.Search;
using GridDesk.Kernel.Time;
using GridDesk.Staff;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GridDesk.Plan.Indicators;

/// <summary>Every statistic of the office, under the dimension of the plan that it proves first.</summary>
[Public]
internal sealed class IndicatorsPage(IndicatorReading reading, CurrentStaff me) : PageModel
{
    private IReadOnlyDictionary<string, Figure> _figures = new Dictionary<string, Figure>();

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    public bool IsStaff => me.IsSignedIn;

    /// <summary>The half-year whose figures are shown.</summary>
    public HalfYear Half { get; } = HalfYear.Of(reading.Today);

    public IReadOnlyList<(Phrase Title, IReadOnlyList<IndicatorUse> Uses)> Groups { get; private set; } = [];

    public int Count => Groups.Sum(group => group.Uses.Count);

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var uses = (await reading.UsesAsync(cancel)).Where(Keeps).OrderBy(use => use.Measures is [var first, ..] ? first.Code : "1", PlanCode.Order).ToLookup(use => use.Measures is [var first, ..] ? first.Code.Split('.')[0] : "");
        var headings = (reading.Plan?.Definition.Dimensions ?? []).Select(d => (d.Code, Title: new Phrase($"{d.Code} {d.Title.Zh}", $"{d.Code} {d.Title.En}"))).Append((Code: "", Title: new Phrase("計畫沒有用到", "Not used by the plan")));
        Groups = [.. headings.Where(heading => uses.Contains(heading.Code)).Select(heading => (heading.Title, (IReadOnlyList<IndicatorUse>)[.. uses[heading.Code]]))];
        _figures = await reading.AllAsync(AskedDays.Of(Half), cancel);
    }

    public ProvenFigure FigureOf(IndicatorUse use) => new(use.Indicator, _figures[use.Indicator.Code], []);

    public string MeasurePath(PlanMeasure measure) => reading.MeasurePath(measure);

    private bool Keeps(IndicatorUse use)
    {
        var i = use.Indicator;
        var text = SearchWords.Fold($"{i.Code} {i.Title.Zh} {i.Title.En} {i.Meaning.Zh} {i.Meaning.En} {string.Join(' ', use.Measures.Select(m => m.Code))}");
        return SearchWords.Fold(Q ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).All(text.Contains);
    }
}
