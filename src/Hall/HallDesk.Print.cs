using GridDesk.Hall.Definition;
using GridDesk.Hall.Print;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Time;

namespace GridDesk.Hall;

/// <summary>Numbers whose slips are printed, and the printers.</summary>
internal sealed partial class HallDesk
{
    /// <summary>Keeps a number for a visitor while its slip is printed.</summary>
    /// <exception cref="Refusal"><c>not-found</c>, <c>hall.closed</c></exception>
    public Task<(Ticket Ticket, bool IsNew)> ReserveAsync(string site, Visit visit, Actor by, CancellationToken cancel = default) => OnceAsync(site, visit, Ticket.Reserve, by, cancel);

    /// <summary>What became of a printing: a number whose slip a printer confirmed stands in the line.</summary>
    public Task<Ticket> PrintedAsync(Guid id, string printer, Printing printing, Actor by, CancellationToken cancel = default) => ChangeAsync(id, (ticket, _) =>
    {
        if (printing.Result is not PrintResult.Printed)
        {
            events.Record(ticket, ticket.NotPrinted(printer, printing.Condition, printing.Result is PrintResult.InDoubt), by);
            return;
        }

        events.Record(ticket, ticket.Printed(printer), by);
        if (ticket.IsForHolding)
        {
            events.Record(ticket, ticket.Hold(), by);
        }
    }, cancel);

    /// <summary>A visitor says that no slip came out, whatever the printer says.</summary>
    public Task<Ticket> NothingCameAsync(Guid id, string printer, Actor by, CancellationToken cancel = default) =>
        ChangeAsync(id, (ticket, _) => events.Record(ticket, ticket.NotPrinted(printer, PrinterCondition.Doubted, inDoubt: false), by), cancel);

    /// <summary>Somebody holds the number; nothing when it stands in the line already.</summary>
    /// <exception cref="Refusal"><c>hall.ticket-state</c>, <c>not-found</c></exception>
    public Task<Ticket> HoldAsync(Guid id, TicketWay? way, Actor by, CancellationToken cancel = default) => ChangeAsync(id, (ticket, _) =>
    {
        if (ticket.State is not TicketState.Waiting)
        {
            events.Record(ticket, ticket.Hold(way), by);
        }
    }, cancel);

    /// <exception cref="Refusal"><c>hall.ticket-state</c>, <c>not-found</c></exception>
    public Task<Ticket> GiveUpAsync(Guid id, Actor by, CancellationToken cancel = default) => ChangeAsync(id, (ticket, now) => events.Record(ticket, ticket.GiveUp(now), by), cancel);

    /// <summary>Releases every number that was kept for its time.</summary>
    public async Task ReleaseOldAsync(Actor by, CancellationToken cancel = default)
    {
        var before = clock.Now() - Ticket.KeptFor;
        foreach (var id in await db.Tickets.Where(t => t.State == TicketState.Reserved && t.TakenAt <= before).Select(t => t.Id).ToListAsync(cancel))
        {
            await ChangeAsync(id, (ticket, now) =>
            {
                if (ticket.RunOut(now) is { } released) // somebody may have come in between
                {
                    events.Record(ticket, released, by);
                }
            }, cancel, ofToday: false);
        }
    }

    /// <summary>A printer answered, or did not; or a visitor doubts it.</summary>
    public Task SawAsync(string site, string code, PrinterCondition condition, Actor by, CancellationToken cancel = default) =>
        OfPrinterAsync(site, code, (printer, now) => printer.Hears(condition) ? printer.Become(condition, now) : null, by, cancel);

    /// <summary>Somebody looked at a printer that was doubted, and it prints.</summary>
    public Task MendedAsync(string site, string code, Actor by, CancellationToken cancel = default) =>
        OfPrinterAsync(site, code, (printer, now) => printer.Become(PrinterCondition.Ready, now), by, cancel);

    private Task OfPrinterAsync(string site, string code, Func<Printer, Instant, IEvent?> change, Actor by, CancellationToken cancel) => db.CommitAsync(async () =>
    {
        var found = db.IsPostgres ? db.Printers.FromSql($"SELECT * FROM printers WHERE site = {site} AND code = {code} FOR UPDATE") : db.Printers.Where(p => p.Site == site && p.Code == code);
        if ((await found.ToListAsync(cancel)).SingleOrDefault() is { } printer)
        {
            await db.Entry(printer).ReloadAsync(cancel);
            if (change(printer, clock.Now()) is { } changed)
            {
                events.Record(printer, changed, by);
            }
        }
    }, cancel);

    // Two that touch a number at the same moment come one after the other, each to how it stands then.
    private Task<Ticket> ChangeAsync(Guid id, Action<Ticket, Instant> change, CancellationToken cancel, bool ofToday = true) => db.CommitAsync(async () =>
    {
        var found = db.IsPostgres ? db.Tickets.FromSql($"SELECT * FROM tickets WHERE id = {id} FOR UPDATE") : db.Tickets.Where(t => t.Id == id);
        var ticket = (await found.ToListAsync(cancel)).SingleOrDefault() ?? throw new Refusal("not-found", "沒有這張號碼。", "There is no such ticket.");
        await db.Entry(ticket).ReloadAsync(cancel);
        var now = clock.Now();
        if (ofToday && ticket.Day != pack.Calendar.Today(now))
        {
            throw new Refusal("not-found", "昨天的號碼今天不能用，請重新抽。", "Yesterday’s ticket does not hold today; please take another.");
        }

        change(ticket, now);
        return ticket;
    }, cancel);
}
