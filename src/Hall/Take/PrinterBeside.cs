using GridDesk.Hall.Definition;
using GridDesk.Ui.Http;
using Microsoft.AspNetCore.Http;

namespace GridDesk.Hall.Take;

/// <summary>Which printer stands beside a screen: <c>?printer=entrance</c> once, kept in that browser; the hall's first otherwise.</summary>
internal static class PrinterBeside
{
    private const string Cookie = "gd-printer";

    public static PrinterDefinition? Of(HttpContext http, HallDefinition hall) => hall.Printer(http.Request.Cookies[Cookie]);

    public static void Keep(HttpContext http, string? printer)
    {
        if (printer is { Length: > 0 and <= 40 })
        {
            http.Response.Cookies.Append(Cookie, printer, new CookieOptions
            {
                HttpOnly = true,
                IsEssential = true,
                MaxAge = TimeSpan.FromDays(3650),
                Path = http.Root() is "" ? "/" : http.Root(),
                SameSite = SameSiteMode.Lax,
                Secure = http.Request.IsHttps,
            });
        }
    }
}
