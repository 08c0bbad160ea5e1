using Microsoft.AspNetCore.Builder;

namespace GridDesk.Ui.Http;

/// <summary>大字: <c>?text=large</c> makes every page of this browser large until <c>?text=normal</c>.</summary>
internal static class TextSize
{
    public const string Key = "text";
    public const string Large = "large";
    public const string Normal = "normal";
    private const string Cookie = "gd-text";

    public static bool IsLarge(HttpContext http) =>
        (Asked(http) ?? http.Request.Cookies[Cookie]) == Large;

    public static void UseTextSize(this IApplicationBuilder app) => app.Use((http, next) =>
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
