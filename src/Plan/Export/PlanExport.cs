using GridDesk.Kernel.Indicators;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Time;
using GridDesk.Plan.Assess;
using GridDesk.Plan.Follow;
using GridDesk.Plan.Indicators;
using GridDesk.Plan.ShowRows;
using GridDesk.Staff;
using GridDesk.Ui.Sheets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using static GridDesk.Kernel.Languages;

namespace GridDesk.Plan.Export;

/// <summary>The plan with its figures as a file, by the filter of the page; and the rows behind one figure, by the rule of theirs.</summary>
internal static class PlanExport
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapSheet<Asked>("/plan", PlanAsync).AllowPublic();
        endpoints.MapSheet<Behind>("/plan/{rocYear:int}/{measure}/{indicator}/rows", RowsAsync).RequireRight(Right.SeePlan);
        endpoints.MapSheet<BehindIndicator>("/plan/indicators/{code}/rows", IndicatorRowsAsync).RequireRight(Right.SeePlan);
    }

    private static async Task<Sheet> PlanAsync(Asked asked, CancellationToken cancel)
    {
        var now = asked.Clock.Now();
        var today = asked.Pack.Calendar.Today(now);
        var year = asked.Year ?? (await asked.Desk.YearsAsync(cancel)).Where(y => y <= HalfYear.Of(today).RocYear).DefaultIfEmpty().Max();
        var plan = await asked.Desk.GetAsync(year, cancel);
        var half = PlanHalf.Read(plan, asked.Half, today);
        var filter = new PlanFilter { Q = asked.Q, Department = asked.Department, Evidence = asked.Evidence };
        var rows = (await asked.Reading.ReadAsync(plan, half, now, cancel: cancel)).Where(filter.Keeps);
        return new($"plan-{half.RocYear}-{half.Half}",
            [Say("編號", "Code"), Say("措施", "Measure"), Say("部門", "Departments"), Say("辦理期間", "Period"), Say("證據", "Evidence"), Say("統計", "Statistic"), Say("數值", "Value"), Say("單位", "Unit"), Say("符合", "Part"), Say("總數", "Whole")],
            [.. rows.SelectMany(Lines)]) { Zone = asked.Pack.Calendar.Zone };
    }

    // One line for each statistic; a row that nothing is bound to has one all the same.
    private static IEnumerable<IReadOnlyList<object?>> Lines(ProvenRow row)
    {
        object?[] head = [row.Measure.Code, $"{row.Measure.Title}", string.Join(Say("、", ", "), row.Departments.Select(d => d.Name)), $"{row.Measure.Period.Title}", $"{row.Evidence.Title}"];
        return row.Figures.Count == 0
            ? [[.. head, null, null, null, null, null]]
            : row.Figures.Select(proven => (IReadOnlyList<object?>)[.. head, $"{proven.Indicator.Title}", proven.Figure.Value, $"{proven.Indicator.Unit}", proven.Figure.Part, proven.Figure.Whole]);
    }

    private static async Task<Sheet> RowsAsync(Behind behind, CancellationToken cancel)
    {
        var plan = await behind.Desk.GetAsync(behind.RocYear, cancel);
        var half = PlanHalf.Read(plan, behind.Half, behind.Pack.Calendar.Today(behind.Clock.Now()));
        var (_, figure) = await behind.Reading.BehindAsync(plan, half, await behind.Assessments.KnownAtAsync(half, behind.Frozen is true, cancel), behind.Measure, behind.Indicator, cancel)
            ?? throw new Refusal("not-found", "這一列沒有這項統計。", "This row has no such statistic.", "indicator");
        var seen = await behind.Rows.OfAsync(figure.Figure, cancel);
        return RowsOf($"{behind.Indicator}-{half.RocYear}-{half.Half}", seen, behind.Pack);
    }

    private static async Task<Sheet> IndicatorRowsAsync(BehindIndicator behind, CancellationToken cancel)
    {
        var indicator = behind.Reading.Find(behind.Code);
        var (days, figure) = await behind.Reading.BehindAsync(indicator, new(behind.From, behind.To, behind.Department, behind.Of, behind.Month, behind.Before), cancel);
        return RowsOf($"{indicator.Code}-{days.From:uuuuMMdd}-{days.To:uuuuMMdd}", await behind.Rows.OfAsync(figure, cancel), behind.Pack);
    }

    private static Sheet RowsOf(string name, IReadOnlyList<EvidenceRow> seen, PackInForce pack) =>
        new(name, [Say("紀錄", "Row"), Say("時間", "When")], [.. seen.Select(row => (IReadOnlyList<object?>)[$"{row.Label}", row.At])]) { Zone = pack.Calendar.Zone };

    private sealed record BehindIndicator(string Code, string? From, string? To, string? Department, string? Of, string? Month, bool? Before, IndicatorReading Reading, SeenRows Rows, PackInForce Pack);

    private sealed record Asked(int? Year, string? Half, string? Q, string? Department, string? Evidence, PlanDesk Desk, PlanReading Reading, PackInForce Pack, IClock Clock);

    private sealed record Behind(int RocYear, string Measure, string Indicator, string? Half, bool? Frozen, PlanDesk Desk, AssessDesk Assessments, PlanReading Reading, SeenRows Rows, PackInForce Pack, IClock Clock);
}
