using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace GridDesk.Ui.Sheets;

public static class SheetAddresses
{
    /// <summary>Offers a list as files beside its page: at the address ending in <c>.csv</c> and in <c>.ods</c>.</summary>
    /// <typeparam name="TAsked">The filter of the page and what answers it, as parameters of a route handler.</typeparam>
    /// <param name="endpoints">Where the addresses are added.</param>
    /// <param name="address">Of both, without the ending.</param>
    /// <param name="sheetOf">Writes the list for what was asked.</param>
    /// <returns>Both, so that the caller says who may have them.</returns>
    public static RouteGroupBuilder MapSheet<TAsked>(this IEndpointRouteBuilder endpoints, string address, Func<TAsked, CancellationToken, Task<Sheet>> sheetOf) where TAsked : notnull
    {
        var both = endpoints.MapGroup("").ExcludeFromDescription();
        both.MapGet($"{address}.csv", async ([AsParameters] TAsked asked, CancellationToken cancel) => (await sheetOf(asked, cancel)).ToCsv());
        both.MapGet($"{address}.ods", async ([AsParameters] TAsked asked, CancellationToken cancel) => (await sheetOf(asked, cancel)).ToOds());
        return both;
    }
}
