using GridDesk.Hall.Definition;
using GridDesk.Kernel.Events;

namespace GridDesk.Hall.Print;

/// <summary>
/// A number that comes on paper: it is kept, printed, and stands in the line once the printer confirmed it. Nothing is saved while the
/// printer is talked to; whatever ends in between leaves a number that is kept for its time and then released.
/// </summary>
internal sealed class SlipPrinting(HallDesk desk, IReceiptPrinter printers, SlipWriting slips)
{
    /// <param name="address">Of the office's site, as a visitor's telephone reaches it.</param>
    /// <exception cref="Refusal">As of <see cref="HallDesk.TakeAsync"/>.</exception>
    public async Task<Ticket> TakeAsync(string site, Visit visit, PrinterDefinition printer, string address, Actor by)
    {
        var (ticket, isNew) = await desk.ReserveAsync(site, visit, by);
        return isNew ? await PrintAsync(ticket, printer, address, by) : await PrintedAsync(ticket);
    }

    // Touched twice: the first touch prints, the second waits for it.
    private async Task<Ticket> PrintedAsync(Ticket ticket)
    {
        for (var looks = 0; looks < 40 && ticket is { State: TicketState.Reserved, Prints: 0 }; looks++)
        {
            await Task.Delay(300);
            ticket = await desk.GetAsync(ticket.Site, ticket.Id);
        }

        return ticket;
    }

    /// <summary>Prints a ticket's slip, for the first time or again; the number is the same.</summary>
    /// <exception cref="Refusal"><c>hall.ticket-state</c>, <c>hall.prints</c></exception>
    public async Task<Ticket> PrintAsync(Ticket ticket, PrinterDefinition printer, string address, Actor by)
    {
        ticket.RefuseUnlessPrintable();
        var printing = await printers.PrintAsync(printer, await slips.OfAsync(ticket, address));
        var printed = await desk.PrintedAsync(ticket.Id, printer.Code, printing, by);
        await desk.SawAsync(ticket.Site, printer.Code, printing.Condition, by);
        return printed;
    }
}
