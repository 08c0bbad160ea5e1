using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Promises;
using GridDesk.Kernel.Recurring;
using GridDesk.Requests.Tell;
using GridDesk.Services;

namespace GridDesk.Requests.Usual;

/// <summary>Every night: what the finished cases of the last year say about how long each service takes, and how long it is silent.</summary>
internal sealed class LearnTimes(OfficeDb db, EventLog events, ServiceCatalogue services, PackInForce pack) : IRecur
{
    private static readonly Duration Back = Duration.FromDays(365);

    private static readonly Type[] News = [typeof(RequestAccepted), typeof(RequestStepReached), typeof(RequestClosed)];

    public async Task RunAsync(Instant now, CancellationToken cancel)
    {
        var (days, pauses) = (await DaysAsync(now, cancel), await PausesAsync(now, cancel));
        var today = pack.Calendar.Today(now);
        var groups = services.At(today).ToLookup(s => s.Group, s => s.Code);
        List<int> office = [.. days.SelectMany(kind => kind)];
        await db.CommitAsync(async () =>
        {
            var known = await db.KnownTimes.ToDictionaryAsync(k => k.Service, cancel);
            foreach (var service in services.At(today))
            {
                if (!known.TryGetValue(service.Code, out var kept))
                {
                    db.Add(kept = new KnownTime { Service = service.Code });
                }

                var time = UsualTime.Of([.. days[service.Code]], [.. groups[service.Group].SelectMany(code => days[code])], office);
                (kept.Low, kept.High, kept.Cases, kept.OfficeCases) = (time?.Low ?? 0, time?.High ?? 0, time?.Cases ?? 0, office.Count);
                kept.Silence = pauses.TryGetValue(service.Code, out var silent) ? Silence.Usual(silent.Pauses, silent.Cases, pack.Office.TellAfter) : pack.Office.TellAfter;
                kept.LearntAt = now;
            }
        }, cancel);
    }

    // From acceptance to the end, without the days on which the customer was waited for.
    private async Task<ILookup<string, int>> DaysAsync(Instant now, CancellationToken cancel)
    {
        var since = now - Back;
        var done = await db.Requests.AsNoTracking().Where(r => r.Outcome == Outcome.Done && r.ClosedAt >= since)
            .Join(db.Set<Promise>().AsNoTracking(), r => r.PromiseId, p => p.Id, (r, p) => new { r.Service, r.AcceptedAt, r.ClosedAt, p.Segments }).ToListAsync(cancel);
        return done.ToLookup(d => d.Service, d => Segments.WorkingDaysTaken(d.Segments, pack.Calendar, d.AcceptedAt!.Value, d.ClosedAt!.Value));
    }

    private async Task<Dictionary<string, (List<int> Pauses, int Cases)>> PausesAsync(Instant now, CancellationToken cancel)
    {
        var calendar = pack.Calendar;
        var history = (await events.BetweenAsync(now - Back, now, now, News, cancel)).GroupBy(h => h.Subject).Select(one => one.OrderBy(h => h.Version).ToList());
        return history.Where(steps => steps is [{ Event: RequestAccepted }, _, ..])
            .GroupBy(steps => ((RequestAccepted)steps[0].Event).Service)
            .ToDictionary(kind => kind.Key, kind => (
                kind.SelectMany(steps => steps.Zip(steps.Skip(1), (one, next) => calendar.WorkingDaysBetween(calendar.Today(one.HappenedAt), calendar.Today(next.HappenedAt)))).ToList(),
                kind.Count()));
    }
}
