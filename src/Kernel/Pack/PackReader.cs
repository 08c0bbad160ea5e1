using GridDesk.Kernel.Forms;

namespace GridDesk.Kernel.Pack;

/// <summary>What one reading has found so far: the mistakes, and which node every record was made of.</summary>
internal sealed class Reading
{
    private readonly Dictionary<object, Node> nodes = new(ReferenceEqualityComparer.Instance);
    private readonly List<IChecked> awaiting = [];

    public List<Mistake> Mistakes { get; } = [];

    public object Remember(object made, Node node)
    {
        nodes.TryAdd(made, node);
        if (made is IChecked record)
        {
            awaiting.Add(record);
        }

        return made;
    }

    public Node NodeOf(object record) => nodes.TryGetValue(record, out var node)
        ? node
        : throw new ArgumentException($"This {record.GetType().Name} was not read from the pack.", nameof(record));

    /// <summary>Records are remembered when they are complete, so inner ones come first.</summary>
    public void CheckRecords()
    {
        foreach (var record in awaiting)
        {
            record.Check(new Checker(this, NodeOf(record)));
        }

        awaiting.Clear();
    }
}

/// <summary>
/// Reads YAML files into records. Keys are camelCase and name constructor parameters and settable properties; a
/// parameter that is not nullable and has no default, and a <c>required</c> property, must be written. Read are string,
/// bool, int, decimal, <see cref="LocalDate"/>, <see cref="LocalTime"/>, enums (kebab-case or camelCase),
/// <see cref="Phrase"/>, records, <see cref="IReadOnlyList{T}"/>, <see cref="IReadOnlyDictionary{TKey,TValue}"/> by
/// string, <see cref="Condition"/>, <see cref="DateTimeZone"/> and the special types given.
/// </summary>
public sealed class PackReader
{
    private readonly Dictionary<Type, Func<Node, NodeBinder, object>> special = new()
    {
        [typeof(Condition)] = ReadCondition,
        [typeof(DateTimeZone)] = ReadTimeZone,
    };

    /// <param name="sections">Of these, the special types (<see cref="PackSection.Type"/>) are used.</param>
    public PackReader(params IEnumerable<PackSection> sections)
    {
        foreach (var type in sections.OfType<SpecialType>())
        {
            special[type.Type] = type.Read;
        }
    }

    /// <exception cref="PackRefused">The file has mistakes; all of them.</exception>
    public T Read<T>(PackFile file) where T : class
    {
        var reading = new Reading();
        var record = Read(typeof(T), file, reading);
        return reading.Mistakes.Count == 0 ? (T)record! : throw new PackRefused(reading.Mistakes);
    }

    /// <summary>The record, or null when the file has mistakes that leave none to be made.</summary>
    internal object? Read(Type type, PackFile file, Reading reading)
    {
        if (PackText.Read(file, reading.Mistakes) is not { } text || YamlTree.Read(file.Path, text, reading.Mistakes) is not { } root)
        {
            return null;
        }

        new NodeBinder(reading, special).TryBind(root, new(type, false, false), out var record);
        reading.CheckRecords();
        return record;
    }

    private static Condition ReadCondition(Node node, NodeBinder binder) => node is MapNode { Entries.Count: > 0 } map
        ? new(map.Entries.ToDictionary(entry => entry.Key, entry => Words(entry.Value, binder)))
        : throw binder.Mistake(node, $"「{node.Name}」必須寫成 {{ 欄位: 答案 }}。", $"'{node.Name}' must be written {{ question: answer }}.");

    private static IReadOnlyList<string> Words(Node node, NodeBinder binder) => node switch
    {
        ListNode { Items.Count: > 0 } => binder.Read<IReadOnlyList<string>>(node),
        TextNode => [binder.Read<string>(node)],
        _ => throw binder.Mistake(node, $"「{node.Name}」必須是一個答案或答案的清單。", $"'{node.Name}' must be an answer or a list of answers."),
    };

    private static DateTimeZone ReadTimeZone(Node node, NodeBinder binder) =>
        DateTimeZoneProviders.Tzdb.GetZoneOrNull(binder.Read<string>(node))
        ?? throw binder.Mistake(node, $"「{node.Name}」必須是時區名稱（例如 Asia/Taipei）。", $"'{node.Name}' must be a time zone such as Asia/Taipei.");
}
