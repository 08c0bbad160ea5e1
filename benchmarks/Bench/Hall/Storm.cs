using System.Collections.Concurrent;
using System.Diagnostics;

namespace GridDesk.Bench.Hall;

/// <summary>Everybody presses at once: 200 screens and 64 counters, as fast as they are answered, until every ticket has been served. What is measured is what went wrong.</summary>
internal static class Storm
{
    private const int Screens = 200;

    private static readonly string[] Kinds = ["ordinary", "ordinary", "quick", "senior"];

    public static async Task RunAsync(string? postgres, int tickets)
    {
        await using var hall = await BusyHall.OpenAsync(postgres, postgres is null ? 1 : 2);
        var watch = Stopwatch.StartNew();
        ConcurrentQueue<Given> given = [];
        ConcurrentQueue<Call> calls = [];
        var left = tickets;
        var taking = Task.WhenAll(Enumerable.Range(0, Screens).Select(TakeAsync));
        await Task.WhenAll(Enumerable.Range(1, BusyHall.Counters).Select(ServeAsync).Append(taking));

        var minutes = watch.Elapsed.TotalMinutes;
        var stored = await hall.ReadAsync("SELECT name, kind, turn, state FROM tickets WHERE site = 'centre'", row => new Stored(row.GetString(0), row.GetString(1), Convert.ToDateTime(row.GetValue(2), null), row.GetString(3)));
        var calledTwice = await hall.ReadAsync("SELECT subject FROM events WHERE name = 'ticket.called' GROUP BY subject HAVING COUNT(*) > 1", row => row.GetString(0));
        var served = stored.Where(t => t.State == "Done").Select(t => t.Name).ToHashSet();
        Console.WriteLine($"Hall, {hall.Name}: {given.Count:N0} tickets from {Screens} screens, {calls.Count:N0} calls to {BusyHall.Counters} counters in {minutes:F1} minutes; pressed once more {hall.Again} times");
        Console.WriteLine($"  numbers given twice: {given.Count - given.Select(g => g.Name).Distinct().Count()} (0); lost: {given.Count(g => !served.Contains(g.Name))} (0)");
        Console.WriteLine($"  called twice: {calls.Count - calls.Select(c => c.Name).Distinct().Count()} by the counters' answers, {calledTwice.Count} by the events (0)");
        Console.WriteLine($"  called although somebody waited whose turn was earlier: {Overtaking.Count([.. given], [.. calls], stored)} (0)");

        async Task TakeAsync(int screen)
        {
            while (Interlocked.Decrement(ref left) >= 0)
            {
                var name = await hall.TakeAsync(screen, Kinds[Random.Shared.Next(Kinds.Length)]);
                given.Enqueue(new(name, watch.Elapsed));
            }
        }

        async Task ServeAsync(int counter)
        {
            while (true)
            {
                var (allGiven, began) = (taking.IsCompleted, watch.Elapsed);
                if (await hall.NextAsync(counter) is { } name)
                {
                    calls.Enqueue(new(name, counter, began, watch.Elapsed));
                    await hall.FinishAsync(counter);
                }
                else if (allGiven)
                {
                    return;
                }
                else
                {
                    await Task.Delay(20);
                }
            }
        }
    }
}

/// <param name="At">When the screen had its answer.</param>
internal sealed record Given(string Name, TimeSpan At);

internal sealed record Call(string Name, int Counter, TimeSpan Began, TimeSpan Ended);

/// <param name="Turn">The order in which the pack says that tickets are called.</param>
internal sealed record Stored(string Name, string Kind, DateTime Turn, string State);
