using GridDesk.Kernel.Data;
using GridDesk.Kernel.Web;
using GridDesk.Staff;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace GridDesk.Notices.Webhooks.Sign;

/// <summary>The key lies with the other secrets of the office: made once, the same in every process.</summary>
internal sealed class SigningKeys
{
    /// <summary>Where receivers fetch the public key.</summary>
    public const string Address = "/.well-known/jwks.json";

    private const string Name = "webhook-signing";

    private volatile SigningKey? _known;

    public async Task<SigningKey> GetAsync(OfficeDb db, CancellationToken cancel = default) => _known ??= new(await LoadAsync(db, cancel));

    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapGet(Address, async (SigningKeys keys, OfficeDb db, HttpContext http, CancellationToken cancel) =>
    {
        var key = await keys.GetAsync(db, cancel);
        http.Response.Headers.CacheControl = "public, max-age=300";
        return Results.Json(new { keys = new[] { new { kty = "EC", crv = "P-256", use = "sig", alg = "ES256", kid = key.Id, x = key.X, y = key.Y } } }, contentType: "application/jwk-set+json");
    }).AllowPublic().ExcludeFromDescription();

    private static async Task<byte[]> LoadAsync(OfficeDb db, CancellationToken cancel)
    {
        var keys = db.Set<ServerKey>().AsNoTracking().Where(k => k.Name == Name).Select(k => k.Secret);
        if (await keys.SingleOrDefaultAsync(cancel) is { } stored)
        {
            return stored;
        }

        var made = SigningKey.New();
        await db.CommitAsync(() => db.Database.ExecuteSqlAsync($"INSERT INTO server_keys (name, secret) VALUES ({Name}, {made}) ON CONFLICT (name) DO NOTHING", cancel), cancel);
        return await keys.SingleAsync(cancel);
    }
}
