using GridDesk.Customers;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Time;
using GridDesk.Services;
using GridDesk.Staff;
using GridDesk.Ui.Sheets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using static GridDesk.Kernel.Languages;

namespace GridDesk.Hall.Book;

/// <summary>The list of bookings as a file, by the filter of the page; visitors masked.</summary>
internal static class BookingExport
{
    private const int MostRows = 50_000;

    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapSheet<Asked>("/desk/bookings", SheetOf).RequireRight(Right.CallTickets);

    private static async Task<Sheet> SheetOf(Asked asked, CancellationToken cancel)
    {
        var (today, zone) = (asked.Pack.Calendar.Today(asked.Clock.Now()), asked.Pack.Calendar.Zone);
        var filter = new BookingFilter { Day = asked.Day, Show = asked.Show, Q = asked.Q };
        var rows = await filter.Narrow(asked.Db.Bookings.AsNoTracking(), today).Take(MostRows).ToListAsync(cancel);
        return new("bookings",
            [Say("日期", "Day"), Say("時間", "Time"), Say("號碼", "Number"), Say("情形", "State"), Say("用戶", "Visitor"), Say("要辦的事", "What for"), Say("地點", "Where"), Say("號碼牌", "Ticket")],
            [.. rows.Select(b => (IReadOnlyList<object?>)
            [
                b.Day, Slots.Clock(b.At.InZone(zone).LocalDateTime), b.Number, $"{b.State.Name}", Masked.Name(b.Name), $"{asked.Services.FindOrOldest(b.Service, b.Day)?.Name ?? Phrase.Same(b.Service)}", $"{asked.Times.NameOf(b.Place)}", b.Ticket,
            ])]) { Zone = zone };
    }

    private sealed record Asked(string? Day, string? Show, string? Q, OfficeDb Db, FreeTimes Times, ServiceCatalogue Services, PackInForce Pack, IClock Clock);
}
