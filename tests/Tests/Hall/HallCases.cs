using GridDesk.Hall;
using GridDesk.Hall.Definition;
using GridDesk.Kernel.Events;
using GridDesk.Tests.Infrastructure;
using GridDesk.Tests.Requests;

namespace GridDesk.Tests.Hall;

/// <summary>Short words for what happens in a test's hall.</summary>
internal static class HallCases
{
    public const string Site = "centre";

    public static readonly IReadOnlyDictionary<TicketKind, KindOfTicket> Kinds = new Dictionary<TicketKind, KindOfTicket>
    {
        [TicketKind.Ordinary] = new(TicketKind.Ordinary, 1, Phrase.Same("o"), 0),
        [TicketKind.Quick] = new(TicketKind.Quick, 2, Phrase.Same("q"), 0),
        [TicketKind.Senior] = new(TicketKind.Senior, 3, Phrase.Same("s"), 15),
        [TicketKind.Appointment] = new(TicketKind.Appointment, 5, Phrase.Same("a"), 10),
    };

    public static Visit VisitOf(TicketKind kind = TicketKind.Ordinary, string errand = "XFER", string group = "contract") => new(kind, TicketWay.Kiosk, Language.Chinese, [errand], group);

    public static Ticket Taken(int number, Instant at, TicketKind kind = TicketKind.Ordinary) =>
        Ticket.Take(Guid.CreateVersion7(), Site, at.InUtc().Date, Kinds[kind], number, VisitOf(kind), at).Ticket;

    /// <summary>A number whose slip is still to be printed.</summary>
    public static Ticket Kept(int number, Instant at) => Ticket.Reserve(Guid.CreateVersion7(), Site, at.InUtc().Date, Kinds[TicketKind.Ordinary], number, VisitOf(), at).Ticket;

    extension(TestOffice office)
    {
        public Task<T> InHallAsync<T>(Func<HallDesk, Task<T>> act) => office.WithAsync(act);

        public Task<Ticket> TakeTicketAsync(TicketKind kind = TicketKind.Ordinary, string errand = "XFER", string group = "contract") =>
            office.InHallAsync(desk => desk.TakeAsync(Site, VisitOf(kind, errand, group), Actor.Customer));

        public async Task<Actor> OpenCounterAsync(int number, string person, string? reason = null)
        {
            var id = await office.IdOfAsync(person);
            await office.WithAsync<HallDesk>(desk => desk.OpenAsync(Site, number, new(id, [], MayOverrule: false), reason, Actor.Staff($"{id}")));
            return Actor.Staff($"{id}");
        }
    }
}
