using GridDesk.Kernel.Data;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Time;
using GridDesk.Kernel.Web;

namespace GridDesk.Hall.Take;

/// <summary>The code on a ticket: whoever has it sees how the ticket stands.</summary>
internal sealed class TicketCodes(OfficeDb db, ServerKeys keys, PackInForce pack, IClock clock)
{
    private const string Purpose = "ticket";

    public Task<string> OfAsync(Guid ticket, CancellationToken cancel = default) => keys.CodeAsync(db, Purpose, ticket, cancel);

    /// <summary>The ticket of today with that name and code; a wrong code and a name that nobody has are the same.</summary>
    /// <exception cref="Refusal"><c>not-found</c></exception>
    public async Task<Ticket> OpenAsync(string site, string? name, string? code, CancellationToken cancel = default)
    {
        var today = pack.Calendar.Today(clock.Now());
        var ticket = await db.Tickets.AsNoTracking().SingleOrDefaultAsync(t => t.Site == site && t.Day == today && t.Name == name, cancel);
        var right = await OfAsync(ticket?.Id ?? Guid.Empty, cancel);
        return ServerKeys.Matches(right, code) && ticket is not null ? ticket
            : throw new Refusal("not-found", "查不到。號碼和代碼要一起對；昨天的號碼今天不能用。", "Nothing found. Number and code must match; yesterday’s ticket does not hold today.");
    }
}
