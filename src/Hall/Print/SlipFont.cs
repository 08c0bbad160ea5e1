using SkiaSharp;

namespace GridDesk.Hall.Print;

/// <summary>A Chinese font that this machine has; slips are drawn with it where a printer has none of its own.</summary>
internal sealed class SlipFont
{
    // Faces for Taiwan first: some characters have another shape elsewhere.
    private static readonly string[] Names = ["NotoSansCJKtc*", "NotoSansTC*", "NotoSansCJK*", "SourceHanSans*", "PingFang*", "msjh*", "wqy*", "*uming*", "DroidSansFallback*"];
    private static readonly string[] Types = [".ttc", ".otf", ".ttf"];

    private SlipFont(SKTypeface plain, SKTypeface bold) => (Plain, Bold) = (plain, bold);

    public SKTypeface Plain { get; }

    /// <summary>The same as <see cref="Plain"/> where there is no bold face.</summary>
    public SKTypeface Bold { get; }

    /// <summary>Null when the machine has no font with Chinese characters.</summary>
    public static SlipFont? Find()
    {
        foreach (var name in Names)
        {
            var files = Folders().SelectMany(folder => Directory.EnumerateFiles(folder, name, new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true, MatchCasing = MatchCasing.CaseInsensitive }))
                .Where(file => Types.Contains(Path.GetExtension(file).ToLowerInvariant())).Order(StringComparer.Ordinal).ToList();
            var plain = files.OrderByDescending(file => file.Contains("Regular", StringComparison.OrdinalIgnoreCase)).Select(FaceOf).FirstOrDefault(face => face is not null);
            if (plain is not null)
            {
                return new(plain, files.Where(file => file.Contains("Bold", StringComparison.OrdinalIgnoreCase) || file.EndsWith("bd.ttc", StringComparison.OrdinalIgnoreCase)).Select(FaceOf).FirstOrDefault(face => face is not null) ?? plain);
            }
        }

        return null;
    }

    private static IEnumerable<string> Folders() => ((string[])
    [
        "/usr/share/fonts", "/usr/local/share/fonts", "/System/Library/Fonts", "/Library/Fonts",
        Environment.GetFolderPath(Environment.SpecialFolder.Fonts), Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".fonts"),
    ]).Where(Directory.Exists);

    private static bool IsChinese(SKTypeface face)
    {
        using var font = new SKFont(face);
        return font.ContainsGlyph('電');
    }

    private static SKTypeface? FaceOf(string file)
    {
        // A collection holds a face for each country.
        List<SKTypeface> faces = [.. Enumerable.Range(0, file.EndsWith(".ttc", StringComparison.OrdinalIgnoreCase) ? 12 : 1).Select(index => SKTypeface.FromFile(file, index)).TakeWhile(face => face is not null).Where(IsChinese)];
        return faces.FirstOrDefault(face => face.FamilyName.Contains("TC") && !face.FamilyName.Contains("Mono")) ?? faces.FirstOrDefault();
    }
}
