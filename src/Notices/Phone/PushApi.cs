using GridDesk.Kernel.Data;
using GridDesk.Kernel.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace GridDesk.Notices.Phone;

/// <summary>A device says where it takes news, as its browser gave it (Push API, RFC 8030).</summary>
internal static class PushApi
{
    public static void Map(RouteGroupBuilder my)
    {
        my.MapGet("/push", async (HttpContext http, OfficeDb db, PhoneDesk phones, Vapid vapid, CancellationToken cancel) =>
        {
            await PhoneApi.CallerAsync(http, phones, cancel);
            return Results.Json(new PushKeyAnswer(await vapid.PublicKeyAsync(db, cancel)), Json.Options);
        }).WithName("PushKey").WithSummary("The key to subscribe under (applicationServerKey)").Produces<PushKeyAnswer>().ProducesProblem(404);
        my.MapPut("/push", async (HttpContext http, PhoneDesk phones, PushDesk desk, CancellationToken cancel) =>
        {
            var device = await PhoneApi.CallerAsync(http, phones, cancel);
            var (body, _) = await SentJson.ReadAsync<PushBody>(http, cancel);
            await desk.SubscribeAsync(device, body.Endpoint, body.P256dh, body.Auth, body.Language switch { "en" => Language.English, null => Languages.Current, _ => Language.Chinese }, cancel);
            return Results.NoContent();
        }).WithName("Subscribe").WithSummary("From now on the device is told when something moves").Accepts<PushBody>("application/json").Produces(204).ProducesProblem(404).ProducesProblem(422);
        my.MapDelete("/push", async (HttpContext http, PhoneDesk phones, PushDesk desk, CancellationToken cancel) =>
        {
            await desk.UnsubscribeAsync(await PhoneApi.CallerAsync(http, phones, cancel), cancel);
            return Results.NoContent();
        }).WithName("Unsubscribe").WithSummary("The device is told no more").Produces(204).ProducesProblem(404);
    }
}

/// <param name="PublicKey">Base64url.</param>
public sealed record PushKeyAnswer(string PublicKey);

/// <param name="Endpoint">The push service’s https address for this subscription.</param>
/// <param name="P256dh">The subscription’s public key, base64url.</param>
/// <param name="Auth">The subscription’s secret, base64url.</param>
/// <param name="Language"><c>zh-TW</c> or <c>en</c>; that of the call when left out.</param>
public sealed record PushBody(string? Endpoint, string? P256dh, string? Auth, string? Language);
