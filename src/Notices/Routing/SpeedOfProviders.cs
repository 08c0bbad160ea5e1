using GridDesk.Kernel.Data;
using GridDesk.Notices.Providers;

namespace GridDesk.Notices.Routing;

/// <summary>How fast a provider lately was: what moves the shares is what people read.</summary>
internal sealed class SpeedOfProviders(OfficeDb db)
{
    public static readonly Duration Window = Duration.FromMinutes(10);
    public static readonly Duration TooLong = Duration.FromMinutes(5);

    // Not taken is slow at once; what is still on its way counts neither way until it has taken too long.
    public async Task<Speed> OfAsync(IMessageProvider provider, Instant now, CancellationToken cancel)
    {
        var lately = await db.Attempts.AsNoTracking().Where(a => a.Channel == provider.Channel && a.Provider == provider.Name && a.At > now - Window && (a.Failure == null || a.Failure == FailureKind.Technical))
            .Join(db.Messages, a => a.Message, m => m.Id, (a, m) => new { a.At, a.Failure, m.State, m.ChangedAt }).ToListAsync(cancel);
        var slow = lately.Count(a => a.Failure is not null || provider.GivesReceipts && (a.State is MessageState.HandedOver ? now : a.ChangedAt) - a.At > TooLong);
        var known = lately.Count(a => a.Failure is not null || !provider.GivesReceipts || a.State is not MessageState.HandedOver || now - a.At > TooLong);
        return new(slow, known);
    }
}
