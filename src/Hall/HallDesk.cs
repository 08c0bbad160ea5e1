using GridDesk.Hall.Definition;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Time;
using GridDesk.Services;
using GridDesk.Staff.Shifts;

namespace GridDesk.Hall;

/// <summary>
/// Everything that happens in a hall goes through here: tickets, counters, calls. Nothing else writes its tables, so that a site's own
/// machine can be the one that writes.
/// </summary>
internal sealed partial class HallDesk(OfficeDb db, EventLog events, ServiceCatalogue services, ShiftDesk shifts, PackInForce pack, IClock clock)
{
    /// <summary>Gives a visitor a ticket.</summary>
    /// <exception cref="Refusal"><c>not-found</c>, <c>hall.closed</c></exception>
    public async Task<Ticket> TakeAsync(string site, Visit visit, Actor by, CancellationToken cancel = default) => (await OnceAsync(site, visit, Ticket.Take, by, cancel)).Ticket;

    // Whoever touches twice has one number: the form's id is the ticket's.
    private async Task<(Ticket Ticket, bool IsNew)> OnceAsync<TEvent>(string site, Visit visit, Func<Guid, string, LocalDate, KindOfTicket, int, Visit, Instant, (Ticket, TEvent)> take, Actor by, CancellationToken cancel) where TEvent : IEvent
    {
        if (visit.Form is { } asked && await FindAsync(site, asked, cancel) is { } had)
        {
            return (had, false);
        }

        try
        {
            return (await db.CommitAsync(() => NewAsync(site, visit, take, by, cancel), cancel), true);
        }
        catch (Exception problem) when (visit.Form is not null && (problem is Refusal { Code: "conflict" } || problem is DbUpdateException twice && twice.IsTaken("tickets", "id")))
        {
            return (await FindAsync(site, visit.Form.Value, cancel) ?? throw new Refusal("conflict", "請再按一次。", "Please touch it again."), false);
        }
    }

    private async Task<Ticket> NewAsync<TEvent>(string site, Visit visit, Func<Guid, string, LocalDate, KindOfTicket, int, Visit, Instant, (Ticket, TEvent)> take, Actor by, CancellationToken cancel) where TEvent : IEvent
    {
        var now = clock.Now();
        var (kind, day) = (KindOf(site, visit, now), pack.Calendar.Today(now));
        var (ticket, taken) = take(visit.Form ?? Guid.CreateVersion7(now.ToDateTimeOffset()), site, day, kind, await TicketNumber.NextAsync(db, site, day, visit.Kind, cancel), visit, now);
        db.Add(ticket);
        events.Record(ticket, taken, by);
        foreach (var heard in ticket.Beforehand())
        {
            events.Record(ticket, heard, by);
        }

        return ticket;
    }

    public Task<Ticket?> FindAsync(string site, Guid id, CancellationToken cancel = default) => db.Tickets.AsNoTracking().SingleOrDefaultAsync(t => t.Id == id && t.Site == site, cancel);

    private KindOfTicket KindOf(string site, Visit visit, Instant now)
    {
        HallSettings.Of(pack, site);
        HallHours.RefuseUnlessOpen(pack.Calendar, site, now);
        return HallSettings.Find(pack)!.Of(visit.Kind);
    }

    /// <exception cref="Refusal"><c>not-found</c></exception>
    public async Task<Ticket> GetAsync(string site, Guid id, CancellationToken cancel = default) => await FindAsync(site, id, cancel)
        ?? throw new Refusal("not-found", "沒有這張號碼。", "There is no such ticket.");

    public Task PauseAsync(string site, int number, Actor by, CancellationToken cancel = default) => AtCounterAsync(site, number, (counter, serving, now) =>
    {
        RefuseWhileServing(serving);
        events.Record(counter, counter.Pause(now), by);
        return Task.FromResult(true);
    }, cancel);

    /// <summary>Every counter and printer that the pack has stands in the database, so that whoever works at one can hold it.</summary>
    public Task PrepareAsync(CancellationToken cancel) => db.CommitAsync(async () =>
    {
        foreach (var (site, number) in (HallSettings.Find(pack)?.Halls ?? []).SelectMany(hall => hall.Counters.Select(c => (hall.Site, c.Number))))
        {
            await db.Database.ExecuteSqlAsync($"INSERT INTO counters (site, number, state, changed_at, version, head) VALUES ({site}, {number}, 'Closed', {clock.Now().ToDateTimeUtc()}, 0, {Array.Empty<byte>()}) ON CONFLICT DO NOTHING", cancel);
        }

        foreach (var (site, code) in (HallSettings.Find(pack)?.Halls ?? []).SelectMany(hall => hall.Printers.Select(p => (hall.Site, p.Code))))
        {
            await db.Database.ExecuteSqlAsync($"INSERT INTO printers (site, code, condition, since, version, head) VALUES ({site}, {code}, 'Ready', {clock.Now().ToDateTimeUtc()}, 0, {Array.Empty<byte>()}) ON CONFLICT DO NOTHING", cancel);
        }
    }, cancel);

    private static void RefuseWhileServing(Ticket? serving)
    {
        if (serving is not null)
        {
            throw new Refusal("hall.serving", $"{serving.Name} 號還在辦，請先辦完。", $"Ticket {serving.Name} is still being served: finish it first.");
        }
    }

    // One at a time for each counter: whoever presses twice, or works at it from two windows, waits for the first.
    private Task<T> AtCounterAsync<T>(string site, int number, Func<Counter, Ticket?, Instant, Task<T>> work, CancellationToken cancel)
    {
        HallSettings.Of(pack, site).Counter(number);
        return db.CommitAsync(async () =>
        {
            var counter = db.IsPostgres
                ? (await db.Counters.FromSql($"SELECT * FROM counters WHERE site = {site} AND number = {number} FOR UPDATE").ToListAsync(cancel)).Single()
                : await db.Counters.SingleAsync(c => c.Site == site && c.Number == number, cancel);
            var serving = await db.Tickets.SingleOrDefaultAsync(t => t.Site == site && t.Counter == number && t.State == TicketState.Called, cancel);
            return await work(counter, serving, clock.Now());
        }, cancel);
    }
}
