using GridDesk.Hall.Definition;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Time;
using GridDesk.Staff;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace GridDesk.Hall.Messages;

/// <summary>The messages of a hall for programs, such as a sign with a running line.</summary>
internal static class MessagesApi
{
    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/api/hall/{site}/messages", async (string site, OfficeDb db, PackInForce pack, IClock clock, CancellationToken cancel) =>
        {
            HallSettings.Of(pack, site);
            var now = clock.Now();
            var shown = await db.Set<HallMessage>().ShownAtAsync(site, now, cancel);
            return Results.Json(new { At = now, Messages = shown.Select(m => new { m.Id, m.Media, m.Text, m.From, m.Until }) }, Json.Options);
        }).AllowPublic().WithName("GetHallMessages").WithSummary("What a hall announces now: the text in both languages, where, and until when").ProducesProblem(404);
}
