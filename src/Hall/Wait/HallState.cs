using GridDesk.Hall.Definition;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Time;

namespace GridDesk.Hall.Wait;

/// <summary>How a hall stands now: who waits, who is served, and what a ticket may expect.</summary>
internal sealed class HallState(OfficeDb db, RecentPace lately, PackInForce pack, IClock clock)
{
    /// <exception cref="Refusal"><c>not-found</c></exception>
    public async Task<HallNow> ReadAsync(string site, CancellationToken cancel = default)
    {
        var (hall, now) = (HallSettings.Of(pack, site), clock.Now());
        var day = pack.Calendar.Today(now);
        var waiting = await db.Tickets.AsNoTracking().Where(t => t.Site == site && t.Day == day && t.State == TicketState.Waiting)
            .Select(t => new Waiter(t.Id, t.Kind, t.Group, t.Counter, t.Turn, t.Number) { StaffOnly = t.StaffOnly }).ToListAsync(cancel);
        var atCounters = await db.Tickets.AsNoTracking().Where(t => t.Site == site && t.Day == day && (t.State == TicketState.Called || t.State == TicketState.Held)).ToListAsync(cancel);
        var counters = await db.Counters.AsNoTracking().Where(c => c.Site == site).ToListAsync(cancel);
        return new(hall, day, now, waiting, atCounters, [.. counters.Where(c => hall.Counters.Any(d => d.Number == c.Number)).OrderBy(c => c.Number)]);
    }

    /// <summary>The tickets of some who wait, in the same order.</summary>
    public async Task<IReadOnlyList<Ticket>> TicketsAsync(IEnumerable<Waiter> waiting, CancellationToken cancel = default)
    {
        List<Guid> ids = [.. waiting.Select(w => w.Id)];
        var tickets = await db.Tickets.AsNoTracking().Where(t => ids.Contains(t.Id)).ToDictionaryAsync(t => t.Id, cancel);
        return [.. ids.Where(tickets.ContainsKey).Select(id => tickets[id])];
    }

    /// <summary>How many are ahead of a waiting ticket, and how long it still waits; null for one that does not wait. A number that is kept is told what it may expect, and nobody else is told of it.</summary>
    public async Task<Prospect?> OfAsync(Ticket ticket, CancellationToken cancel = default)
    {
        if (ticket.State is not TicketState.Waiting && !ticket.IsForHolding)
        {
            return null;
        }

        var now = await ReadAsync(ticket.Site, cancel);
        if (ticket.IsForHolding)
        {
            var kept = new Waiter(ticket.Id, ticket.Kind, ticket.Group, ticket.Counter, ticket.Turn, ticket.Number) { StaffOnly = ticket.StaffOnly };
            return await OfAsync(now, kept, [.. now.Waiting, kept], cancel);
        }

        return now.Waiting.FirstOrDefault(w => w.Id == ticket.Id) is { } me ? await OfAsync(now, me, now.Waiting, cancel) : null;
    }

    /// <summary>What somebody could expect who took a ticket of that kind now.</summary>
    /// <param name="group">Of the errand; one that any counter of the kind serves when null.</param>
    /// <param name="staffOnly">No volunteer calls them.</param>
    /// <param name="only">Number of the counter that alone calls them; any when null.</param>
    public Task<Prospect> OfNewcomerAsync(HallNow now, TicketKind kind, string? group = null, bool staffOnly = false, int? only = null, CancellationToken cancel = default)
    {
        var served = group ?? now.Hall.Counters.Where(c => c.Kinds.Contains(kind)).Select(c => c.Groups.FirstOrDefault()).FirstOrDefault(g => g is null) ?? "";
        var me = new Waiter(Guid.Empty, kind, served, only, now.At - Duration.FromMinutes(HallSettings.Find(pack)!.Of(kind).HeadStart), int.MaxValue) { StaffOnly = staffOnly };
        return OfAsync(now, me, [.. now.Waiting, me], cancel);
    }

    /// <summary>What somebody is told who is about to take a ticket.</summary>
    /// <exception cref="Refusal"><c>not-found</c></exception>
    public async Task<Prospect> OfVisitAsync(string site, Visit visit, CancellationToken cancel = default) =>
        await OfNewcomerAsync(await ReadAsync(site, cancel), visit.Kind, visit.Group, visit.StaffOnly, visit.Counter, cancel);

    private async Task<Prospect> OfAsync(HallNow now, Waiter me, IReadOnlyList<Waiter> waiting, CancellationToken cancel)
    {
        var pace = await lately.OfAsync(db, now.Hall.Site, now.At, cancel);
        var range = WaitForecast.Of(me, waiting, now.Working, pace, now.At, me.Id.GetHashCode());
        return new(WaitForecast.Ahead(me, waiting, range is null ? now.Hall.Counters : [.. now.Working.Select(c => c.Counter)]), range is { } wait ? new((int)Math.Floor(wait.From.TotalMinutes), (int)Math.Ceiling(wait.To.TotalMinutes)) : null);
    }
}

/// <param name="AtCounters">Of today: those that are called, or put aside.</param>
/// <param name="Counters">By number.</param>
internal sealed record HallNow(HallDefinition Hall, LocalDate Day, Instant At, IReadOnlyList<Waiter> Waiting, IReadOnlyList<Ticket> AtCounters, IReadOnlyList<Counter> Counters)
{
    public IReadOnlyList<WorkingCounter> Working =>
    [
        .. Counters.Where(c => c.State is CounterState.Open).Select(c => CalledTo(c.Number) is { } served
            ? new WorkingCounter(c.OfHall(Hall), served.Kind, At - served.CalledAt!.Value)
            : new WorkingCounter(c.OfHall(Hall), null, null)),
    ];

    public Ticket? CalledTo(int counter) => AtCounters.FirstOrDefault(t => t.State is TicketState.Called && t.Counter == counter);
}

/// <summary>What a waiting person is told.</summary>
/// <param name="Wait">Null when no counter that serves them is open.</param>
internal sealed record Prospect(int Ahead, WaitRange? Wait);

/// <summary>In whole minutes; nine of ten wait no shorter and no longer.</summary>
internal sealed record WaitRange(int From, int To)
{
    /// <summary>When somebody sets out who is that far away and wants to be there before they may be called; null when that is at once.</summary>
    /// <param name="told">When the range was told.</param>
    public Instant? LeaveAt(Instant told, Duration way) => Duration.FromMinutes(From) - way is var rest && rest > Duration.Zero ? told + rest : null;
}
