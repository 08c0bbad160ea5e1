using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Promises;
using GridDesk.Kernel.Recurring;
using GridDesk.Staff;

namespace GridDesk.Requests.Chasing;

/// <summary>
/// Every few minutes of office hours: whoever has to hear of a promise and has not, hears of it, whatever it is a promise of.
/// One that waits for the customer is left alone. In the morning everybody gets one digest of what they have not answered.
/// </summary>
internal sealed class ChaseRun(OfficeDb db, EventLog events, StaffDirectory directory, PackInForce pack) : IRecur
{
    private const int AtOnce = 200;

    private readonly Dictionary<(ChaseRung, string), IReadOnlyList<Guid>> _people = [];

    public async Task RunAsync(Instant now, CancellationToken cancel)
    {
        if (!ChaseLadder.IsOpen(pack.Calendar, now))
        {
            return;
        }

        var horizon = Horizon(now);
        var near = await db.Set<Promise>().AsNoTracking().Where(p => p.ClosedAt == null && !p.Stopped && p.DueAt < horizon)
            .Select(p => new Near(p.Id, p.Subject, p.ReceivedAt, p.DueAt, p.Department, p.Owner)).ToListAsync(cancel);
        foreach (var some in near.Where(one => RungsOf(one, now).Count > 0).Chunk(AtOnce))
        {
            await ChaseAsync(some, now, cancel);
        }

        await DigestAsync(now, cancel);
    }

    private IReadOnlyList<ChaseRung> RungsOf(Near one, Instant now) => [.. ChaseLadder.Reached(one.ReceivedAt, one.DueAt, stopped: false, pack.Calendar, now)];

    // The first rung stands two working days before the day due; nothing due later than three from now has reached it.
    private Instant Horizon(Instant now)
    {
        var day = pack.Calendar.Today(now);
        for (var i = 0; i < 3; i++)
        {
            day = pack.Calendar.FirstWorkingDayFrom(day.PlusDays(1));
        }

        return pack.Calendar.Zone.AtStartOfDay(day.PlusDays(1)).ToInstant();
    }

    private async Task ChaseAsync(Near[] near, Instant now, CancellationToken cancel)
    {
        // Read before the save: of thousands that were overdue yesterday hardly one is new, and no writer waits while it is looked for.
        var ids = near.Select(n => n.Promise).ToList();
        var said = (await db.Chases.AsNoTracking().Where(c => ids.Contains(c.Promise)).Select(c => new { c.Promise, c.DueAt, c.Rung }).ToListAsync(cancel))
            .Select(c => (c.Promise, c.DueAt, c.Rung)).ToHashSet();
        var unsaid = near.SelectMany(one => RungsOf(one, now).Select(rung => (One: one, Rung: rung))).Where(next => !said.Contains((next.One.Promise, next.One.DueAt!.Value, next.Rung))).ToList();
        if (unsaid.Count == 0)
        {
            return;
        }

        await db.CommitAsync(async () =>
        {
            foreach (var (one, rung) in unsaid)
            {
                foreach (var person in await PeopleAsync(rung, one, now, cancel))
                {
                    var chase = new Chase { Id = Guid.CreateVersion7(now.ToDateTimeOffset()), Promise = one.Promise, Rung = rung, DueAt = one.DueAt!.Value, Person = person, Department = one.Department, At = now };
                    db.Add(chase);
                    events.Record(chase, new ChaseSent(one.Subject, rung, one.Department, person is { } id ? $"{id}" : null, chase.DueAt), Actor.Office);
                }
            }
        }, cancel);
        db.ChangeTracker.Clear();
    }

    private Task DigestAsync(Instant now, CancellationToken cancel)
    {
        var today = pack.Calendar.Today(now);
        return now.InZone(pack.Calendar.Zone).TimeOfDay >= pack.Calendar.HoursOn(today)[0].Until ? Task.CompletedTask : db.CommitAsync(async () =>
        {
            var had = (await db.ChaseDigests.AsNoTracking().Where(d => d.Day == today).Select(d => d.Person).ToListAsync(cancel)).ToHashSet();
            var open = await db.Chases.AsNoTracking().Where(c => c.AnsweredAt == null && c.Person != null).GroupBy(c => c.Person!.Value).Select(c => new { Person = c.Key, Count = c.Count() }).ToListAsync(cancel);
            foreach (var person in open.Where(o => !had.Contains(o.Person)))
            {
                var digest = new ChaseDigest { Person = person.Person, Day = today };
                db.Add(digest);
                events.Record(digest, new ChaseDigestSent($"{person.Person}", today, person.Count), Actor.Office);
            }
        }, cancel);
    }

    // The one who handles it and whoever stands in for them; without one the supervisors hear of it at once.
    private async Task<IReadOnlyList<Guid?>> PeopleAsync(ChaseRung rung, Near one, Instant now, CancellationToken cancel)
    {
        if (rung == ChaseRung.Before && Guid.TryParse(one.Owner, out var owner))
        {
            return [owner, .. (await directory.DeputiesAsync(owner, now, cancel)).Select(d => (Guid?)d.Id)];
        }

        var key = (rung == ChaseRung.Late ? rung : ChaseRung.Due, one.Department);
        if (!_people.TryGetValue(key, out var people))
        {
            var role = await directory.InRoleAsync(rung == ChaseRung.Late ? Role.Head : Role.Supervisor, cancel);
            _people[key] = people = [.. role.Where(p => rung == ChaseRung.Late || p.Department == one.Department).Select(p => p.Id)];
        }

        return people.Count > 0 ? [.. people.Select(id => (Guid?)id)] : [null];
    }

    private sealed record Near(Guid Promise, string Subject, Instant ReceivedAt, Instant? DueAt, string Department, string? Owner);
}
