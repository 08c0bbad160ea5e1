using System.Security.Cryptography;
using System.Text.Json;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Time;
using Microsoft.Extensions.Configuration;

namespace GridDesk.Notices.Receipts;

/// <summary>Takes receipts in: each is kept, a believable one moves its message.</summary>
internal sealed class ReceiptDesk(OfficeDb db, EventLog events, IConfiguration settings, IClock clock)
{
    /// <param name="signature">HMAC-SHA256 of the body under the provider's key, in hexadecimal.</param>
    public async Task<ReceiptFate> TakeAsync(string provider, byte[] body, string? signature, CancellationToken cancel = default)
    {
        if (!IsSigned(provider, body, signature))
        {
            return await KeepAsync(provider, ReceiptFate.NotSigned, null, cancel);
        }

        ReceiptBody? said;
        try
        {
            said = JsonSerializer.Deserialize<ReceiptBody>(body, Json.Options);
        }
        catch (JsonException)
        {
            said = null;
        }

        return said is not { Reference: { Length: > 0 and <= 200 } reference, State: "delivered" or "failed" or "no-answer" }
            ? await KeepAsync(provider, ReceiptFate.NotReadable, said, cancel)
            : await db.CommitAsync(async () =>
            {
                // A provider that calls two messages by one name leaves us to guess which; we do not.
                var named = await db.Messages.Where(m => m.Provider == provider && m.Reference == reference).Take(2).ToListAsync(cancel);
                var message = named.Count == 1 ? named[0] : null;
                return await KeepAsync(provider, message is null ? ReceiptFate.UnknownMessage : Apply(message, said.State, said.Reason) ? ReceiptFate.Taken : ReceiptFate.NothingNew, said, cancel);
            }, cancel);
    }

    /// <summary>A receipt may overtake the provider's own answer: what came before its message was known by that name is taken now. Belongs inside a save.</summary>
    public async Task ApplyEarlyAsync(Message message, CancellationToken cancel)
    {
        // A mail server gives none a name and sends no receipts.
        if (message.Reference is not null && await db.Receipts.Where(r => r.Provider == message.Provider && r.Reference == message.Reference && r.Fate == ReceiptFate.UnknownMessage).OrderBy(r => r.At).FirstOrDefaultAsync(cancel) is { } early
            && !await db.Messages.AnyAsync(m => m.Provider == message.Provider && m.Reference == message.Reference && m.Id != message.Id, cancel))
        {
            Apply(message, early.State, null);
            early.Fate = ReceiptFate.Taken;
        }
    }

    private bool Apply(Message message, string state, string? reason)
    {
        IEvent? happened = state == "delivered" ? message.Deliver(clock.Now()) : message.Fail(state == "failed" ? FailureKind.Permanent : FailureKind.Temporary, reason ?? state, clock.Now());
        if (happened is not null)
        {
            events.Record(message, happened, Actor.Office);
        }

        return happened is not null;
    }

    private Task<ReceiptFate> KeepAsync(string provider, ReceiptFate fate, ReceiptBody? said, CancellationToken cancel) => db.CommitAsync(() =>
    {
        db.Add(new Receipt { Id = Guid.CreateVersion7(clock.Now().ToDateTimeOffset()), Provider = Cut(provider, 40), At = clock.Now(), Fate = fate, Reference = Cut(said?.Reference, 200), State = Cut(said?.State, 40) });
        return Task.FromResult(fate);
    }, cancel);

    private bool IsSigned(string provider, byte[] body, string? signature) =>
        settings[$"GRIDDESK_RECEIPTS_{provider.ToUpperInvariant().Replace('-', '_')}"] is { Length: > 0 } key
        && CryptographicOperations.FixedTimeEquals(System.Text.Encoding.ASCII.GetBytes(Convert.ToHexStringLower(HMACSHA256.HashData(System.Text.Encoding.UTF8.GetBytes(key), body))), System.Text.Encoding.ASCII.GetBytes(signature?.ToLowerInvariant() ?? ""));

    private static string Cut(string? text, int most) => text is null ? "" : text.Length > most ? text[..most] : text;
}

/// <param name="Reference">As the provider called the message when it took it.</param>
/// <param name="State"><c>delivered</c>, <c>failed</c>, or of a call <c>no-answer</c>.</param>
internal sealed record ReceiptBody(string? Reference, string? State, string? Reason);
