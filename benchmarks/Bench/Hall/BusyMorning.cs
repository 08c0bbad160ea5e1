using System.Collections.Concurrent;
using System.Data.Common;
using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace GridDesk.Bench.Hall;

/// <summary>
/// Twenty calls and fifty tickets a second, whether or not earlier ones were answered: far more than any hall sees. The yardstick is one
/// row that is updated and committed from one client, at the same rate, in the same run.
/// </summary>
internal static class BusyMorning
{
    private const int CallsPerSecond = 20;
    private const int TicketsPerSecond = 50;

    private static readonly TimeSpan Time = TimeSpan.FromSeconds(60);

    public static async Task RunAsync(string? postgres)
    {
        await using var hall = await BusyHall.OpenAsync(postgres, postgres is null ? 1 : 2);
        for (var i = 0; i < 500; i++) // somebody waits at every moment
        {
            await hall.TakeAsync(i, "ordinary");
        }

        await MeasureAsync(hall, TimeSpan.FromSeconds(15)); // until the compiler has nothing left to do
        var bare = await BareAsync(hall.Connection, Time / 3);
        var (calls, tickets) = await MeasureAsync(hall, Time);
        var (p99, yardstick) = (Load.Percentile(calls, 99), Load.Percentile(bare, 99));
        Console.WriteLine($"Hall, {hall.Name}, {CallsPerSecond} calls and {TicketsPerSecond} tickets a second, open loop");
        Console.WriteLine($"  call next: p50 {Load.Percentile(calls, 50):F1} ms, p99 {p99:F1} ms (at most 50), max {calls.Max():F1} ms; one bare UPDATE … RETURNING p50 {Load.Percentile(bare, 50):F1} ms, p99 {yardstick:F1} ms; ratio {p99 / yardstick:F1} (at most 4)");
        Console.WriteLine($"  take a ticket: p50 {Load.Percentile(tickets, 50):F1} ms, p99 {Load.Percentile(tickets, 99):F1} ms, max {tickets.Max():F1} ms");
    }

    private static async Task<(double[] Calls, double[] Tickets)> MeasureAsync(BusyHall hall, TimeSpan time)
    {
        var taking = Load.OpenLoopAsync(() => hall.TakeAsync(Random.Shared.Next(1000), "ordinary"), TicketsPerSecond, time);
        ConcurrentQueue<int> free = new(Enumerable.Range(6, BusyHall.Counters - 5)); // those that serve every line
        ConcurrentBag<Task> finishing = [];
        var calls = await Load.OpenLoopAsync(async () =>
        {
            int counter;
            while (!free.TryDequeue(out counter))
            {
                await Task.Delay(1);
            }

            await hall.NextAsync(counter);
            finishing.Add(FinishAsync(counter));
        }, CallsPerSecond, time);
        await Task.WhenAll(finishing);
        return (calls, await taking);

        async Task FinishAsync(int counter)
        {
            await Task.Delay(500);
            await hall.FinishAsync(counter);
            free.Enqueue(counter);
        }
    }

    private static async Task<double[]> BareAsync(DbConnection connection, TimeSpan time)
    {
        var file = Path.Combine(Path.GetTempPath(), $"griddesk-yardstick-{Guid.NewGuid():N}.db"); // in a file with one writer the office would be measured too
        await using var own = connection is SqliteConnection ? (DbConnection)new SqliteConnection($"Data Source={file}") : new NpgsqlConnection(connection.ConnectionString);
        await own.OpenAsync();
        await RunAsync($"{(connection is SqliteConnection ? "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; " : "")}CREATE TABLE yardstick (id integer PRIMARY KEY, last integer)");
        await RunAsync("INSERT INTO yardstick (id, last) VALUES (1, 0)");
        List<double> times = [];
        var watch = Stopwatch.StartNew();
        while (watch.Elapsed < time)
        {
            var began = watch.Elapsed;
            await RunAsync("UPDATE yardstick SET last = last + 1 WHERE id = 1 RETURNING last");
            times.Add((watch.Elapsed - began).TotalMilliseconds);
            await Task.Delay(TimeSpan.FromSeconds(1.0 / CallsPerSecond));
        }

        File.Delete(file);
        return [.. times];

        async Task RunAsync(string text)
        {
            await using var command = own.CreateCommand();
            command.CommandText = text;
            await command.ExecuteScalarAsync();
        }
    }
}
