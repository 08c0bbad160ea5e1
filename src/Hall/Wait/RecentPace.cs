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

        Dictionary<TicketKind, IReadOnlyList<Call>> ended = [];
        foreach (var kind in Enum.GetValues<TicketKind>())
        {
            ended[kind] = await EndedAsync(db, site, kind, now, cancel);
        }

        var latest = ended.Values.SelectMany(calls => calls).OrderByDescending(call => call.EndedAt).Take(Latest);
        var pace = new Pace(ended.ToDictionary(of => of.Key, of => Served(of.Value)), Between(latest), await CameAsync(db, site, now, cancel));
        _known[site] = (now, pace);
        return pace;
    }

    private static IReadOnlyList<Duration> Served(IReadOnlyList<Call> calls) => calls.Count < Enough ? UnknownServed : [.. calls.Select(call => call.EndedAt - call.CalledAt)];

    // Somebody waited when the next had come before the last one went.
    private static IReadOnlyList<Duration> Between(IEnumerable<Call> calls)
    {
        var between = calls.GroupBy(call => (call.Day, call.Counter)).SelectMany(counter => counter.OrderBy(call => call.CalledAt).ToList() is var inTurn
            ? inTurn.Zip(inTurn.Skip(1), (last, next) => (Took: next.CalledAt - last.EndedAt, Waited: next.TakenAt <= last.EndedAt)) : [])
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

    private static async Task<IReadOnlyList<Call>> EndedAsync(OfficeDb db, string site, TicketKind kind, Instant now, CancellationToken cancel) => await db.Tickets.AsNoTracking()
        .Where(t => t.Site == site && t.Kind == kind && t.EndedAt <= now && (t.State == TicketState.Done || t.State == TicketState.Missed) && t.CalledAt != null)
        .OrderByDescending(t => t.EndedAt).Take(Latest).Select(t => new Call(t.Day, t.TouchedBy, t.TakenAt, t.CalledAt!.Value, t.EndedAt!.Value)).ToListAsync(cancel);

    private sealed record Call(LocalDate Day, int? Counter, Instant TakenAt, Instant CalledAt, Instant EndedAt);
}
