using GridDesk.Hall.Whose;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Time;
using GridDesk.Requests;
using GridDesk.Requests.Intake;

namespace GridDesk.Hall;

/// <summary>Whose a ticket is, and the requests that it becomes.</summary>
internal sealed partial class HallDesk : IIntakeOrigin
{
    /// <exception cref="Refusal"><c>hall.ticket-state</c>, <c>not-found</c></exception>
    public Task<Ticket> LinkAsync(Guid id, string subject, WhoseProof proof, Actor by, CancellationToken cancel = default) =>
        ChangeAsync(id, (ticket, _) => events.Record(ticket, ticket.LinkTo(subject, proof), by), cancel);

    public Task<Ticket> UnlinkAsync(Guid id, Actor by, CancellationToken cancel = default) => ChangeAsync(id, (ticket, _) =>
    {
        if (ticket.Whose is not null)
        {
            events.Record(ticket, ticket.Unlink(), by);
        }
    }, cancel);

    string? IIntakeOrigin.HrefOf(string key) => IdOf(key) is null ? null : "desk/hall";

    // The ticket of whoever files alone: the one at their counter, or the one that they finished a moment before.
    async Task<RequestServedAtCounter?> IIntakeOrigin.FiledAsync(string key, string request, string service, Actor by, CancellationToken cancel)
    {
        var today = pack.Calendar.Today(clock.Now());
        if (IdOf(key) is not { } id || await db.Tickets.AsNoTracking().SingleOrDefaultAsync(t => t.Id == id && t.Day == today, cancel) is not { } found
            || (found.State is TicketState.Called ? found.Counter : found.State is TicketState.Done ? found.TouchedBy : null) is not { } number
            || await db.Counters.AsNoTracking().SingleOrDefaultAsync(c => c.Site == found.Site && c.Number == number, cancel) is not { Staff: { } clerk } || Actor.Staff($"{clerk}").Key != by.Key)
        {
            return null;
        }

        RequestServedAtCounter? served = null;
        await ChangeAsync(id, (ticket, now) =>
        {
            var filed = ticket.File(number, service, request, now);
            events.Record(ticket, filed, by);
            served = new(key, ticket.Site, number, filed.Served);
            if (ticket.State is TicketState.Called && ticket.IsAllFiled)
            {
                events.Record(ticket, ticket.Finish(number, TicketOutcome.Done, now), by);
            }
        }, cancel);
        return served;
    }

    private static Guid? IdOf(string key) => key.StartsWith("ticket:", StringComparison.Ordinal) && Guid.TryParse(key["ticket:".Length..], out var id) ? id : null;
}
