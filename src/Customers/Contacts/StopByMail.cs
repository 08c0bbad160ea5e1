using GridDesk.Kernel.Events;
using GridDesk.Staff;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace GridDesk.Customers.Contacts;

/// <summary>
/// Where the button of a mail program says "no more" (RFC 8058): one POST without cookies withdraws. Whoever opens the address
/// in a browser comes to the page on which they decide; a robot that only looks withdraws nothing.
/// </summary>
internal static class StopByMail
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost("/contacts/stop/{word}", StopAsync).AllowPublic().ExcludeFromDescription();
        endpoints.MapGet("/contacts/stop/{word}", ShowAsync).AllowPublic().ExcludeFromDescription();
    }

    private static async Task<IResult> StopAsync(string word, ContactDesk desk, StopWords words, CancellationToken cancel)
    {
        var (address, purpose) = words.Open(word);
        var point = await desk.KnowAsync(address, Language.Chinese, cancel);
        await desk.WithdrawAsync(new(point.Id, null, ContactWay.Link, Actor.Customer), purpose, cancel);
        return Results.NoContent();
    }

    private static async Task<IResult> ShowAsync(string word, ContactDesk desk, StopWords words, CancellationToken cancel) =>
        Results.LocalRedirect($"~/contacts/{(await desk.KnowAsync(words.Open(word).Address, Languages.Current, cancel)).Token}");
}
