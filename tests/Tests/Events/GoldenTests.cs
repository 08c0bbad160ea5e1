using System.Collections;
using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using GridDesk.Kernel.Events;
using GridDesk.Tests.Infrastructure;
using GridDesk.Web;

namespace GridDesk.Tests.Events;

/// <summary>
/// Events are kept for ever, so every version ever released has an example in <c>golden/</c> that is never edited: a changed
/// record gets a new version and a new file, and the old file must still be read.
/// </summary>
public sealed class GoldenTests
{
    private static readonly EventKinds Kinds = new([typeof(IEvent).Assembly, .. OfficeProgram.Modules.Select(m => m.GetType().Assembly)]);
    private static readonly string Folder = Path.Combine(TestOffice.Root, "tests", "Tests", "Events", "golden");

    public static TheoryData<string> Files => [.. Directory.GetFiles(Folder, "*.json").Select(f => Path.GetFileName(f)).Order()];

    public static TheoryData<string> Events => [.. Kinds.All.Select(FileOf).Order()];

    [Theory, MemberData(nameof(Events))]
    public void Every_event_has_an_example(string file) => File.Exists(Path.Combine(Folder, file))
        .ShouldBeTrue($"add a golden file tests/Tests/Events/golden/{file}, such as:\n{ExampleOf(file)}");

    [Theory, MemberData(nameof(Files))]
    public void Every_event_ever_released_is_read_and_written_as_it_was(string file)
    {
        var text = File.ReadAllText(Path.Combine(Folder, file)).TrimEnd('\n');
        var version = file.LastIndexOf(".v", StringComparison.Ordinal);
        var happened = Kinds.Read(file[..version], int.Parse(file[(version + 2)..^".json".Length]), text);
        JsonSerializer.Serialize(happened, happened.GetType(), Json.Options).ShouldBe(text);
        foreach (var field in happened.GetType().GetProperties())
        {
            // An example that leaves out a field would not notice that it was renamed.
            text.ShouldContain($"\"{JsonNamingPolicy.CamelCase.ConvertName(field.Name)}\":");
        }
    }

    [Fact]
    public void Every_event_is_explained_in_the_documentation()
    {
        var lines = File.ReadAllLines(Path.Combine(TestOffice.Root, "docs", "events.md")).Where(l => l.StartsWith("| `")).ToList();
        var explained = lines.Select(l => l.Split('`')[1]).ToList();
        explained.Order().ShouldBe(Kinds.All.Select(t => Kinds.NameOf(t).Name).Distinct().Order());
        lines.ShouldAllBe(l => l.Split('|')[2].Trim().EndsWith('.'));
    }

    [Fact]
    public void Every_event_is_a_record_named_after_what_it_is_about()
    {
        foreach (var type in Kinds.All)
        {
            type.GetMethod("<Clone>$").ShouldNotBeNull($"{type} must be a record");
            (type.IsSealed && type.IsPublic).ShouldBeTrue($"{type} must be public and sealed");
            Kinds.NameOf(type).Name.ShouldMatch("^[a-z]+(-[a-z]+)*\\.[a-z]+(-[a-z]+)*$");
        }
    }

    private static readonly JsonSerializerOptions Readable = new(Json.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static string FileOf(Type type) => $"{Kinds.NameOf(type).Name}.v{Kinds.NameOf(type).Version}.json";

    private static string ExampleOf(string file)
    {
        var type = Kinds.All.Single(t => FileOf(t) == file);
        return JsonSerializer.Serialize(Example(type, ""), type, Readable);
    }

    private static object Example(Type type, string name)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type switch
        {
            _ when type == typeof(string) => name switch { "Digest" or "Definition" or "Particulars" or "Note" or "Edition" or "Passkey" => "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", "Number" => "CY108-00001-X", "Slip" => "CYP108-00001-X", "Service" => "XFER", "Department" => "service-centre", "Site" => "centre", _ => name.ToLowerInvariant() },
            _ when type == typeof(int) => 2,
            _ when type == typeof(long) => 2L,
            _ when type == typeof(decimal) => 1.5m,
            _ when type == typeof(bool) => true,
            _ when type == typeof(Guid) => Guid.Parse("0197863e-5c00-7000-8000-000000000001"),
            _ when type == typeof(Instant) => Instant.FromUtc(2019, 6, 20, 2, 0),
            _ when type == typeof(LocalDate) => new LocalDate(2019, 6, 21),
            _ when type == typeof(Phrase) => new Phrase("中文", "English"),
            _ when type.IsEnum => Enum.GetValues(type).GetValue(0)!,
            _ when type.IsAssignableTo(typeof(IEnumerable)) => OneOf(type.GenericTypeArguments[0]),
            _ => type.GetConstructors(BindingFlags.Public | BindingFlags.Instance).MaxBy(c => c.GetParameters().Length)!
                is var make ? make.Invoke([.. make.GetParameters().Select(p => Example(p.ParameterType, p.Name!))]) : "",
        };

        static object OneOf(Type item)
        {
            var array = Array.CreateInstance(item, 1);
            array.SetValue(Example(item, "x"), 0);
            return array;
        }
    }
}
