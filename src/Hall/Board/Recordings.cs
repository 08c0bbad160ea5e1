using System.Text.RegularExpressions;
using GridDesk.Kernel.Data;

namespace GridDesk.Hall.Board;

/// <summary>
/// Recorded calls in languages that no machine speaks: a folder for each under <c>calls</c> in the data directory, such as <c>calls/nan</c>
/// for Taiwanese Hokkien and <c>calls/hak</c> for Hakka, with one MP3 for each of <see cref="SpokenCall.Pieces"/>.
/// </summary>
internal sealed partial class Recordings(Store store)
{
    private string Folder => Path.Combine(Path.GetDirectoryName(Path.GetFullPath(store.Sqlite!))!, "calls");

    /// <summary>The languages of which no piece is missing; a call with a gap in it would send people to the wrong counter.</summary>
    public IReadOnlyList<string> Languages() => Directory.Exists(Folder)
        ? [.. Directory.EnumerateDirectories(Folder).Select(f => Path.GetFileName(f)!).Where(IsWhole).Order(StringComparer.Ordinal)]
        : [];

    /// <exception cref="Refusal"><c>not-found</c>: no such language, or no such piece.</exception>
    public string Find(string language, string piece) => SpokenCall.Pieces.Contains(piece) && IsWhole(language)
        ? PathOf(language, piece)
        : throw new Refusal("not-found", "沒有這段錄音。", "There is no such recording.");

    private bool IsWhole(string language) => Code().IsMatch(language) && SpokenCall.Pieces.All(piece => File.Exists(PathOf(language, piece)));

    private string PathOf(string language, string piece) => Path.Combine(Folder, language, $"{piece}.mp3");

    [GeneratedRegex(@"\A[a-z]{2,3}\z")]
    private static partial Regex Code();
}
