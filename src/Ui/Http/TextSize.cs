using Microsoft.AspNetCore.Builder;

namespace GridDesk.Ui.Http;

/// <summary>大字: <c>?text=large</c> makes every page of this browser large until <c>?text=normal</c>.</summary>
public static class TextSize
{
    internal const string Key = "text";
    internal const string Large = "large";
    internal const string Normal = "normal";
    private const string Cookie = "gd-text";

    /// <summary>Whether this browser asked for large text.</summary>
    public static bool IsLarge(HttpContext http) =>
        (Asked(http) ?? http.Request.Cookies[Cookie]) == Large;

    internal static void UseTextSize(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        if (Asked(http) is { } size)
        {
            http.Response.Cookies.Append(Cookie, size, new CookieOptions
            {
                HttpOnly = true,
                IsEssential = true,
                MaxAge = TimeSpan.FromDays(365),
                Path = http.Root() is "" ? "/" : http.Root(),
                SameSite = SameSiteMode.Lax,
                Secure = http.Request.IsHttps,
            });
        }

        http.Response.OnStarting(() =>
        {
            if (Headers.IsPage(http.Response.ContentType))
            {
                http.Response.Headers.AppendCommaSeparatedValues("Vary", "Cookie");
            }

            return Task.CompletedTask;
        });

        return next(http);
    });

    private static string? Asked(HttpContext http) =>
        http.Request.Query[Key].ToString() is var size && size is (Large or Normal) ? size : null;
}
