using GridDesk.Hall.Definition;
using GridDesk.Services;

namespace GridDesk.Hall.Take;

/// <summary>What may be chosen at a hall, and in which lines those may stand who chose it.</summary>
internal static class Errands
{
    /// <summary>The services that a counter of the hall does.</summary>
    public static IReadOnlyList<ServiceDefinition> At(HallDefinition hall, ServiceCatalogue services, LocalDate day) =>
        [.. services.At(day).Where(s => s.Channels.Contains("counter") && hall.Counters.Any(c => c.Groups.Count == 0 || c.Groups.Contains(s.Group)))];

    /// <summary>
    /// The lines for one visit. Whoever wants quick things only stands in the quick line or the senior one; with anything else in it, the
    /// visit is an ordinary one. The first errand decides who serves.
    /// </summary>
    public static IReadOnlyList<KindOfTicket> Lines(HallSettings settings, HallDefinition hall, IReadOnlyList<ServiceDefinition> chosen) =>
    [
        .. settings.Kinds.Where(line => line.Kind switch
        {
            TicketKind.Appointment => false,
            TicketKind.Quick => chosen.All(s => s.Quick),
            TicketKind.Ordinary => !chosen.All(s => s.Quick),
            _ => true,
        } && hall.Counters.Any(c => c.Serves(line.Kind, chosen[0].Group))),
    ];
}
