using GridDesk.Hall.Definition;
using GridDesk.Hall.Roster;
using GridDesk.Kernel.Events;

namespace GridDesk.Hall;

internal sealed partial class HallDesk
{
    /// <summary>Calls whoever has the earliest turn among those whom the counter serves; null when nobody waits.</summary>
    /// <exception cref="Refusal"><c>hall.counter-closed</c>, <c>hall.serving</c></exception>
    public Task<Ticket?> NextAsync(string site, int number, Actor by, CancellationToken cancel = default) => AtCounterAsync(site, number, async (counter, serving, now) =>
    {
        RefuseUnlessMayCall(counter, serving, now);
        var next = await FirstAsync(site, counter.OfHall(HallSettings.Of(pack, site)), pack.Calendar.Today(now), cancel);
        if (next is not null)
        {
            events.Record(next, next.Call(number, passedOver: false, now), by);
        }

        return next;
    }, cancel);

    /// <summary>Calls somebody back who was put aside at this counter.</summary>
    /// <exception cref="Refusal"><c>hall.counter-closed</c>, <c>hall.serving</c>, <c>hall.ticket-state</c>, <c>not-found</c></exception>
    public Task<Ticket> CallBackAsync(string site, int number, string name, Actor by, CancellationToken cancel = default) => AtCounterAsync(site, number, async (counter, serving, now) =>
    {
        RefuseUnlessMayCall(counter, serving, now);
        var (day, definition) = (pack.Calendar.Today(now), counter.OfHall(HallSettings.Of(pack, site)));
        var held = await db.Tickets.SingleOrDefaultAsync(t => t.Site == site && t.Day == day && t.Name == name, cancel) ?? throw new Refusal("not-found", $"今天沒有 {name} 號。", $"There is no ticket {name} today.", "ticket");
        var first = await Waiting(site, definition, day).FirstOrDefaultAsync(cancel);
        events.Record(held, held.Call(number, first is not null && first.Turn < held.Turn, now), by);
        return held;
    }, cancel);

    public Task<Ticket> RecallAsync(string site, int number, Actor by, CancellationToken cancel = default) => WithServedAsync(site, number, (ticket, now) => ticket.Recall(number, now), by, cancel);

    public Task<Ticket> HoldAsync(string site, int number, Actor by, CancellationToken cancel = default) => WithServedAsync(site, number, (ticket, now) => ticket.Hold(number, now), by, cancel);

    public Task<Ticket> MissAsync(string site, int number, Actor by, CancellationToken cancel = default) => WithServedAsync(site, number, (ticket, now) => ticket.Miss(number, now), by, cancel);

    public Task<Ticket> FinishAsync(string site, int number, TicketOutcome outcome, Actor by, CancellationToken cancel = default) => WithServedAsync(site, number, (ticket, now) => ticket.Finish(number, outcome, now), by, cancel);

    /// <summary>The visitor goes on to another counter.</summary>
    /// <param name="to">Number of the counter; any that serves it when null.</param>
    /// <param name="errand">Code of the service that remains; what it waits for now, at the right counter, when null.</param>
    /// <exception cref="Refusal"><c>hall.errand-unknown</c>, <c>hall.counter-unknown</c>, <c>hall.nobody-serves</c>, <c>hall.ticket-state</c></exception>
    public Task<Ticket> SendOnAsync(string site, int number, int? to, string? errand, Actor by, CancellationToken cancel = default)
    {
        var hall = HallSettings.Of(pack, site);
        return WithServedAsync(site, number, (ticket, now) =>
        {
            var code = errand ?? ticket.Errand;
            var service = services.Find(code, ticket.Day) ?? throw new Refusal("hall.errand-unknown", "沒有這一項，請重新選。", "There is no such errand; please choose again.", "errand");
            if (to is { } chosen ? !hall.Counter(chosen).Serves(ticket.Kind, service.Group) || chosen == number : !hall.Counters.Any(c => c.Number != number && c.Serves(ticket.Kind, service.Group)))
            {
                throw new Refusal("hall.nobody-serves", $"那裡不辦「{service.Name.Zh}」，請選別的櫃檯。", $"“{service.Name.En}” is not done there; choose another counter.", "to");
            }

            return ticket.SendOn(number, to, (service.Code, service.Group, NoonCounter.IsStaffOnly(service)), now);
        }, by, cancel);
    }

