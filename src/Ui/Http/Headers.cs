using Microsoft.AspNetCore.Builder;

namespace GridDesk.Ui.Http;

/// <summary>What every answer tells the browser, so that a page can neither run nor leak what we did not write.</summary>
public static class Headers
{
    private const string Policy =
        "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; " +
        "frame-ancestors 'none'; form-action 'self'; base-uri 'none'; object-src 'none'";

    /// <summary>
    /// Sends the security headers, and <c>Cache-Control: no-store</c> unless the endpoint set its own (published pages
    /// and files do). A page shown to somebody signed in is never stored, whatever the endpoint says.
    /// </summary>
    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        http.Response.OnStarting(() =>
        {
            var headers = http.Response.Headers;
            headers.ContentSecurityPolicy = Policy;
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "same-origin";
            headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";

            var saysItself = headers.CacheControl.Count > 0 || headers.ETag.Count > 0;
            var isPersonal = http.User.Identity?.IsAuthenticated is true && IsPage(http.Response.ContentType);

            if (isPersonal || !saysItself)
            {
                headers.CacheControl = "no-store";
            }

            return Task.CompletedTask;
        });

        return next(http);
    });

    internal static bool IsPage(string? contentType) =>
        contentType?.StartsWith("text/html", StringComparison.OrdinalIgnoreCase) is true;

    internal static bool IsForReading(string? contentType) =>
        IsPage(contentType) || contentType?.StartsWith("application/problem+json", StringComparison.OrdinalIgnoreCase) is true;
}
