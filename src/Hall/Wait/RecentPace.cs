using System.Collections.Concurrent;
using GridDesk.Hall.Definition;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Time;

namespace GridDesk.Hall.Wait;

/// <summary>How a site's hall has been going lately, looked up once a minute.</summary>
internal sealed class RecentPace(PackInForce pack)
{
    private const int Latest = 200;
    private const int Enough = 20;

    // Whoever pauses for longer than that between two visitors is not between two visitors.
    private static readonly Duration LongestBetween = Duration.FromMinutes(5);
    private static readonly Duration Hour = Duration.FromHours(1);

    // Until the office has its own: guesses that say so by being wide.
    private static readonly IReadOnlyList<Duration> UnknownServed = [.. Enumerable.Range(2, 14).Select(minutes => Duration.FromMinutes(minutes))];
    private static readonly IReadOnlyList<Duration> UnknownBetween = [.. Enumerable.Range(0, 7).Select(tens => Duration.FromSeconds(10 * tens))];

    private readonly ConcurrentDictionary<string, (Instant At, Pace Pace)> _known = [];

    public async Task<Pace> OfAsync(OfficeDb db, string site, Instant now, CancellationToken cancel)
    {
        if (_known.TryGetValue(site, out var known) && now - known.At is var age && age >= Duration.Zero && age < Duration.FromMinutes(1))
        {
            return known.Pace;
        }

        Dictionary<TicketKind, IReadOnlyList<Duration>> served = [];
        foreach (var kind in Enum.GetValues<TicketKind>())
        {
            served[kind] = await ServedAsync(db, site, kind, now, cancel);
        }

        var pace = new Pace(served, await BetweenAsync(db, site, now, cancel), await CameAsync(db, site, now, cancel));
        _known[site] = (now, pace);
        return pace;
    }

    private static async Task<IReadOnlyList<Duration>> ServedAsync(OfficeDb db, string site, TicketKind kind, Instant now, CancellationToken cancel)
    {
        var called = await Ended(db, site, now).Where(t => t.Kind == kind).OrderByDescending(t => t.EndedAt).Take(Latest).Select(t => new { t.CalledAt, t.EndedAt }).ToListAsync(cancel);
        return called.Count < Enough ? UnknownServed : [.. called.Select(t => t.EndedAt!.Value - t.CalledAt!.Value)];
    }

    // Somebody waited when the next had come before the last one went.
    private static async Task<IReadOnlyList<Duration>> BetweenAsync(OfficeDb db, string site, Instant now, CancellationToken cancel)
    {
        var called = await Ended(db, site, now).OrderByDescending(t => t.EndedAt).Take(Latest).Select(t => new { t.Day, t.TouchedBy, t.TakenAt, t.CalledAt, t.EndedAt }).ToListAsync(cancel);
        var between = called.GroupBy(t => (t.Day, t.TouchedBy)).SelectMany(counter => counter.OrderBy(t => t.CalledAt).ToList() is var inTurn
            ? inTurn.Zip(inTurn.Skip(1), (last, next) => (Took: next.CalledAt!.Value - last.EndedAt!.Value, Waited: next.TakenAt <= last.EndedAt)) : [])
            .Where(gap => gap.Waited && gap.Took >= Duration.Zero && gap.Took <= LongestBetween).Select(gap => gap.Took).ToList();
        return between.Count < Enough ? UnknownBetween : between;
    }

    private async Task<IReadOnlyList<Comer>> CameAsync(OfficeDb db, string site, Instant now, CancellationToken cancel)
    {
        var (kinds, since) = (HallSettings.Find(pack)!.Kinds.Where(k => k.HeadStart > 0).ToDictionary(k => k.Kind, k => Duration.FromMinutes(k.HeadStart)), now - Hour);
        var (wanted, day) = (kinds.Keys.ToList(), pack.Calendar.Today(now));
        var came = await db.Tickets.AsNoTracking().Where(t => t.Site == site && t.Day == day && wanted.Contains(t.Kind) && t.TakenAt > since && t.TakenAt <= now).Select(t => new { t.Kind, t.Group }).ToListAsync(cancel);
        return [.. came.Select(t => new Comer(t.Kind, t.Group, kinds[t.Kind]))];
    }

    private static IQueryable<Ticket> Ended(OfficeDb db, string site, Instant now) => db.Tickets.AsNoTracking()
        .Where(t => t.Site == site && (t.State == TicketState.Done || t.State == TicketState.Missed) && t.CalledAt != null && t.EndedAt <= now);
}
