using GridDesk.Kernel.Data;
using GridDesk.Kernel.Sweeps;

namespace GridDesk.Notices.Receipts;

/// <summary>Receipts that came while their message was being handed over, so that neither saw the other: the message still stands as if nothing were known. They are taken now.</summary>
internal sealed class UnappliedReceipts(OfficeDb db, ReceiptDesk receipts) : ISweep
{
    private const int AtOnce = 500;

    // A hand-over may be saved long after the provider spoke, when its process died meanwhile.
    private static readonly Duration LookBack = Duration.FromDays(1);

    public async Task<Swept> RunAsync(Instant since, Instant now, CancellationToken cancel)
    {
        var from = since - LookBack;
        var messages = await db.Receipts.Where(r => r.Fate == ReceiptFate.UnknownMessage && r.At >= from)
            .Join(db.Messages.Where(m => m.State == MessageState.HandedOver), r => new { Provider = (string?)r.Provider, Reference = (string?)r.Reference }, m => new { m.Provider, m.Reference }, (r, m) => m.Id)
            .Distinct().OrderBy(id => id).Take(AtOnce).ToListAsync(cancel);
        foreach (var id in messages)
        {
            await db.CommitAsync(async () => await receipts.ApplyEarlyAsync(await db.Messages.SingleAsync(m => m.Id == id, cancel), cancel), cancel);
        }

        return Swept.Of(messages.Count);
    }
}
