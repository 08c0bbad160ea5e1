namespace GridDesk.Tests.Pack;

/// <summary>A pack's folder that a test may spoil.</summary>
internal sealed class PackCopy : IDisposable
{
    private PackCopy(string folder) => Folder = folder;

    public string Folder { get; }

    public static PackCopy Of(string folder)
    {
        var copy = Directory.CreateTempSubdirectory("griddesk-pack-").FullName;
        foreach (var path in Directory.GetFiles(folder, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(copy, Path.GetRelativePath(folder, path));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(path, target);
        }

        return new(copy);
    }

    public void Edit(string file, Func<string, string> edit)
    {
        var place = Path.Combine(Folder, file);
        var before = File.ReadAllText(place);
        var after = edit(before);
        after.ShouldNotBe(before);
        File.WriteAllText(place, after);
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
