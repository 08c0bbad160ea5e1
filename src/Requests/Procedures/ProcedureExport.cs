using GridDesk.Kernel.Data;
using GridDesk.Staff;
using GridDesk.Ui.Sheets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using static GridDesk.Kernel.Languages;

namespace GridDesk.Requests.Procedures;

/// <summary>What was made simpler and what it brought, as a file.</summary>
internal static class ProcedureExport
{
    private const int MostRows = 10_000;

    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapSheet<Asked>("/desk/procedures", SheetOf).RequireRight(Right.SeePlan);

    private static async Task<Sheet> SheetOf(Asked asked, CancellationToken cancel)
    {
        var rows = await asked.Db.Simplifications.AsNoTracking().OrderByDescending(e => e.From).ThenByDescending(e => e.Id).Take(MostRows).ToListAsync(cancel);
        return new("procedures",
            [Say("實施", "Since"), Say("項目", "Service"), Say("怎麼簡化", "Kind"), Say("簡化了什麼", "What"), Say("之前（工作日中位數）", "Before (median working days)"), Say("之前件數", "Cases before"), Say("之後（工作日中位數）", "After (median working days)"), Say("之後件數", "Cases after"), Say("差別", "Difference")],
            [.. rows.Select(entry => (entry, measured: entry.WithdrawnAt is null ? entry.Measured : null)).Select(one => (IReadOnlyList<object?>)
            [
                one.entry.From, $"{asked.Desk.ServiceOf(one.entry)}", $"{one.entry.Kind.Title}", $"{asked.Desk.NameOf(one.entry)}",
                one.measured?.Before.Median, one.measured?.Before.Count, one.measured?.After.Median, one.measured?.After.Count,
                one.entry.WithdrawnAt is null ? one.measured is null ? null : $"{one.measured.Sentence}" : Say("已撤回", "Withdrawn"),
            ])]);
    }

    private sealed record Asked(OfficeDb Db, ProcedureDesk Desk);
}
