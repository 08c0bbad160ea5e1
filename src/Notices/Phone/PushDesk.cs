using System.Buffers.Text;
using System.Security.Cryptography;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Time;

namespace GridDesk.Notices.Phone;

/// <summary>Which devices want to be told, and how they are reached.</summary>
internal sealed class PushDesk(OfficeDb db, IClock clock)
{
    /// <summary>The device is told from now on, there and in that language; what it said before is forgotten.</summary>
    /// <exception cref="Refusals">Something is not as a browser gives it.</exception>
    public async Task SubscribeAsync(Device device, string? endpoint, string? publicKey, string? auth, Language language, CancellationToken cancel = default)
    {
        List<Refusal> wrong = [];
        if (endpoint is not { Length: <= PushSubscription.LongestEndpoint } || !PublicHosts.IsPublic(endpoint))
        {
            wrong.Add(new("push.endpoint", "endpoint 要是推播服務的 https 網址。", "endpoint must be the https address of a push service.", "endpoint"));
        }

        if (Bytes(publicKey, 65) is not { } key || !IsPoint(key))
        {
            wrong.Add(new("push.key", "p256dh 要是 P-256 公鑰（65 位元組，base64url）。", "p256dh must be a public key on P-256 (65 bytes, base64url).", "p256dh"));
        }

        if (Bytes(auth, 16) is null)
        {
            wrong.Add(new("push.auth", "auth 要是 16 位元組的密值（base64url）。", "auth must be a secret of 16 bytes (base64url).", "auth"));
        }

        Refusals.ThrowIfAny(wrong);
        try
        {
            await db.CommitAsync(() => KeepAsync(device, endpoint!, Bytes(publicKey, 65)!, Bytes(auth, 16)!, language, cancel), cancel);
        }
        catch (DbUpdateException)
        {
            throw new Refusal("conflict", "剛剛沒有存到，請再試一次。", "It was not kept just now; please try again.");
        }
    }

    /// <summary>The device is told no more.</summary>
    public Task UnsubscribeAsync(Device device, CancellationToken cancel = default) =>
        db.CommitAsync(() => db.PushSubscriptions.Where(s => s.Device == device.Id).ExecuteDeleteAsync(cancel), cancel);

    private async Task KeepAsync(Device device, string endpoint, byte[] key, byte[] auth, Language language, CancellationToken cancel)
    {
        var before = await db.PushSubscriptions.SingleOrDefaultAsync(s => s.Device == device.Id, cancel);
        if (before is not null && before.Endpoint == endpoint && before.PublicKey.SequenceEqual(key) && before.Auth.SequenceEqual(auth))
        {
            before.Language = language;
            return;
        }

        if (before is not null)
        {
            db.Remove(before);
            await db.SaveChangesAsync(cancel);
        }

        db.Add(new PushSubscription { Id = Guid.NewGuid(), Device = device.Id, Endpoint = endpoint, PublicKey = key, Auth = auth, Language = language, Since = clock.Now() });
    }

    private static byte[]? Bytes(string? text, int length)
    {
        var plain = (text ?? "").TrimEnd('=');
        return plain.Length <= 100 && Base64Url.IsValid(plain) && Base64Url.DecodeFromChars(plain) is var bytes && bytes.Length == length ? bytes : null;
    }

    private static bool IsPoint(byte[] key)
    {
        try
        {
            Point.Read(key);
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
