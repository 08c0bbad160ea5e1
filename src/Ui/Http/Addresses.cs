using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace GridDesk.Ui.Http;

/// <summary>Where a request stands, and the addresses of the same page in the other language or text size.</summary>
public static class Addresses
{
    internal const string EnglishPrefix = "/en";

    /// <summary>For programs rather than people: errors are problem details, the language comes from Accept-Language.</summary>
    public static bool IsForPrograms(this HttpContext http)
    {
        var path = new PathString(http.AskedPath());
        return path.StartsWithSegments("/api") || path.StartsWithSegments("/openapi");
    }

    /// <summary>The program's own root, without the language: what shared files and the language switch start from.</summary>
    public static string Root(this HttpContext http)
    {
        var root = http.Request.PathBase.Value ?? "";
        return http.Features.Get<EnglishAddress>() is null ? root : root[..^EnglishPrefix.Length];
    }

    /// <summary>
    /// An address as a page writes it (<c>~/track</c>, <c>/track</c>) in the language of the request. Anything with a
    /// scheme, a query or a fragment at its start is left as it is.
    /// </summary>
    public static string Localised(this HttpContext http, string address) => address switch
    {
        ['~', '/', ..] => http.Request.PathBase + address[1..],
        ['/', '/', ..] => address,
        ['/', ..] => http.Request.PathBase + address,
        _ => address,
    };

    /// <summary>The path the visitor asked for, also while an error page is shown in its place.</summary>
    public static string AskedPath(this HttpContext http) =>
        http.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalPath
        ?? http.Features.Get<IExceptionHandlerPathFeature>()?.Path
        ?? http.Request.Path.Value
        ?? "/";

    /// <summary>
    /// The office's address as a visitor's telephone reaches it, without the language and without a slash at its end: a counter or a
    /// kiosk may reach the office under a name that no telephone knows.
    /// </summary>
    public static string PublicRoot(this HttpContext http) =>
        http.RequestServices.GetRequiredService<IConfiguration>()["GRIDDESK_PUBLIC_URL"] is { Length: > 0 } root ? root.TrimEnd('/') : $"{http.Request.Scheme}://{http.Request.Host}{http.Root()}";

    /// <summary>Where the request comes from, to count tries by; a whole hall may be one address.</summary>
    public static string CallerAddress(this HttpContext http) => http.Connection.RemoteIpAddress?.ToString() ?? "local";

    public static string InOtherLanguage(this HttpContext http)
    {
        var prefix = Languages.Current is Language.English ? "" : EnglishPrefix;
        var address = http.Root() + prefix + new PathString(http.AskedPath()).ToUriComponent() + http.AskedQuery(without: TextSize.Key);
        return address is "" ? "/" : address;
    }

    public static string InOtherTextSize(this HttpContext http)
    {
        var size = TextSize.IsLarge(http) ? TextSize.Normal : TextSize.Large;
        var address = http.Request.PathBase + new PathString(http.AskedPath()).ToUriComponent() + http.AskedQuery(without: TextSize.Key);
        return QueryHelpers.AddQueryString(address, TextSize.Key, size);
    }

    private static string AskedQuery(this HttpContext http, string without)
    {
        var query = http.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalQueryString ?? http.Request.QueryString.Value;
        var kept = QueryHelpers.ParseQuery(query).Where(part => part.Key != without);
        return QueryString.Create(kept).ToString();
    }
}

/// <summary>Marks a request whose address begins with <c>/en</c>.</summary>
internal sealed record EnglishAddress;
