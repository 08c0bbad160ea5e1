using GridDesk.Hall.Definition;
using GridDesk.Kernel.Pack;
using GridDesk.Staff;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace GridDesk.Hall.Board;

/// <summary>The board for programs and screens: as it stands, and as it changes.</summary>
internal static class BoardApi
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/api/hall/{site}/board", async (string site, BoardReading board, CancellationToken cancel) =>
            Results.Json(await board.ReadAsync(site, cancel), Json.Options)).AllowPublic().WithName("GetBoard").WithSummary("Who is called where, how many wait, how long a newcomer would, and what is announced").ProducesProblem(404);
        endpoints.MapGet("/api/hall/{site}/board/stream", (string site, BoardFeed feed, PackInForce pack, CancellationToken cancel) =>
        {
            HallSettings.Of(pack, site);
            return TypedResults.ServerSentEvents(feed.FollowAsync(site, cancel));
        }).AllowPublic().RequireRateLimiting(BoardListeners.Policy).WithName("FollowBoard").WithSummary("The same as server-sent events; any Last-Event-ID is answered with the present state").ProducesProblem(404).ProducesProblem(503);
        endpoints.MapGet("/api/hall/{site}/board/calls/{language}/{piece}.mp3", (string site, string language, string piece, Recordings recordings, PackInForce pack) =>
        {
            HallSettings.Of(pack, site);
            return Results.File(recordings.Find(language, piece), "audio/mpeg", enableRangeProcessing: true);
        }).AllowPublic().WithName("GetRecordedCall").WithSummary("A piece of a call as it was recorded in a language, such as a digit").ProducesProblem(404);
    }
}
