using GridDesk.Customers;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Time;
using GridDesk.Staff;
using GridDesk.Ui.Sheets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using static GridDesk.Kernel.Languages;

namespace GridDesk.Requests.Handovers;

/// <summary>The list of hand-overs as a file, by the filter of the page and the same rule of who may see what; customers masked.</summary>
internal static class HandoverExport
{
    private const int MostRows = 50_000;

    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapSheet<Asked>("/desk/handovers", SheetOf).RequireRight(Right.SeeRequests);

    private static async Task<Sheet> SheetOf(Asked asked, CancellationToken cancel)
    {
        var filter = new HandoverFilter { State = asked.State, Overdue = asked.Overdue == "true", Kind = asked.Kind, Department = asked.Department };
        var rows = await filter.Narrow(HandoverRow.Seen(asked.Db, asked.Access), asked.Clock.Now()).Take(MostRows).ToListAsync(cancel);
        var names = await asked.Directory.NamesAsync([.. rows.Select(row => Guid.TryParse(row.Handover.Handler, out var id) ? id : Guid.Empty).Distinct()], cancel);
        return new("handovers",
            [Say("編號", "Number"), Say("類別", "Kind"), Say("用戶", "Customer"), Say("部門", "Department"), Say("承辦人", "Handler"), Say("狀態", "State"), Say("客服受理", "Taken by the call centre"), Say("期限", "Due"), Say("回覆或退回", "Answered or returned"), Say("準時", "In time")],
            [.. rows.Select(row => (IReadOnlyList<object?>)
            [
                row.Handover.Number, $"{HandoverWords.KindOf(asked.Pack, row.Handover.Kind)}", Masked.Name(row.Handover.Name), $"{asked.Pack.Departments.Find(row.Handover.Department)?.Name}",
                Guid.TryParse(row.Handover.Handler, out var handler) ? names.GetValueOrDefault(handler) : null, $"{row.Handover.State.Title}", row.Handover.ReceivedAt, row.Promise.DueAt, row.Handover.EndedAt,
                row.Handover.InTime switch { true => Say("是", "yes"), false => Say("否", "no"), null => null },
            ])]) { Zone = asked.Pack.Calendar.Zone };
    }

    private sealed record Asked(string? State, string? Overdue, string? Kind, string? Department, OfficeDb Db, HandoverAccess Access, PackInForce Pack, StaffDirectory Directory, IClock Clock);
}
