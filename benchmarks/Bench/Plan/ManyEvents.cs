using System.Data.Common;
using System.Globalization;
using System.Text.RegularExpressions;
using GridDesk.Bench.Desk;

namespace GridDesk.Bench.Plan;

/// <summary>
/// Fills the journal of an office that runs with a busy half-year: what happened in the invented district, again and again, each time to
/// other cases, on other days and in other departments, and what the district never did beside it. Nobody reads the chain here.
/// </summary>
internal sealed partial class ManyEvents(DbConnection connection, int count, DateTime from, DateTime until, string[] departments)
{
    // Whatever happens to one of these, the office does every day.
    private static readonly string[] Daily = ["request", "supply", "enquiry", "task", "handover", "care-call", "chase", "messages", "message", "contact", "reminder"];

    // To whom it happens, what, and to how many of a hundred.
    private static readonly (string Kind, int Percent, string Name, string Body)[] Besides =
    [
        ("request", 10, "request.informed", """{"channel":"phone"}"""),
        ("request", 5, "request.served-at-noon", """{"service":"XFER","site":"centre","takenInOnly":false}"""),
        ("request", 20, "request.slip-scanned", """{"request":"SUBJECT"}"""),
        ("request", 10, "phone.case-kept", """{"request":"SUBJECT","kind":"app"}"""),
        ("request", 1, "request.reversed", """{"from":"closed","to":"in-progress"}"""),
        ("message", 60, "message.delivered", """{"channel":"sms","template":"payment-due","purpose":"payment-reminder"}"""),
        ("message", 3, "message.failed", """{"channel":"email","template":"request-accepted","purpose":"case-news","kind":"permanent"}"""),
        ("chase", 80, "chase.answered", """{"rung":"before","cause":"workload"}"""),
    ];

    private readonly HashSet<string> _people = [];

    private sealed record Seed(string Subject, int Version, string Name, int Shape, string Body, string By, DateTime HappenedAt, DateTime RecordedAt);

    public async Task FillAsync()
    {
        var seeds = await SeedsAsync();
        var rows = Rows.For(connection);
        var one = await SealedAsync(rows);
        await rows.WriteAsync("events", Copies(seeds).Take(count).Select(e => one.With(
            ("id", Guid.CreateVersion7(new DateTimeOffset(e.RecordedAt, TimeSpan.Zero))), ("subject", e.Subject), ("version", e.Version), ("name", e.Name), ("shape", e.Shape), ("body", e.Body), ("by", e.By), ("happened_at", e.HappenedAt), ("recorded_at", e.RecordedAt))));
        await rows.SettleAsync();
    }

    // An office that has just opened seals its first events after some seconds; it has no work with those that are sealed.
    private static async Task<RowImage> SealedAsync(Rows rows)
    {
        while (true)
        {
            if (await rows.ReadAsync("events", "seal IS NOT NULL") is { } one)
            {
                return one;
            }

            await Task.Delay(500);
        }
    }

    // What was before the half-year happens in it, too: a copy is as many days away from its seed as it takes.
    private IEnumerable<Seed> Copies(IReadOnlyList<Seed> seeds)
    {
        var (first, last) = (seeds.Min(e => e.HappenedAt), seeds.Max(e => e.RecordedAt));
        for (var copy = 1; ; copy++)
        {
            var random = new Random(copy);
            var days = TimeSpan.FromDays(random.Next((int)Math.Ceiling((from - first).TotalDays), (int)(until - last).TotalDays));
            foreach (var seed in seeds)
            {
                yield return seed with { Subject = Again(seed.Subject, copy), Body = Elsewhere(Again(seed.Body, copy), copy), HappenedAt = seed.HappenedAt + days, RecordedAt = seed.RecordedAt + days };
            }

            foreach (var chain in seeds.GroupBy(e => e.Subject))
            {
                var (end, version) = (chain.Last(), chain.Last().Version);
                foreach (var (_, _, name, body) in Besides.Where(b => b.Kind == KindOf(end.Subject) && random.Next(100) < b.Percent))
                {
                    var subject = Again(end.Subject, copy);
                    yield return end with { Subject = subject, Version = ++version, Name = name, Shape = 1, Body = body.Replace("SUBJECT", subject, StringComparison.Ordinal), HappenedAt = end.HappenedAt + days, RecordedAt = end.RecordedAt + days };
                }
            }
        }
    }

    // Everything but people: a case of its own, and the messages, tasks and enquiries about it.
    private string Again(string text, int copy) => Ids().Replace(text, id => _people.Contains(id.Value) ? id.Value
        : id.Value.Contains('-', StringComparison.Ordinal) && id.Length < 32 ? $"{id.Value}-{copy}"
        : $"{id.Value[..^6]}{(int.Parse(id.Value[^6..], NumberStyles.HexNumber, CultureInfo.InvariantCulture) + copy) & 0xffffff:x6}");

    private string Elsewhere(string body, int copy) => Departments().Replace(body, named => Array.IndexOf(departments, named.Groups[1].Value) is >= 0 and var place
        ? $"\"department\":\"{departments[(place + copy) % departments.Length]}\"" : named.Value).Replace("\"spool\"", "\"first\"", StringComparison.Ordinal);

    private async Task<List<Seed>> SeedsAsync()
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT subject, version, name, shape, body, \"by\", happened_at, recorded_at FROM events ORDER BY subject, version";
        await using var reader = await command.ExecuteReaderAsync();
        List<Seed> seeds = [];
        while (await reader.ReadAsync())
        {
            seeds.Add(new(reader.GetString(0), reader.GetInt32(1), reader.GetString(2), reader.GetInt32(3), reader.GetString(4), reader.GetString(5), At(6), At(7)));
        }

        _people.UnionWith(seeds.Where(e => KindOf(e.Subject) == "staff").Select(e => e.Subject.Split(':')[1]));
        return [.. seeds.Where(e => Daily.Contains(KindOf(e.Subject)))];

        DateTime At(int column) => DateTime.SpecifyKind(reader.GetDateTime(column), DateTimeKind.Utc);
    }

    private static string KindOf(string subject) => subject.Split(':')[0];

    [GeneratedRegex("(?<![0-9a-f])[0-9a-f]{8}-?[0-9a-f]{4}-?7[0-9a-f]{3}-?[0-9a-f]{4}-?[0-9a-f]{12}(?![0-9a-f])|[0-9]{5}-[0-9]{6}")]
    private static partial Regex Ids();

    [GeneratedRegex("\"department\":\"([a-z-]+)\"")]
    private static partial Regex Departments();
}
