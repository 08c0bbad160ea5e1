using GridDesk.Kernel.Data;
using GridDesk.Kernel.Web;
using GridDesk.Ui.Http;
using Microsoft.AspNetCore.Http;

namespace GridDesk.Hall.Book;

/// <summary>Keeps one address from taking all the times: so many steps in ten minutes.</summary>
internal static class BookingDoor
{
    private const int Most = 60;

    private static readonly Duration Stretch = Duration.FromMinutes(10);

    /// <exception cref="Refusal"><c>booking.too-many-tries</c></exception>
    public static async Task CountAsync(OfficeDb db, HttpContext http, Instant now, CancellationToken cancel)
    {
        if (await Tries.CountAsync(db, $"booking:{http.CallerAddress()}", now, Stretch, cancel) > Most)
        {
            throw new Refusal("booking.too-many-tries", "這裡一下子選太多次了，請十分鐘後再試，或打電話請我們代訂。", "Too many times were chosen from here; please try again in ten minutes, or call us and we book for you.");
        }
    }
}
