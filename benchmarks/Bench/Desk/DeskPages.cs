using System.Data.Common;
using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace GridDesk.Bench.Desk;

/// <summary>
/// What a clerk waits for while the office grows from a hundred thousand cases to a million: the department's promises by due date, a case,
/// a search; thirty a second, whether or not earlier ones were answered. The yardstick is the same page with a hundred thousand.
/// </summary>
internal static partial class DeskPages
{
    private const string Clock = "2019-06-20T10:00+08:00";

    private static readonly string[] Searches = ["陳", "林阿", "好", "王小明", "淑芬", "09123", "0987654", "民族路28號", "嘉義市東區", "CY108-20", "曹", "垂楊路 陳"];

    public static async Task RunAsync(string? postgres, IReadOnlyList<int> sizes)
    {
        Dictionary<string, double> yardstick = [];
        foreach (var size in sizes)
        {
            var database = postgres is null ? null : await Office.NewDatabaseAsync(postgres);
            await using var office = await Office.OpenAsync(database, "--demo", "--demo-password", Clerk.Password, "--clock", Clock);
            await using DbConnection connection = database is null ? new SqliteConnection($"Data Source={Path.Combine(office.Data, "office.db")}") : new NpgsqlConnection(database);
            await connection.OpenAsync();
            var watch = Stopwatch.StartNew();
            var people = await ListAsync(connection, "SELECT CAST(m.id AS varchar(40)) FROM staff_members m JOIN staff_logins l ON l.id = m.id ORDER BY CASE WHEN l.user_name = 'clerk' THEN 0 ELSE 1 END");
            var departments = await ListAsync(connection, "SELECT DISTINCT department FROM requests WHERE department <> 'service-centre'");
            await new ManyCases(connection, size, new DateTime(2019, 6, 20, 2, 0, 0, DateTimeKind.Utc), ["service-centre", .. departments], people).FillAsync();
            Console.WriteLine($"Desk, {(postgres is null ? "SQLite" : "PostgreSQL")}, {size:N0} cases (filled in {watch.Elapsed.TotalSeconds:F0} s)");
            await MeasureAsync(office, yardstick);
            await PreviewAsync(office);
        }
    }

    private static async Task MeasureAsync(Office office, Dictionary<string, double> yardstick)
    {
        using var clerk = await Clerk.SignInAsync(office.Http.BaseAddress!, "clerk");
        var first = await clerk.LookAsync("/en/desk/promises");
        var cases = Cases().Matches(first).Select(m => m.Value).Distinct().ToList();
        var next = $"/en/desk/promises{WebUtility.HtmlDecode(NextPage().Match(first).Groups[1].Value)}";
        var turn = 0;
        foreach (var (name, address) in new (string, Func<string>)[]
        {
            ("promises by due date", () => "/en/desk/promises"),
            ("the page after it", () => next),
            ("those not near their day", () => "/en/desk/promises?light=ok"),
            ("a case", () => cases[Interlocked.Increment(ref turn) % cases.Count]),
            ("search", () => $"/en/desk/search?q={Uri.EscapeDataString(Searches[Interlocked.Increment(ref turn) % Searches.Length])}"),
        })
        {
            await Load.OpenLoopAsync(() => clerk.LookAsync(address()), perSecond: 30, TimeSpan.FromSeconds(10));
            var times = await Load.OpenLoopAsync(() => clerk.LookAsync(address()), perSecond: 30, TimeSpan.FromSeconds(20));
            var p95 = Load.Percentile(times, 95);
            var beside = yardstick.TryGetValue(name, out var small) ? $"; {p95 / small:F2} x that with fewer cases (at most 1.30)" : "";
            yardstick.TryAdd(name, p95);
            Console.WriteLine($"  {name}: p50 {Load.Percentile(times, 50):F1} ms, p95 {p95:F1} ms (at most 50), max {times.Max():F1} ms at 30/s{beside}");
        }
    }

    // A typhoon tomorrow: nothing is published, every open promise is reckoned by both calendars.
    private static async Task PreviewAsync(Office office)
    {
        using var head = await Clerk.SignInAsync(office.Http.BaseAddress!, "head");
        Dictionary<string, string> day = new() { ["Day.Kind"] = "shut", ["Day.Date.year"] = "2019", ["Day.Date.month"] = "6", ["Day.Date.day"] = "21", ["Day.Zh"] = "颱風", ["Day.En"] = "Typhoon" };
        for (var i = 0; i < 3; i++)
        {
            var watch = Stopwatch.StartNew();
            var page = await head.SendAsync("/en/desk/calendar", "Preview", day);
            Console.WriteLine($"  what a closure would move: {watch.Elapsed.TotalSeconds:F2} s (at most 2 for 100,000 open promises); {OpenPromises().Match(page).Value}");
        }
    }

    private static async Task<List<string>> ListAsync(DbConnection connection, string text)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = text;
        await using var reader = await command.ExecuteReaderAsync();
        List<string> found = [];
        while (await reader.ReadAsync())
        {
            found.Add(reader.GetString(0).ToLowerInvariant());
        }

        return found;
    }

    [GeneratedRegex("Of [0-9,]+ open ones")]
    private static partial Regex OpenPromises();

    [GeneratedRegex("""href="[^"?]*(\?[^"]*after=[^"]*)""")]
    private static partial Regex NextPage();

    [GeneratedRegex("/en/desk/requests/[0-9a-f-]{36}")]
    private static partial Regex Cases();
}
