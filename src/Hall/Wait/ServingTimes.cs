using System.Collections.Concurrent;
using GridDesk.Kernel.Data;

namespace GridDesk.Hall.Wait;

/// <summary>How long people were served lately at a site, looked up once a minute.</summary>
internal sealed class ServingTimes
{
    private const int Latest = 200;
    private const int Enough = 20;

    // Until the office has its own: a guess that says so by being wide.
    private static readonly IReadOnlyList<Duration> Unknown = [.. Enumerable.Range(2, 14).Select(minutes => Duration.FromMinutes(minutes))];

    private readonly ConcurrentDictionary<(string Site, TicketKind Kind), (Instant At, IReadOnlyList<Duration> Times)> _known = [];

    public async Task<IReadOnlyList<Duration>> OfAsync(OfficeDb db, string site, TicketKind kind, Instant now, CancellationToken cancel)
    {
        if (_known.TryGetValue((site, kind), out var known) && now - known.At is var age && age >= Duration.Zero && age < Duration.FromMinutes(1))
        {
            return known.Times;
        }

        var served = await db.Tickets.AsNoTracking().Where(t => t.Site == site && t.Kind == kind && t.State == TicketState.Done && t.EndedAt <= now)
            .OrderByDescending(t => t.EndedAt).Take(Latest).Select(t => new { t.CalledAt, t.EndedAt }).ToListAsync(cancel);
        IReadOnlyList<Duration> times = served.Count < Enough ? Unknown : [.. served.Select(t => t.EndedAt!.Value - t.CalledAt!.Value)];
        _known[(site, kind)] = (now, times);
        return times;
    }
}
