using NodaTime.Text;

namespace GridDesk.Web;

/// <summary>What <c>./run</c> was asked to do.</summary>
/// <param name="Verb"><c>serve</c>, <c>check-pack</c>, <c>load-pack</c>, <c>verify</c>, <c>import-plan</c> or <c>help</c>.</param>
/// <param name="Argument">The folder or file of the verb.</param>
public sealed record RunOptions(string Verb, string? Argument)
{
    private static readonly string Home = Environment.GetEnvironmentVariable("GRIDDESK_HOME") ?? Directory.GetCurrentDirectory();

    public string Urls { get; init; } = "http://127.0.0.1:5080";

    public string Data { get; init; } = Path.Combine(Home, "data");

    public string Pack { get; init; } = Path.Combine(Home, "packs", "chiayi");

    public string? Postgres { get; init; }

    public bool Demo { get; init; }

    public string? DemoPassword { get; init; }

    /// <summary>Where the office's clock starts; only with <see cref="Demo"/>.</summary>
    public Instant? Clock { get; init; }

    public const string Usage = """
        ./run                       build, create the database, load the pack and serve http://127.0.0.1:5080
        ./run check-pack DIR        list every mistake of a pack
        ./run load-pack             check and load the pack; running processes follow
        ./run import-plan FILE      import the official text of a yearly plan (JSON)
        ./run verify                check every event, chain and seal

          --urls URL                where to serve
          --data DIR                where SQLite and files lie (default ./data)
          --pack DIR                the office's pack (default packs/chiayi)
          --postgres "CONNECTION"   use PostgreSQL instead of SQLite
          --demo                    fill a new database with a believable district
          --demo-password P         the password of the demo accounts
          --clock INSTANT           with --demo: start the office's clock there, e.g. 2019-06-20T11:40+08:00
        """;

    /// <exception cref="RunRefused">A flag or a value that cannot be.</exception>
    public static RunOptions Parse(IReadOnlyList<string> args)
    {
        var options = new RunOptions("serve", null);
        var words = new Queue<string>(args);
        while (words.TryDequeue(out var word))
        {
            options = word switch
            {
                "--urls" => options with { Urls = Value(words, word) },
                "--data" => options with { Data = Path.GetFullPath(Value(words, word)) },
                "--pack" => options with { Pack = Path.GetFullPath(Value(words, word)) },
                "--postgres" => options with { Postgres = Value(words, word) },
                "--demo" => options with { Demo = true },
                "--demo-password" => options with { DemoPassword = Value(words, word) },
                "--clock" => options with { Clock = ReadClock(Value(words, word)) },
                "--help" or "-h" or "help" => options with { Verb = "help" },
                "check-pack" or "import-plan" => options with { Verb = word, Argument = Path.GetFullPath(Value(words, word)) },
                "load-pack" or "verify" or "serve" => options with { Verb = word },
                _ => throw new RunRefused($"'{word}' is not something ./run knows.\n\n{Usage}"),
            };
        }

        return options.Clock is not null && !options.Demo
            ? throw new RunRefused("--clock changes what day it is, so it works only together with --demo.")
            : options;
    }

    private static string Value(Queue<string> words, string flag) =>
        words.TryDequeue(out var value) && !value.StartsWith("--", StringComparison.Ordinal) ? value : throw new RunRefused($"{flag} needs a value.");

    private static Instant ReadClock(string text)
    {
        foreach (var pattern in (string[])["uuuu-MM-dd'T'HH:mmo<G>", "uuuu-MM-dd'T'HH:mm:sso<G>"])
        {
            if (OffsetDateTimePattern.CreateWithInvariantCulture(pattern).Parse(text) is { Success: true, Value: var at })
            {
                return at.ToInstant();
            }
        }

        throw new RunRefused($"'{text}' is not an instant with its offset, such as 2019-06-20T11:40+08:00.");
    }
}

/// <summary>The program cannot do what it was asked; the message says why and what to do.</summary>
public sealed class RunRefused(string message) : Exception(message);
