namespace GridDesk.Kernel.Pack;

/// <summary>A spot in a pack file.</summary>
/// <param name="File">Relative to the pack's folder, with <c>/</c>.</param>
/// <param name="Line">Counted from 1.</param>
/// <param name="Column">Counted from 1, in UTF-16 units as editors do.</param>
public sealed record Place(string File, int Line, int Column)
{
    public override string ToString() => $"{File}:{Line}:{Column}";
}

/// <summary>One thing to mend in a pack. Printed as <c>file:line:column: sentence</c>, which editors open at the spot.</summary>
public sealed record Mistake(string File, int Line, int Column, Phrase Sentence)
{
    internal Mistake(Place place, string zh, string en) : this(place.File, place.Line, place.Column, new Phrase(zh, en)) { }

    public override string ToString() => $"{File}:{Line}:{Column}: {Sentence}";
}

/// <summary>
/// A pack is not loaded because something in it must be mended. The message is every mistake, one a line in the order
/// of files and lines, and their number at its end.
/// </summary>
public sealed class PackRefused : Exception
{
    internal PackRefused(IEnumerable<Mistake> mistakes) => Mistakes =
    [
        .. mistakes.Distinct()
            .OrderBy(mistake => mistake.File, StringComparer.Ordinal)
            .ThenBy(mistake => mistake.Line)
            .ThenBy(mistake => mistake.Column),
    ];

    public IReadOnlyList<Mistake> Mistakes { get; }

    public override string Message => string.Join('\n', [.. Mistakes.Select(mistake => mistake.ToString()), Count]);

    private string Count => Languages.Say(
        $"共 {Mistakes.Count} 處錯誤，資料包未載入。",
        Mistakes.Count == 1 ? "1 mistake; the pack was not loaded." : $"{Mistakes.Count} mistakes; the pack was not loaded.");
}
