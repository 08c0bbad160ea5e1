using System.Reflection;
using GridDesk.Hall;

namespace GridDesk.Tests.Hall;

/// <summary>Two counters, a kiosk, its printer, its visitor and a clock do whatever they can, in every order, six steps deep; what must never be never is.</summary>
public sealed class TicketInterleavingTests
{
    private const int Depth = 6;
    private static readonly Instant Nine = Instant.FromUtc(2019, 6, 20, 1, 0);
    private static readonly MethodInfo Clone = typeof(object).GetMethod("MemberwiseClone", BindingFlags.Instance | BindingFlags.NonPublic)!;
    private readonly Dictionary<string, int> _known = [];
    private int _tried;

    [Fact]
    public void In_every_order_a_ticket_is_at_one_counter_and_a_counter_has_one_ticket()
    {
        Explore(new([], Nine), Depth);
        _tried.ShouldBeGreaterThan(80_000);
    }

    private void Explore(World world, int left)
    {
        // Another order led here before, with as many steps left: nothing new comes of it.
        if (_known.GetValueOrDefault(world.Key, -1) >= left)
        {
            return;
        }

        _known[world.Key] = left;
        Check(world);
        if (left == 0)
        {
            return;
        }

        foreach (var step in Steps())
        {
            var next = world.Copy();
            _tried++;
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
        yield return world => world.Tickets.Add(world.Tickets.Count < 2 ? HallCases.Kept(world.Tickets.Count + 1, world.Now) : throw new Refusal("full", "", ""));
        yield return world => world.Now += Ticket.KeptFor;
        yield return world => world.Tickets.ForEach(t => t.RunOut(world.Now));
        yield return world => Kept(world).NotPrinted("entrance", PrinterCondition.Jam, inDoubt: true);
        yield return world =>
        {
            Kept(world).Printed("entrance");
            Kept(world).Hold();
        };
        yield return world => Kept(world).Hold(TicketWay.Phone);
        yield return world => (world.Tickets.FirstOrDefault(t => t.MayGiveUp) ?? throw new Refusal("none", "", "")).GiveUp(world.Now);
        foreach (var counter in (int[])[1, 2])
        {
            yield return world => (world.At(counter) is null ? world.Tickets.Where(t => t.State is TicketState.Waiting && (t.Counter ?? counter) == counter).MinBy(t => t.Turn) : null)?.Call(counter, false, world.Now);
            yield return world => Served(world, counter).Hold(counter, world.Now);
            yield return world => (world.At(counter) is null ? world.Tickets.FirstOrDefault(t => t.State is TicketState.Held) : null)?.Call(counter, false, world.Now);
            yield return world => Served(world, counter).Miss(counter, world.Now);
            yield return world => Served(world, counter).Finish(counter, TicketOutcome.Done, world.Now);
            yield return world => Served(world, counter).SendOn(counter, 3 - counter, ("XFER", "contract", false), world.Now);
            yield return world => (world.At(counter) ?? world.Tickets.Where(t => t.TouchedBy == counter).MaxBy(t => t.TouchedAt) ?? throw new Refusal("none", "", "")).Undo(counter, world.Now);
        }
    }

    private static Ticket Kept(World world) => world.Tickets.FirstOrDefault(t => t.IsForHolding) ?? throw new Refusal("nobody", "", "");

    private static Ticket Served(World world, int counter) => world.At(counter) ?? throw new Refusal("nobody", "", "");

    private static void Check(World world)
    {
        foreach (var counter in (int[])[1, 2])
        {
            world.Tickets.Count(t => t.State is TicketState.Called && t.Counter == counter).ShouldBeLessThanOrEqualTo(1);
        }

        world.Tickets.All(t => (t.State == TicketState.Called) == (t.State == TicketState.Called && t.Counter != null && t.CalledAt != null)).ShouldBeTrue(world.Key);
        world.Tickets.All(t => (t.EndedAt == null) == (t.State != TicketState.Done && t.State != TicketState.Missed && t.State != TicketState.Released)).ShouldBeTrue(world.Key);
        world.Tickets.All(t => (t.ReleasedFor == null) == (t.State != TicketState.Released)).ShouldBeTrue(world.Key);
        world.Tickets.All(t => !(t.State == TicketState.Reserved || t.State == TicketState.Released) || t.Counter == null && t.CalledAt == null && t.TouchedBy == null).ShouldBeTrue(world.Key);
        world.Tickets.All(t => (t.Outcome == null) == (t.State != TicketState.Done)).ShouldBeTrue(world.Key);
    }

    private static void Same(World one, World other) => one.Tickets.Select(Stand).ShouldBe(other.Tickets.Select(Stand));

    private static (string, TicketState, int?, Instant?, Instant?) Stand(Ticket t) => (t.Name, t.State, t.Counter, t.CalledAt, t.EndedAt);

    private sealed record World(List<Ticket> Tickets, Instant Now)
    {
        public Instant Now { get; set; } = Now;

        public string Key => $"{Now.ToUnixTimeSeconds()}|{string.Join('|', Tickets.Select(t => $"{t.Name} {t.State} {t.Way} {t.Counter} {t.WaitsSince} {t.CalledAt} {t.ShownAt} {t.EndedAt} {t.Outcome} {t.ReleasedFor} {t.Prints} {t.PrintProblem} {t.MayBeOnPaper} {t.TouchedBy} {t.TouchedAt} {t.Last} {t.Group} {t.TakenAt}"))}";

        public Ticket? At(int counter) => Tickets.SingleOrDefault(t => t.State is TicketState.Called && t.Counter == counter);

        public World Copy() => new([.. Tickets.Select(t => (Ticket)Clone.Invoke(t, null)!)], Now);
    }
}
