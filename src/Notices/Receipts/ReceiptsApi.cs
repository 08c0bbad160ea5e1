using GridDesk.Staff;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace GridDesk.Notices.Receipts;

/// <summary>Where providers say what became of a message. Open to all, believed only when signed.</summary>
internal static class ReceiptsApi
{
    private const int Longest = 65_536;

    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapPost("/api/notices/receipts/{provider}", PostAsync).AllowPublic().WithName("Receipt")
        .WithSummary("A provider’s receipt: JSON {reference, state: delivered, failed or no-answer, reason}, HMAC-SHA256 of the body in X-Signature")
        .Produces(204).ProducesProblem(400).ProducesProblem(422);

    private static async Task<IResult> PostAsync(string provider, HttpContext http, ReceiptDesk desk, CancellationToken cancel)
    {
        using var body = new MemoryStream();
        var chunk = new byte[8192];
        for (int read; (read = await http.Request.Body.ReadAsync(chunk, cancel)) > 0;)
        {
            if (body.Length + read > Longest)
            {
                throw new Refusal("receipt.too-long", "回條太長了。", "The receipt is too long.");
            }

            body.Write(chunk, 0, read);
        }

        return await desk.TakeAsync(provider, body.ToArray(), http.Request.Headers["X-Signature"], cancel) switch
        {
            ReceiptFate.NotSigned => Results.Problem("The receipt is not signed with the key of that provider.", statusCode: 400),
            ReceiptFate.NotReadable => Results.Problem("The receipt needs a reference and a state: delivered, failed or no-answer.", statusCode: 422),
            _ => Results.NoContent(),
        };
    }
}
