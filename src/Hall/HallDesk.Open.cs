using System.Security.Cryptography;
using GridDesk.Hall.Definition;
using GridDesk.Hall.Roster;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;

namespace GridDesk.Hall;

/// <summary>Who sits down at which counter, as planned or with a reason.</summary>
internal sealed partial class HallDesk
{
    /// <summary>Somebody sits down at a counter, or comes back to it.</summary>
    /// <param name="reason">Why, when the plan does not say so.</param>
    /// <exception cref="Refusal"><c>hall.counter-taken</c>, <c>hall.counter-unknown</c>, <c>hall.other-counter</c>, <c>hall.not-planned</c>, <c>hall.reason</c>; as of <see cref="NoonCounter"/></exception>
    public async Task OpenAsync(string site, int number, Opener who, string? reason, Actor by, CancellationToken cancel = default)
    {
        var why = OpeningReason.Read(reason);
        try
        {
            await AtCounterAsync(site, number, async (counter, _, now) =>
            {
                if (await db.Counters.FirstOrDefaultAsync(c => c.Staff == who.Id && (c.Site != site || c.Number != number), cancel) is { } other)
                {
                    throw AtOther(other.Number);
                }

                var isBack = counter.Staff == who.Id;
                if (who.Noon is { } duty)
                {
                    NoonCounter.RefuseUnlessMay(HallSettings.Of(pack, site), counter, duty, pack.Calendar.Zone);
                }

                events.Record(counter, counter.Open(who.Id, who.Noon is not null, now), by);
                if (!isBack)
                {
                    Record(counter, who, (await PlanAsync(site, number, now, cancel)).Open(who, now, why is not null, pack.Calendar.Zone), why, by, now);
                }

                return true;
            }, cancel);
        }
        catch (DbUpdateException problem) when (problem.IsTaken("counters", "staff"))
        {
            throw AtOther(null); // at the same moment, from another window
        }
    }

    /// <summary>Somebody leaves a counter; one that a colleague left open is closed by whoever could open it.</summary>
    /// <exception cref="Refusal"><c>hall.counter-unknown</c>, <c>hall.serving</c>, <c>hall.not-planned</c></exception>
    public Task CloseAsync(string site, int number, Opener who, Actor by, CancellationToken cancel = default) => AtCounterAsync(site, number, async (counter, serving, now) =>
    {
        RefuseWhileServing(serving);
        if (counter.State is not CounterState.Closed)
        {
            if (counter.Staff != who.Id)
            {
                (await PlanAsync(site, number, now, cancel)).Open(who, now, hasReason: true, pack.Calendar.Zone);
            }

            events.Record(counter, counter.Close(now), by);
        }

        return true;
    }, cancel);

    /// <summary>Who is planned for a counter on the day of that moment.</summary>
    /// <exception cref="Refusal"><c>hall.counter-unknown</c></exception>
    public async Task<CounterPlan> PlanAsync(string site, int number, Instant at, CancellationToken cancel = default)
    {
        var (zone, day, counter) = (pack.Calendar.Zone, pack.Calendar.Today(at), HallSettings.Of(pack, site).Counter(number));
        var planned = await shifts.PostedAsync(site, zone.AtStartOfDay(day).ToInstant(), zone.AtStartOfDay(day.PlusDays(1)).ToInstant(), cancel);
        return new(number, counter.OpenOn(day, site, pack.Calendar), [.. planned.Where(s => s.Post == Post.At(number).Code)]);
    }

    private void Record(Counter counter, Opener who, CounterOpening opening, string? reason, Actor by, Instant now)
    {
        if (opening.InPlaceOf is { } planned)
        {
            events.Record(counter, new CounterStoodIn(counter.Site, counter.Number, planned.Id, planned.Person.Id), by);
        }

        if (opening.OutOfPlan is { } outOfPlan)
        {
            var written = new OpeningReason { Id = Guid.CreateVersion7(now.ToDateTimeOffset()), Site = counter.Site, Counter = counter.Number, Staff = who.Id, At = now, Why = outOfPlan, Reason = reason!, Salt = RandomNumberGenerator.GetBytes(16) };
            db.Add(written);
            events.Record(counter, written.Recorded, by);
        }
    }

    private static Refusal AtOther(int? number) => new("hall.other-counter", $"您已經開了{(number is { } n ? $" {n} 號" : "別的")}櫃檯，請先關掉。", $"You have opened {(number is { } m ? $"counter {m}" : "another counter")} already: close it first.", "counter");
}