    /// <summary>Takes the counter's last step back, for ten seconds.</summary>
    /// <exception cref="Refusal"><c>hall.undo</c>, <c>hall.serving</c></exception>
    public Task<Ticket> UndoAsync(string site, int number, Actor by, CancellationToken cancel = default) => AtCounterAsync(site, number, async (_, serving, now) =>
    {
        var day = pack.Calendar.Today(now);
        var since = now - Ticket.MayBeUndone;
        var last = serving ?? (await db.Tickets.Where(t => t.Site == site && t.Day == day && t.TouchedBy == number && t.TouchedAt >= since).OrderByDescending(t => t.TouchedAt).FirstOrDefaultAsync(cancel));
        if (last is null)
        {
            throw new Refusal("hall.undo", "10 秒內沒有可以復原的動作。", "Nothing was done within the last ten seconds that could be undone.");
        }

        events.Record(last, last.Undo(number, now), by);
        return last;
    }, cancel);

    private Task<Ticket> WithServedAsync(string site, int number, Func<Ticket, Instant, IEvent> step, Actor by, CancellationToken cancel) => AtCounterAsync(site, number, (_, serving, now) =>
    {
        var ticket = serving ?? throw new Refusal("hall.nobody", $"{number} 號櫃檯現在沒有叫號。", $"Nobody is called to counter {number} now.");
        events.Record(ticket, step(ticket, now), by);
        return Task.FromResult(ticket);
    }, cancel);

    private void RefuseUnlessMayCall(Counter counter, Ticket? serving, Instant now)
    {
        counter.RefuseUnlessOpen();
        RefuseWhileServing(serving);
        if (counter.HasVolunteer)
        {
            NoonCounter.RefuseUnlessNoon(pack.Calendar.NoonBreakOn(pack.Calendar.Today(now), counter.Site), now, pack.Calendar.Zone);
        }
    }

    // A ticket that another counter is just calling is passed by: it is that counter's.
    private async Task<Ticket?> FirstAsync(string site, CounterDefinition counter, LocalDate day, CancellationToken cancel)
    {
        if (!db.IsPostgres)
        {
            return await Waiting(site, counter, day).FirstOrDefaultAsync(cancel);
        }

        var (kinds, groups, on, number, volunteer) = (counter.Kinds.Select(k => $"{k}").ToArray(), counter.Groups.ToArray(), day.ToDateOnly(), counter.Number, counter.HasVolunteer);
        return (await db.Tickets.FromSql($"""
            SELECT * FROM tickets WHERE site = {site} AND day = {on} AND state = 'Waiting' AND (counter IS NULL OR counter = {number})
            AND kind = ANY({kinds}) AND (cardinality({groups}) = 0 OR "group" = ANY({groups})) AND NOT ({volunteer} AND staff_only) ORDER BY turn, number, kind LIMIT 1 FOR UPDATE SKIP LOCKED
            """).ToListAsync(cancel)).SingleOrDefault();
    }

    private IQueryable<Ticket> Waiting(string site, CounterDefinition counter, LocalDate day)
    {
        var (kinds, groups, number, volunteer) = (counter.Kinds, counter.Groups, counter.Number, counter.HasVolunteer);
        return db.Tickets.Where(t => t.Site == site && t.Day == day && t.State == TicketState.Waiting && (t.Counter == null || t.Counter == number) && kinds.Contains(t.Kind) && (groups.Count == 0 || groups.Contains(t.Group)) && !(volunteer && t.StaffOnly))
            .OrderBy(t => t.Turn).ThenBy(t => t.Number).ThenBy(t => t.Kind);
    }
}
