using GridDesk.Kernel.Data;
using GridDesk.Kernel.Pack;
using GridDesk.Requests.Shadow.Read;
using GridDesk.Services;
using GridDesk.Staff;
using GridDesk.Ui.Sheets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using static GridDesk.Kernel.Languages;

namespace GridDesk.Requests.Shadow;

/// <summary>The cases and the broken rows of a register as files, and the mappings that lie beside the program.</summary>
internal static class ShadowExport
{
    /// <summary>More than that no spreadsheet shows anyway.</summary>
    public const int MostRows = 200_000;

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var group = endpoints.MapGroup("/desk/shadow").ExcludeFromDescription().RequireRight(Right.AmendPlan, Right.ManagePack);
        group.MapSheet<Asked>("/{id:guid}/cases", CasesAsync);
        group.MapSheet<Broken>("/{id:guid}/broken", BrokenAsync);
        group.MapGet("/mappings/{name}", (string name) => Results.File(MappingReader.Preset(name), "application/yaml; charset=utf-8", $"{name}.yaml"));
    }

    private static async Task<Sheet> CasesAsync(Asked asked, CancellationToken cancel)
    {
        var import = await asked.Desk.GetAsync(asked.Id, cancel);
        var filter = new ShadowFilter { Show = asked.Show, Service = asked.Service, Department = asked.Department, Month = asked.Month, Cause = asked.Cause };
        var rows = await filter.Narrow(asked.Db.ShadowCases.AsNoTracking().Where(c => c.Import == import.Id)).Take(MostRows).ToListAsync(cancel);
        var names = new ShadowNames(asked.Services, asked.Pack);
        return new($"shadow-{import.ReadAt.InZone(asked.Pack.Calendar.Zone).Date:uuuuMMdd}",
            [Say("行", "Line"), Say("號碼", "Number"), Say("項目", "Service"), Say("部門", "Department"), Say("收件", "Received"), Say("起算", "Clock started"), Say("結案", "Closed"), Say("期限", "Due"), Say("情形", "State"), Say("逾期工作日", "Working days late"), Say("原因", "Why"), Say("舊系統期限", "Due by the old system"), Say("舊系統認為逾期", "Late by the old system"), Say("為什麼不同", "Why they differ")],
            [.. rows.Select(c => (IReadOnlyList<object?>)
            [
                c.Line, c.Number, $"{names.Service(c.Service)}", $"{names.Department(c.Department)}", names.Cell(c.ReceivedAt), names.Cell(c.StartedAt), names.Cell(c.ClosedAt), c.DueAt, $"{c.Verdict.Title}", c.LateBy, c.Cause is { } cause ? $"{cause.Title}" : null,
                names.Cell(c.OldDueAt), c.OldLate is { } old ? old ? Say("是", "yes") : Say("否", "no") : null, c.Difference is { } why ? $"{(c.Verdict.IsLate ? why.WhyNotSeen : why.WhySaidLate)}" : null,
            ])]) { Zone = asked.Pack.Calendar.Zone };
    }

    private static async Task<Sheet> BrokenAsync(Broken asked, CancellationToken cancel)
    {
        await asked.Desk.GetAsync(asked.Id, cancel);
        var rows = await asked.Db.ShadowBrokenRows.AsNoTracking().Where(b => b.Import == asked.Id).OrderBy(b => b.Place).Take(MostRows).ToListAsync(cancel);
        return new("shadow-broken", [Say("第幾筆", "Row"), Say("行", "Line"), Say("原因", "Reason")], [.. rows.Select(b => (IReadOnlyList<object?>)[b.Place + 1, b.Line, $"{b.Reason}"])]);
    }

    private sealed record Asked(Guid Id, string? Show, string? Service, string? Department, string? Month, string? Cause, ShadowDesk Desk, OfficeDb Db, PackInForce Pack, ServiceCatalogue Services);

    private sealed record Broken(Guid Id, ShadowDesk Desk, OfficeDb Db);
}
