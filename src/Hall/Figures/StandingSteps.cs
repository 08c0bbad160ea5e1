using System.Reflection;
using GridDesk.Kernel.Events;

namespace GridDesk.Hall.Figures;

/// <summary>What counts of the steps of tickets: what a counter took back does not.</summary>
internal static class StandingSteps
{
    // Taken back is the last step of that name before it, of the same ticket.
    public static IReadOnlyList<Happening> Of(IReadOnlyList<Happening> all)
    {
        var taken = all.Where(h => h.Event is TicketUndone).ToList();
        if (taken.Count == 0)
        {
            return all;
        }

        var touched = taken.Select(h => h.Subject).ToHashSet();
        var steps = all.Where(h => h.Event is not TicketUndone && touched.Contains(h.Subject)).ToLookup(h => (h.Subject, NameOf(h.Event)));
        var undone = taken.Select(h => steps[(h.Subject, ((TicketUndone)h.Event).Step)].Where(step => step.Version < h.Version).MaxBy(step => step.Version)?.Id).ToHashSet();
        return [.. all.Where(h => h.Event is not TicketUndone && !undone.Contains(h.Id))];
    }

    private static string NameOf(IEvent happened) => happened.GetType().GetCustomAttribute<EventAttribute>()!.Name;
}
