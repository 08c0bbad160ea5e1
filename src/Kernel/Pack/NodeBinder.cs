namespace GridDesk.Kernel.Pack;

/// <summary>
/// Makes typed values of nodes and lists every mistake on the way. A record with a mistake inside is not made, but its
/// siblings are, so one reading finds all mistakes and none that only follows from another.
/// </summary>
public sealed partial class NodeBinder
{
    private readonly IReadOnlyDictionary<Type, Func<Node, NodeBinder, object>> special;
    private readonly Reading reading;

    internal NodeBinder(Reading reading, IReadOnlyDictionary<Type, Func<Node, NodeBinder, object>> special) =>
        (this.reading, this.special) = (reading, special);

    /// <summary>For the reader of a special type: the node as a <typeparamref name="T"/>.</summary>
    /// <remarks>Does not return when the node has mistakes; they are listed and the reader ends there.</remarks>
    public T Read<T>(Node node) where T : notnull =>
        TryBind(node, new(typeof(T), false, false), out var value) ? (T)value! : throw new Listed();

    /// <summary>For the reader of a special type that may also be written out: the node as the plain record it is.</summary>
    /// <remarks>Does not return when the node has mistakes; they are listed and the reader ends there.</remarks>
    public T ReadRecord<T>(Node node) where T : class =>
        TryRecord(node, Shape.Of(typeof(T)), out var value) ? (T)value! : throw new Listed();

    /// <summary>For the reader of a special type: lists a mistake at the node. Write <c>throw binder.Mistake(…)</c>.</summary>
    public Exception Mistake(Node node, string zh, string en)
    {
        List(node, zh, en);
        return new Listed();
    }

    internal bool TryBind(Node node, Slot slot, out object? value)
    {
        value = null;
        if (node is RefusedNode)
        {
            return false;
        }

        if (node is TextNode { IsNull: true })
        {
            return slot.Nullable || List(node, $"「{Name(node)}」不能是空的。", $"'{Name(node)}' must not be left empty.");
        }

        var type = Nullable.GetUnderlyingType(slot.Type) ?? slot.Type;
        return special.TryGetValue(type, out var read)
            ? TrySpecial(node, read, out value)
            : TryUsual(node, slot with { Type = type }, out value);
    }

    private bool TrySpecial(Node node, Func<Node, NodeBinder, object> read, out object? value)
    {
        value = null;
        try
        {
            value = reading.Remember(read(node, this), node);
            return true;
        }
        catch (Listed)
        {
            return false;
        }
        catch (Refusal refusal)
        {
            return List(node, refusal.Reason.Zh, refusal.Reason.En);
        }
    }

    private bool TryUsual(Node node, Slot slot, out object? value)
    {
        var type = slot.Type;
        if (ScalarOf(type) is { } scalar)
        {
            return TryScalar(node, scalar, out value);
        }

        if (type == typeof(Phrase))
        {
            return TryPhrase(node, slot.MayBeSame, out value);
        }

        var generic = type.IsGenericType ? type.GetGenericTypeDefinition() : null;
        if (generic == typeof(IReadOnlyList<>))
        {
            return TryList(node, slot with { Type = type.GenericTypeArguments[0], Nullable = false }, out value);
        }

        if (generic == typeof(IReadOnlyDictionary<,>) && type.GenericTypeArguments[0] == typeof(string))
        {
            return TryMap(node, slot with { Type = type.GenericTypeArguments[1], Nullable = false }, out value);
        }

        return TryRecord(node, Shape.Of(type), out value);
    }

    private bool TryRecord(Node node, Shape shape, out object? value)
    {
        value = null;
        if (node is not MapNode map)
        {
            return Wrong(node, "一組欄位", "a set of keys");
        }

        var guessed = new HashSet<string>();
        var fine = true;
        foreach (var (key, entry) in map.Entries.Where(entry => !shape.Keys.Contains(entry.Key)))
        {
            guessed.Add(Wording.Closest(key, shape.Keys) ?? "");
            fine = Unknown(entry, shape.Keys);
        }

        var values = new Dictionary<string, object?>();
        foreach (var member in shape.Members)
        {
            if (map.Entries.TryGetValue(member.Key, out var entry))
            {
                fine &= TryBind(entry, member.Slot, out var bound);
                values[member.Key] = bound;
            }
            else if (member.Required)
            {
                fine = guessed.Contains(member.Key) ? false : Missing(node, member.Key);
            }
            else if (member.Property is null)
            {
                values[member.Key] = member.Default;
            }
        }

        return fine && TryMake(node, shape, values, out value);
    }

    private bool TryMake(Node node, Shape shape, Dictionary<string, object?> values, out object? value)
    {
        value = null;
        try
        {
            value = reading.Remember(shape.Make(values), node);
            return true;
        }
        catch (Refusal refusal)
        {
            return List(node.Nearest(refusal.Field ?? ""), refusal.Reason.Zh, refusal.Reason.En);
        }
    }

    private bool Wrong(Node node, string zh, string en)
    {
        var written = Wording.Written(node);
        return List(node, $"「{Name(node)}」必須是{zh}，{written.Zh}。", $"'{Name(node)}' must be {en}; {written.En}.");
    }

    private bool Missing(Node node, string key) => List(node, $"缺少「{key}」。", $"'{key}' is missing.");

    private bool Unknown(Node entry, IReadOnlyCollection<string> known)
    {
        var suggestion = Wording.Suggest(entry.Name, known);
        return List(entry, $"沒有「{Name(entry)}」這個欄位，{suggestion.Zh}", $"There is no key '{Name(entry)}'. {suggestion.En}");
    }

    private bool List(Node node, string zh, string en)
    {
        if (node is not RefusedNode)
        {
            reading.Mistakes.Add(new(node.Place, zh, en));
        }

        return false;
    }

    private static string Name(Node node) => Wording.Quote(node.Name);

    /// <summary>Ends the reader of a special type whose mistake is listed.</summary>
    private sealed class Listed() : Exception("The mistake is listed.");
}
