using GridDesk.Kernel.Pack;
using GridDesk.Staff;
using GridDesk.Ui.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace GridDesk.Notices.Phone;

/// <summary>What makes the page of my requests one that can be installed and opens without a net: its manifest and its service worker.</summary>
internal static class MyParts
{
    // It must come from an address of the page's language to be in charge of it, so it is no static file.
    private static readonly Lazy<string> Worker = new(() =>
    {
        using var file = new StreamReader(typeof(MyParts).Assembly.GetManifestResourceStream("my-worker.js")!);
        return file.ReadToEnd();
    });

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/my/worker.js", (HttpContext http) =>
        {
            http.Response.Headers.CacheControl = "no-cache";
            http.Response.Headers["Service-Worker-Allowed"] = $"{http.Request.PathBase}/my";
            return Results.Text(Worker.Value, "text/javascript; charset=utf-8");
        }).AllowPublic().ExcludeFromDescription();
        endpoints.MapGet("/my/app.webmanifest", (HttpContext http, PackInForce pack) =>
        {
            http.Response.Headers.CacheControl = "no-cache";
            return Results.Json(Manifest(http, pack), Json.Options, "application/manifest+json");
        }).AllowPublic().ExcludeFromDescription();
    }

    // https://www.w3.org/TR/appmanifest/
    private static object Manifest(HttpContext http, PackInForce pack)
    {
        var (here, icons) = ($"{http.Request.PathBase}", $"{http.Root()}/_content/GridDesk.Notices/icons");
        return new
        {
            id = $"{here}/my",
            name = $"{Languages.Say("我的案件", "My requests")} – {pack.Office.Name}",
            short_name = Languages.Say("我的案件", "My requests"),
            lang = Languages.Current.Tag,
            start_url = $"{here}/my",
            scope = $"{here}/",
            display = "standalone",
            background_color = "#fbf9f4",
            theme_color = "#ffffff",
            icons = new object[]
            {
                new { src = $"{icons}/app.svg", sizes = "any", type = "image/svg+xml" },
                new { src = $"{icons}/app-192.png", sizes = "192x192", type = "image/png" },
                new { src = $"{icons}/app-512.png", sizes = "512x512", type = "image/png" },
                new { src = $"{icons}/app-mask-512.png", sizes = "512x512", type = "image/png", purpose = "maskable" },
            },
        };
    }
}
