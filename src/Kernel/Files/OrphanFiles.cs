using GridDesk.Kernel.Data;
using GridDesk.Kernel.Sweeps;

namespace GridDesk.Kernel.Files;

/// <summary>Files that nobody sent to us knows any more, because their upload was forgotten or what they belonged to was removed; they may show people, and are removed. A sixteenth of all files every hour.</summary>
internal sealed class OrphanFiles(OfficeDb db, FileStore files) : ISweep
{
    private const int AtOnce = 200;
    private static readonly Duration Patience = Duration.FromDays(1);

    public async Task<Swept> RunAsync(Instant since, Instant now, CancellationToken cancel)
    {
        var (from, until, before) = ($"{now.ToUnixTimeSeconds() / 3600 % 16:x}", $"{now.ToUnixTimeSeconds() / 3600 % 16:x}g", now - Patience);
        var orphans = await db.Set<StoredFile>().Where(f => string.Compare(f.Hash, from) >= 0 && string.Compare(f.Hash, until) < 0 && f.SentAt < before && !db.Set<Upload>().Any(u => u.Hash == f.Hash))
            .OrderBy(f => f.Hash).Select(f => f.Hash).Take(AtOnce).ToListAsync(cancel);
        var removed = 0;
        foreach (var hash in orphans)
        {
            removed += await files.RemoveAsync(hash, before, cancel) ? 1 : 0;
        }

        return Swept.Of(removed);
    }
}
