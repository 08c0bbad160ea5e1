using System.Data.Common;
using System.Diagnostics;
using System.Text.RegularExpressions;
using GridDesk.Bench.Desk;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace GridDesk.Bench.Plan;

/// <summary>
/// A self-assessment of a half-year in which very much happened: made and frozen, its report written, and the plan's page for everybody.
/// The yardsticks are one bare reading of the same events, and the same with fewer.
/// </summary>
internal static partial class Rounds
{
    private const string Clock = "2019-07-02T19:00+08:00"; // the half-year is over, and nobody is chased in the evening
    private const string Round = "/en/desk/assessments/108-1";

    private static readonly DateTime From = new(2018, 12, 31, 16, 0, 0, DateTimeKind.Utc);
    private static readonly DateTime Until = new(2019, 6, 30, 16, 0, 0, DateTimeKind.Utc);

    private static readonly string[] Departments = ["service-centre", "information", "business", "general-affairs", "service-section", "service-stations", "billing", "planning", "hr", "new-supply", "collection", "processing", "manpower"];

    public static async Task RunAsync(string? postgres, IReadOnlyList<int> sizes)
    {
        Dictionary<string, double> fewer = [];
        foreach (var size in sizes)
        {
            var database = postgres is null ? null : await Office.NewDatabaseAsync(postgres);
            await using var office = await Office.OpenAsync(database, "--demo", "--demo-password", Clerk.Password, "--clock", Clock);
            await using DbConnection connection = database is null ? new SqliteConnection($"Data Source={Path.Combine(office.Data, "office.db")}") : new NpgsqlConnection(database);
            await connection.OpenAsync();
            var watch = Stopwatch.StartNew();
            await new ManyEvents(connection, size, From, Until, Departments).FillAsync();
            var filled = watch.Elapsed.TotalSeconds;
            await office.RestartAsync();
            await BareReading.SecondsAsync(connection, From, Until); // until the compiler has nothing left to do
            var bare = await BareReading.SecondsAsync(connection, From, Until);
            using var head = await Clerk.SignInAsync(office.Http.BaseAddress!, "head");
            Console.WriteLine($"Plan, {(database is null ? "SQLite" : "PostgreSQL")}, {size:N0} events (filled in {filled:F0} s); {office.PeakMegabytes} MB before");

            watch.Restart();
            var page = await head.LookAsync(Round);
            Say("the round as it would stand today", watch, 30, $"; each event read once and nothing made of it {bare:F2} s, ratio {watch.Elapsed.TotalSeconds / bare:F1}");
            watch.Restart();
            await head.SendAsync(Round, page, "", new() { ["act"] = "freeze", ["Seen"] = Version().Match(page).Groups[1].Value });
            Say("the round frozen, with the keys of all rows", watch, 30, $"; ratio {watch.Elapsed.TotalSeconds / bare:F1}");
            Console.WriteLine($"  memory at most: {office.PeakMegabytes} MB (at most 500)");
            watch.Restart();
            await head.LookAsync("/plan/108/1.odt");
            Say("its report written (ODT)", watch, 5);
            await PageAsync(office);
            Console.WriteLine($"  memory at most, the plan's page included: {office.PeakMegabytes} MB");

            void Say(string what, Stopwatch took, int atMost, string beside = "")
            {
                var seconds = took.Elapsed.TotalSeconds;
                var growth = fewer.TryGetValue(what, out var before) ? $"; {seconds / before:F1} x that with {sizes[0]:N0}" : "";
                fewer.TryAdd(what, seconds);
                Console.WriteLine($"  {what}: {seconds:F2} s (at most {atMost}){beside}{growth}");
            }

            async Task PageAsync(Office open)
            {
                watch.Restart();
                await LookAsync(open);
                Console.WriteLine($"  the plan's page, cold: {watch.Elapsed.TotalSeconds:F2} s");
                await Load.OpenLoopAsync(() => LookAsync(open), perSecond: 20, TimeSpan.FromSeconds(10));
                var times = await Load.OpenLoopAsync(() => LookAsync(open), perSecond: 20, TimeSpan.FromSeconds(30));
                var p95 = Load.Percentile(times, 95);
                var beside = fewer.TryGetValue("page", out var small) ? $"; {p95 / small:F2} x that with {sizes[0]:N0}" : "";
                fewer.TryAdd("page", p95);
                Console.WriteLine($"  the plan's page: p50 {Load.Percentile(times, 50):F1} ms, p95 {p95:F1} ms (at most 100), max {times.Max():F1} ms at 20/s open loop{beside}");
            }
        }
    }

    private static async Task LookAsync(Office office)
    {
        using var answer = await office.Http.GetAsync("/plan?year=108&half=1");
        answer.EnsureSuccessStatusCode();
        await answer.Content.ReadAsByteArrayAsync();
    }

    [GeneratedRegex("name=\"Seen\"[^>]*value=\"([0-9]+)\"")]
    private static partial Regex Version();
}
