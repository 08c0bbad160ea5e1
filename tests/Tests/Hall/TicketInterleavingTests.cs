using System.Reflection;
using GridDesk.Hall;

namespace GridDesk.Tests.Hall;

/// <summary>Two counters, a kiosk and a clock do whatever they can, in every order, six steps deep; what must never be never is.</summary>
public sealed class TicketInterleavingTests
{
    private const int Depth = 6;
    private static readonly Instant Nine = Instant.FromUtc(2019, 6, 20, 1, 0);
    private static readonly MethodInfo Clone = typeof(object).GetMethod("MemberwiseClone", BindingFlags.Instance | BindingFlags.NonPublic)!;
    private int _seen;

    [Fact]
    public void In_every_order_a_ticket_is_at_one_counter_and_a_counter_has_one_ticket()
    {
        Explore(new([], Nine), Depth);
        _seen.ShouldBeGreaterThan(20_000);
    }

    private void Explore(World world, int left)
    {
        _seen++;
        Check(world);
        if (left == 0)
        {
            return;
        }

        foreach (var step in Steps())
        {
            var next = world.Copy();
            try
            {
                step(next);
            }
            catch (Refusal)
            {
                Same(next, world); // what is refused changes nothing
                continue;
            }

            Explore(next, left - 1);
        }
    }

    private static IEnumerable<Action<World>> Steps()
    {
        yield return world => world.Tickets.Add(world.Tickets.Count < 2 ? HallCases.Taken(world.Tickets.Count + 1, world.Now) : throw new Refusal("full", "", ""));
        yield return world => world.Now += Ticket.MayBeUndone + Duration.FromSeconds(1);
        foreach (var counter in (int[])[1, 2])
        {
            yield return world => (world.At(counter) is null ? world.Tickets.Where(t => t.State is TicketState.Waiting && (t.Counter ?? counter) == counter).MinBy(t => t.Turn) : null)?.Call(counter, false, world.Now);
            yield return world => Served(world, counter).Hold(counter, world.Now);
            yield return world => (world.At(counter) is null ? world.Tickets.FirstOrDefault(t => t.State is TicketState.Held) : null)?.Call(counter, false, world.Now);
            yield return world => Served(world, counter).Miss(counter, world.Now);
            yield return world => Served(world, counter).Finish(counter, TicketOutcome.Done, world.Now);
            yield return world => Served(world, counter).SendOn(counter, 3 - counter, ("XFER", "contract"), world.Now);
            yield return world => (world.At(counter) ?? world.Tickets.Where(t => t.TouchedBy == counter).MaxBy(t => t.TouchedAt) ?? throw new Refusal("none", "", "")).Undo(counter, world.Now);
        }
    }

    private static Ticket Served(World world, int counter) => world.At(counter) ?? throw new Refusal("nobody", "", "");

    private static void Check(World world)
    {
        foreach (var counter in (int[])[1, 2])
        {
            world.Tickets.Count(t => t.State is TicketState.Called && t.Counter == counter).ShouldBeLessThanOrEqualTo(1);
        }

        world.Tickets.ShouldAllBe(t => (t.State == TicketState.Called) == (t.State == TicketState.Called && t.Counter != null && t.CalledAt != null));
        world.Tickets.ShouldAllBe(t => (t.EndedAt == null) == (t.State != TicketState.Done && t.State != TicketState.Missed));
        world.Tickets.ShouldAllBe(t => (t.Outcome == null) == (t.State != TicketState.Done));
    }

    private static void Same(World one, World other) => one.Tickets.Select(Stand).ShouldBe(other.Tickets.Select(Stand));

    private static (string, TicketState, int?, Instant?, Instant?) Stand(Ticket t) => (t.Name, t.State, t.Counter, t.CalledAt, t.EndedAt);

    private sealed record World(List<Ticket> Tickets, Instant Now)
    {
        public Instant Now { get; set; } = Now;

        public Ticket? At(int counter) => Tickets.SingleOrDefault(t => t.State is TicketState.Called && t.Counter == counter);

        public World Copy() => new([.. Tickets.Select(t => (Ticket)Clone.Invoke(t, null)!)], Now);
    }
}
