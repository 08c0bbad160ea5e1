using GridDesk.Kernel.Data;
using GridDesk.Kernel.Sweeps;

namespace GridDesk.Notices.Receipts;

/// <summary>Providers that say what becomes of messages, and of some have not said it for days: the messages may not have arrived, and nobody would notice.</summary>
internal sealed class SilentProviders(OfficeDb db) : ISweep
{
    // Telephones that were switched off are tried for up to three days.
    private static readonly Duration Patience = Duration.FromDays(3);
    private static readonly Duration LookBack = Duration.FromDays(14);

    public async Task<Swept> RunAsync(Instant since, Instant now, CancellationToken cancel)
    {
        var (from, until) = (now - LookBack, now - Patience);
        var speaking = await db.Receipts.Where(r => r.At >= from && (r.Fate == ReceiptFate.Taken || r.Fate == ReceiptFate.NothingNew)).Select(r => r.Provider).Distinct().ToListAsync(cancel);
        var silent = await db.Messages.Where(m => m.State == MessageState.HandedOver && m.ChangedAt >= from && m.ChangedAt < until && m.Reference != null && speaking.Contains(m.Provider!))
            .GroupBy(m => m.Provider).Select(g => new { g.Key, Count = g.Count() }).OrderBy(g => g.Key).ToListAsync(cancel);
        return new(0, silent.Sum(s => s.Count), [.. silent.Select(s => new LeftOver($"{s.Key}: {s.Count:#,0}"))]);
    }
}
