using System.Data.Common;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using GridDesk.Bench.Desk;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace GridDesk.Bench.Hall;

/// <summary>A hall with 64 counters, all of them open, and as many screens at its entrance as are asked for, before one process or two.</summary>
internal sealed partial class BusyHall : IAsyncDisposable
{
    public const int Counters = 64;

    private const string Clock = "2019-06-20T09:00:00+08:00"; // on a day on which the hall is open

    private readonly List<Office> _offices = [];
    private readonly List<HttpClient> _programs = [];
    private readonly string _pack = Path.Combine(Path.GetTempPath(), $"griddesk-bench-{Guid.NewGuid():N}");
    private int _again;

    public DbConnection Connection { get; private set; } = null!;

    public string Name { get; private init; } = "";

    /// <summary>How often a screen or a counter was told to press once more, and did.</summary>
    public int Again => _again;

    public Uri Address(int place) => _programs[place % _programs.Count].BaseAddress!;

    public static async Task<BusyHall> OpenAsync(string? postgres, int processes)
    {
        var hall = new BusyHall { Name = postgres is null ? "SQLite" : processes == 1 ? "PostgreSQL" : $"PostgreSQL, {processes} processes" };
        hall.WritePack();
        var database = postgres is null ? null : await Office.NewDatabaseAsync(postgres);
        var (clock, started) = (DateTimeOffset.Parse(Clock, null), DateTimeOffset.UtcNow);
        for (var process = 0; process < processes; process++)
        {
            var now = clock + (DateTimeOffset.UtcNow - started); // as late as it is for the first
            hall._offices.Add(await Office.OpenAsync(database, "--pack", hall._pack, "--demo", "--demo-password", Clerk.Password, "--clock", $"{now:yyyy-MM-ddTHH:mm:sszzz}"));
        }

        hall.Connection = database is null ? new SqliteConnection($"Data Source={Path.Combine(hall._offices[0].Data, "office.db")}") : new NpgsqlConnection(database);
        await hall.Connection.OpenAsync();
        await hall.RunAsync("UPDATE counters SET state = 'Open' WHERE site = 'centre'");
        await hall.RunAsync("UPDATE tickets SET state = 'Done' WHERE site = 'centre'"); // nobody is left of the invented morning
        var token = await TokenAsync(hall._offices[0]);
        foreach (var office in hall._offices)
        {
            HttpClient program = new(new SocketsHttpHandler { MaxConnectionsPerServer = 1024 }) { BaseAddress = office.Http.BaseAddress, Timeout = TimeSpan.FromMinutes(5) };
            program.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
            hall._programs.Add(program);
        }

        return hall;
    }

    /// <summary>A visitor touches a screen.</summary>
    /// <returns>The name of the ticket.</returns>
    public async Task<string> TakeAsync(int screen, string kind)
    {
        var key = $"{Guid.NewGuid():N}";
        return (await SendAsync(screen, "/api/hall/centre/tickets", $$"""{"kind":"{{kind}}","errands":["XFER"]}""", key))!.Value.GetProperty("ticket").GetString()!;
    }

    /// <returns>The name of whoever is called; null when nobody waits.</returns>
    public async Task<string?> NextAsync(int counter) => await SendAsync(counter, $"/api/hall/centre/counters/{counter}/next") is { } called ? called.GetProperty("ticket").GetString() : null;

    public Task FinishAsync(int counter) => SendAsync(counter, $"/api/hall/centre/counters/{counter}/finish");

    public async Task<List<T>> ReadAsync<T>(string text, Func<DbDataReader, T> row)
    {
        await using var command = Connection.CreateCommand();
        (command.CommandText, command.CommandTimeout) = (text, 0);
        await using var reader = await command.ExecuteReaderAsync();
        List<T> rows = [];
        while (await reader.ReadAsync())
        {
            rows.Add(row(reader));
        }

        return rows;
    }

    private async Task<JsonElement?> SendAsync(int place, string path, string? body = null, string? key = null)
    {
        while (true)
        {
            using var message = new HttpRequestMessage(HttpMethod.Post, path) { Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json") };
            if (key is not null)
            {
                message.Headers.Add("Idempotency-Key", key);
            }

            using var answer = await _programs[place % _programs.Count].SendAsync(message);
            var text = await answer.Content.ReadAsStringAsync();
            switch (answer.StatusCode)
            {
                case HttpStatusCode.NoContent:
                    return null;
                case HttpStatusCode.OK or HttpStatusCode.Created:
                    return JsonSerializer.Deserialize<JsonElement>(text);
                case HttpStatusCode.Conflict or HttpStatusCode.ServiceUnavailable: // its sentence says: once more
                    Interlocked.Increment(ref _again);
                    break;
                default:
                    throw new InvalidOperationException($"{path}: {answer.StatusCode} {text}");
            }
        }
    }

    private async Task RunAsync(string text)
    {
        await using var command = Connection.CreateCommand();
        command.CommandText = text;
        await command.ExecuteNonQueryAsync();
    }

    private void WritePack()
    {
        var shipped = Path.Combine(Office.Home, "packs", "chiayi");
        foreach (var file in Directory.EnumerateFiles(shipped, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(_pack, Path.GetRelativePath(shipped, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        var definition = Path.Combine(_pack, "hall.yaml");
        File.WriteAllLines(definition, File.ReadAllLines(definition).SelectMany(line => line.Contains("{ number: 5,", StringComparison.Ordinal)
            ? [line, .. Enumerable.Range(6, Counters - 5).Select(n => $"      - {{ number: {n}, name: {{ zh: 全功能櫃檯, en: All services }}, kinds: [ordinary, senior, quick, appointment] }}")]
            : (IEnumerable<string>)[line]));
    }

    private static async Task<string> TokenAsync(Office office)
    {
        using var supervisor = await Clerk.SignInAsync(office.Http.BaseAddress!, "supervisor");
        var page = await supervisor.SendAsync("/en/desk/account/tokens", "Issue", new()
        {
            ["Input.Name"] = "Screens and counters", ["Input.Kind"] = "App", ["Input.Roles"] = "Supervisor",
            ["Input.Expires.year"] = "2019", ["Input.Expires.month"] = "6", ["Input.Expires.day"] = "30",
        });
        return Issued().Match(page) is { Success: true } issued ? issued.Groups[1].Value : throw new InvalidOperationException("No token was issued");
    }

    public async ValueTask DisposeAsync()
    {
        _programs.ForEach(program => program.Dispose());
        await Connection.DisposeAsync();
        foreach (var office in _offices)
        {
            await office.DisposeAsync();
        }

        Directory.Delete(_pack, recursive: true);
    }

    [GeneratedRegex("data-token>([^<]+)<")]
    private static partial Regex Issued();
}
