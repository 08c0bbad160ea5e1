using GridDesk.Kernel.Data;
using GridDesk.Kernel.Web;
using GridDesk.Ui.Http;
using Microsoft.AspNetCore.Http;

namespace GridDesk.Hall.Take;

/// <summary>Keeps one telephone from emptying the roll: so many tickets from one address in ten minutes. A hall's own network is one address, so it is many.</summary>
internal static class Doors
{
    private const int Most = 60;

    private static readonly Duration Stretch = Duration.FromMinutes(10);

    /// <exception cref="Refusal"><c>hall.too-many-tries</c></exception>
    public static async Task CountAsync(OfficeDb db, HttpContext http, Instant now, CancellationToken cancel)
    {
        if (await Tries.CountAsync(db, $"ticket:{http.CallerAddress()}", now, Stretch, cancel) > Most)
        {
            throw new Refusal("hall.too-many-tries", "這裡一下子抽太多號碼了，請到門口的機器抽，或請引導人員幫忙。", "Too many tickets were taken from here; please use the machine at the entrance, or ask there.");
        }
    }
}
