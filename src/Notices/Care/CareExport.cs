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

namespace GridDesk.Notices.Care;

/// <summary>The list of care calls as a file, by the filter of the page and the same rule of who may see what; customers masked.</summary>
internal static class CareExport
{
    private const int MostRows = 50_000;

    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapSheet<Asked>("/desk/care-calls", SheetOf).RequireRight(Right.SeeRequests);

    private static async Task<Sheet> SheetOf(Asked asked, CancellationToken cancel)
    {
        var (now, calendar, list) = (asked.Clock.Now(), asked.Pack.Calendar, CareList.Find(asked.Pack));
        var filter = new CareFilter { Show = asked.Show, Way = Enum.TryParse<CareWay>(asked.Way, ignoreCase: true, out var way) ? way : null };
        var rows = await filter.Narrow(CareRow.Seen(asked.Db, asked.Access), calendar.Today(now), now).Take(MostRows).ToListAsync(cancel);
        return new("care-calls",
            [Say("編號", "Number"), Say("用戶", "Customer"), Say("資料", "Material"), Say("怎麼寄", "Sent by"), Say("索取", "Asked for"), Say("寄出", "Sent"), Say("寄了幾次", "Times sent"), Say("去電日", "Call on"), Say("期限", "Due"), Say("沒人接", "Not answered"), Say("狀態", "State"), Say("結束", "Ended")],
            [.. rows.Select(row => (IReadOnlyList<object?>)
            [
                row.Call.Number, Masked.Name(row.Call.Name), string.Join(Say("、", ", "), row.Call.Materials.Select(m => $"{list?.NameOf(m) ?? Phrase.Same(m)}")), $"{row.Call.Way.Title}", row.Call.AskedAt,
                row.Call.SentAt, row.Call.Sendings, row.Call.CallFrom, row.Call.IsOpen ? row.Duty.DueAt : null, row.Call.Tries, $"{row.Call.State.Title}", row.Call.EndedAt,
            ])]) { Zone = calendar.Zone };
    }

    private sealed record Asked(string? Show, string? Way, OfficeDb Db, CareAccess Access, PackInForce Pack, IClock Clock);
}
