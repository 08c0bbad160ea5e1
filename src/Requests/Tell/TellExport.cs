using GridDesk.Customers;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Pack;
using GridDesk.Requests.Work;
using GridDesk.Staff;
using GridDesk.Ui.Sheets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using static GridDesk.Kernel.Languages;

namespace GridDesk.Requests.Tell;

/// <summary>The customers to be told as a file, by the same rule of who may see what; customers masked.</summary>
internal static class TellExport
{
    private const int MostRows = 10_000;

    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapSheet<Asked>("/desk/tell", SheetOf).RequireRight(Right.HandleRequests);

    private static async Task<Sheet> SheetOf(Asked asked, CancellationToken cancel)
    {
        var notices = await TellDesk.InOrder(asked.Desk.ToTell).Take(MostRows).Select(row => row.Notice).ToListAsync(cancel);
        var told = asked.Desk.ToTell.Select(row => row.Request.Id);
        var cases = await CaseRow.Of(asked.Db.Requests.AsNoTracking().Where(r => told.Contains(r.Id))).ToDictionaryAsync(r => r.Id, cancel);
        return new("to-tell",
            [Say("號碼", "Number"), Say("項目", "Service"), Say("用戶", "Customer"), Say("要說的事", "What to tell"), Say("從什麼時候", "Since")],
            [.. notices.Where(notice => cases.ContainsKey(notice.Request)).Select(notice => (notice, row: cases[notice.Request])).Select(one => (IReadOnlyList<object?>)
            [
                one.row.Number, $"{asked.Words.Service(one.row)}", Masked.Name(one.row.CustomerName), $"{one.notice.Text(one.row.Step is null ? null : asked.Words.Step(one.row))}", one.notice.RaisedAt,
            ])]) { Zone = asked.Pack.Calendar.Zone };
    }

    private sealed record Asked(OfficeDb Db, TellDesk Desk, CaseWords Words, PackInForce Pack);
}
