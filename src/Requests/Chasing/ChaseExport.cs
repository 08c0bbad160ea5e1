using GridDesk.Kernel.Pack;
using GridDesk.Requests.Work;
using GridDesk.Staff;
using GridDesk.Ui.Sheets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using static GridDesk.Kernel.Languages;

namespace GridDesk.Requests.Chasing;

/// <summary>The register of chases as a file, by the filter of the page and the same rule of who may see what.</summary>
internal static class ChaseExport
{
    private const int MostRows = 50_000;

    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapSheet<Asked>("/desk/chase", SheetOf).RequireRight(Right.SeeRequests);

    private static async Task<Sheet> SheetOf(Asked asked, CancellationToken cancel)
    {
        var rows = await new ChaseFilter { State = asked.State, Rung = asked.Rung, Department = asked.Department }.Narrow(asked.Desk.Register).Take(MostRows).ToListAsync(cancel);
        var names = await asked.Directory.NamesAsync([.. rows.Select(row => row.Chase.Person).OfType<Guid>().Distinct()], cancel);
        return new("chases",
            [Say("時間", "When"), Say("號碼", "Number"), Say("部門", "Department"), Say("階段", "Rung"), Say("對象", "Who"), Say("期限", "Due"), Say("回覆", "Answered"), Say("原因", "Cause"), Say("下一步", "Next")],
            [.. rows.Select(row => (IReadOnlyList<object?>)
            [
                row.Chase.At, row.Name, $"{asked.Words.Department(row.Chase.Department)}", $"{row.Chase.Rung.Title}", row.Chase.Person is { } id ? names.GetValueOrDefault(id) : null,
                row.Chase.DueAt, row.Chase.AnsweredAt, row.Chase.Cause is { } cause ? $"{cause.Title}" : null, row.Chase.Next,
            ])]) { Zone = asked.Pack.Calendar.Zone };
    }

    private sealed record Asked(string? State, string? Rung, string? Department, ChaseDesk Desk, PackInForce Pack, StaffDirectory Directory, CaseWords Words);
}
