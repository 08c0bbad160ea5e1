namespace GridDesk.Kernel;

/// <summary>
/// The office declines to do what was asked, for a reason the person asking should read. It is never a bug.
/// Pages show it at its field and in the error summary; the API answers problem details with its code.
/// </summary>
/// <param name="code">Stable and lower-case, such as <c>electricity-number.check-digit</c>; part of the API.</param>
/// <param name="reason">What to do, as a sentence in both languages.</param>
/// <param name="field">The field it belongs to, as the form or the API body names it; null when it is about the whole.</param>
public sealed class Refusal(string code, Phrase reason, string? field = null) : Exception(reason.En)
{
    public string Code { get; } = code;

    public Phrase Reason { get; } = reason;

    public string? Field { get; } = field;

    public Refusal(string code, string zh, string en, string? field = null) : this(code, new Phrase(zh, en), field) { }
}

/// <summary>Several things are wrong at once, and the person should read them all.</summary>
public sealed class Refusals(IReadOnlyList<Refusal> all) : Exception(string.Join(" ", all.Select(r => r.Message)))
{
    public IReadOnlyList<Refusal> All { get; } = all;

    /// <summary>Throws when there is anything to refuse.</summary>
    public static void ThrowIfAny(IReadOnlyList<Refusal> found)
    {
        if (found.Count > 0)
        {
            throw found.Count == 1 ? found[0] : new Refusals(found);
        }
    }

    /// <summary>What <paramref name="read"/> makes. What it refuses joins what was <paramref name="found"/> before, so that everything wrong is said at once.</summary>
    public static T? Tried<T>(List<Refusal> found, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Refusal one)
        {
            found.Add(one);
        }
        catch (Refusals several)
        {
            found.AddRange(several.All);
        }

        return default;
    }
}
