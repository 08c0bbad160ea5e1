using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace GridDesk.Bench;

/// <summary>Accepting a request durably over HTTP, beside bare single-row commits of the same store from one client.</summary>
internal static class Accepting
{
    public static async Task RunAsync(string? postgres)
    {
        var name = postgres is null ? "SQLite (synchronous=FULL)" : "PostgreSQL (its defaults)";
        var bare = await BareCommitsAsync(postgres, TimeSpan.FromSeconds(5));
        await using var office = await Office.OpenAsync(postgres is null ? null : await Office.NewDatabaseAsync(postgres));
        await ClosedLoopAsync(office, 16, TimeSpan.FromSeconds(20)); // until the compiler has nothing left to do

        var before = office.Used().CpuSeconds;
        var watch = Stopwatch.StartNew();
        var accepted = await ClosedLoopAsync(office, 32, TimeSpan.FromSeconds(10));
        var rate = accepted / watch.Elapsed.TotalSeconds;
        var cpu = (office.Used().CpuSeconds - before) / accepted * 1000;
        Console.WriteLine($"Accepting, {name}: {rate:F0}/s; bare commits {bare:F0}/s; ratio {rate / bare:F2} (at least 0.10); {cpu:F2} ms of CPU each");

        var latencies = await Load.OpenLoopAsync(() => office.AcceptAsync(), perSecond: 100, TimeSpan.FromSeconds(20));
        Console.WriteLine($"  at 100/s open loop: p50 {Load.Percentile(latencies, 50):F1} ms, p99 {Load.Percentile(latencies, 99):F1} ms (at most 50), max {latencies.Max():F1} ms");
    }

    private static async Task<int> ClosedLoopAsync(Office office, int clients, TimeSpan time)
    {
        var accepted = 0;
        using var stop = new CancellationTokenSource(time);
        await Task.WhenAll(Enumerable.Range(0, clients).Select(async _ =>
        {
            while (!stop.IsCancellationRequested)
            {
                await office.AcceptAsync();
                Interlocked.Increment(ref accepted);
            }
        }));
        return accepted;
    }

    private static async Task<double> BareCommitsAsync(string? postgres, TimeSpan time)
    {
        var file = Path.Combine(Path.GetTempPath(), $"griddesk-yardstick-{Guid.NewGuid():N}.db");
        await using System.Data.Common.DbConnection connection = postgres is null ? new SqliteConnection($"Data Source={file}") : new NpgsqlConnection(postgres);
        await connection.OpenAsync();
        await RunAsync(connection, postgres is null
            ? "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE yardstick (id INTEGER PRIMARY KEY, text TEXT)"
            : "DROP TABLE IF EXISTS yardstick; CREATE TABLE yardstick (id bigserial PRIMARY KEY, text text)");
        var watch = Stopwatch.StartNew();
        var commits = 0;
        while (watch.Elapsed < time)
        {
            await RunAsync(connection, "INSERT INTO yardstick (text) VALUES ('a single row')");
            commits++;
        }

        File.Delete(file);
        return commits / watch.Elapsed.TotalSeconds;

        static async Task RunAsync(System.Data.Common.DbConnection connection, string text)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = text;
            await command.ExecuteNonQueryAsync();
        }
    }
}
