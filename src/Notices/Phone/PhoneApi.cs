using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Time;
using GridDesk.Kernel.Web;
using GridDesk.Staff;
using GridDesk.Ui.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Headers;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace GridDesk.Notices.Phone;

/// <summary>My requests on a phone, for the company's app and for our own page: a key for each device, and nothing known of who holds it.</summary>
internal static class PhoneApi
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var my = endpoints.MapGroup("/api/my").AllowPublic().RequireRateLimiting(PhoneRush.Policy);
        my.MapPost("/devices", IssueAsync).WithName("IssueDevice").WithSummary("A key for a new device: 201; told once")
            .Accepts<DeviceBody>("application/json").Produces<DeviceAnswer>(201).ProducesProblem(429);
        my.MapDelete("/devices", ForgetAsync).WithName("ForgetDevice").WithSummary("Forgets the device and all that is kept on it").Produces(204).ProducesProblem(404);
        my.MapPost("/requests", KeepAsync).WithName("KeepRequest").WithSummary("Keeps a request on the device, by number and code: 201")
            .Accepts<KeepBody>("application/json").Produces<MyRequestAnswer>(201).ProducesProblem(404).ProducesProblem(429);
        my.MapGet("/requests", ListAsync).WithName("MyRequests").WithSummary("The requests kept on the device, and how far each has come; 304 when nothing has changed")
            .Produces<MyRequestsAnswer>().Produces(304).ProducesProblem(404);
        PushApi.Map(my);
        my.MapDelete("/requests/{number}", LetGoAsync).WithName("LetGoRequest").WithSummary("Removes a request from the device").Produces(204).ProducesProblem(404);
    }

    /// <summary>The device that calls, by <c>Authorization: Bearer gdd_…</c>.</summary>
    internal static Task<Device> CallerAsync(HttpContext http, PhoneDesk desk, CancellationToken cancel) =>
        desk.FindAsync(http.Request.Headers.Authorization.ToString() is { Length: < 200 } header && header.StartsWith("Bearer " + Device.KeyPrefix, StringComparison.Ordinal) ? header["Bearer ".Length..] : null, cancel);

    private static async Task<IResult> IssueAsync(HttpContext http, PhoneDesk desk, CancellationToken cancel)
    {
        var (body, _) = await SentJson.ReadAsync<DeviceBody>(http, cancel);
        return Results.Json(new DeviceAnswer(await desk.IssueAsync(body.Kind ?? DeviceKind.App, cancel)), Json.Options, statusCode: 201);
    }

    private static async Task<IResult> ForgetAsync(HttpContext http, PhoneDesk desk, CancellationToken cancel)
    {
        await desk.ForgetAsync(await CallerAsync(http, desk, cancel), cancel);
        return Results.NoContent();
    }

    private static async Task<IResult> KeepAsync(HttpContext http, PhoneDesk desk, CancellationToken cancel)
    {
        var device = await CallerAsync(http, desk, cancel);
        var (body, _) = await SentJson.ReadAsync<KeepBody>(http, cancel);
        var (kept, facts) = await desk.KeepAsync(device, body.Number, body.Code, http.CallerAddress(), cancel);
        return Results.Json(MyRequestAnswer.Of(kept, facts), Json.Options, statusCode: 201);
    }

    private static async Task<IResult> ListAsync(HttpContext http, PhoneDesk desk, PackInForce pack, IClock clock, CancellationToken cancel)
    {
        var list = await desk.ListAsync(await CallerAsync(http, desk, cancel), cancel);
        var body = JsonSerializer.SerializeToUtf8Bytes(new MyRequestsAnswer([.. list.Select(row => MyRequestAnswer.Of(row.Kept, row.Facts))]), Json.Options);
        var tag = new EntityTagHeaderValue($"\"{Base64Url.EncodeToString(SHA256.HashData(body).AsSpan(0, 16))}\"");
        http.Response.Headers.CacheControl = "private, no-cache";
        http.Response.Headers["Office-Time"] = clock.Now().InZone(pack.Calendar.Zone).ToOffsetDateTime().ToString("uuuu-MM-dd'T'HH:mmo<+HH:mm>", null);
        http.Response.GetTypedHeaders().ETag = tag;
        return new RequestHeaders(http.Request.Headers).IfNoneMatch is { Count: > 0 } known && known.Any(k => k.Compare(tag, useStrongComparison: false) || k.Equals(EntityTagHeaderValue.Any))
            ? Results.StatusCode(StatusCodes.Status304NotModified)
            : Results.Bytes(body, "application/json; charset=utf-8");
    }

    private static async Task<IResult> LetGoAsync(string number, HttpContext http, PhoneDesk desk, CancellationToken cancel)
    {
        await desk.LetGoAsync(await CallerAsync(http, desk, cancel), number, cancel);
        return Results.NoContent();
    }
}
