namespace GridDesk.Kernel.Pack;

/// <summary>A pack without mistakes: every record of every section, and where each was written.</summary>
public sealed class LoadedPack
{
    private readonly PackFolder folder;
    private readonly Reading reading;
    private readonly Dictionary<Type, List<object>> records;
    private readonly HashSet<Type> flawed = [];

    internal LoadedPack(PackFolder folder, Reading reading, IEnumerable<Type> types) =>
        (this.folder, this.reading, records) = (folder, reading, types.Distinct().ToDictionary(type => type, _ => new List<object>()));

    public string Root => folder.Root;

    /// <summary>The edition, see <see cref="PackFolder.Hash"/>.</summary>
    public string Hash => folder.Hash;

    /// <summary>Every file that counts, in the order of paths.</summary>
    public IReadOnlyList<PackFile> Files => folder.Files;

    /// <exception cref="PackRefused">The pack has mistakes; all of them.</exception>
    public static LoadedPack Load(PackFolder folder, IEnumerable<PackSection> sections) => new PackLoading(folder, [.. sections]).Load();

    /// <summary>The record of a file that every pack has (<see cref="PackSection.One"/>).</summary>
    public T Get<T>() where T : class => (T)Unflawed(typeof(T)).Single();

    /// <summary>The records of a section, in the order of their files.</summary>
    public IReadOnlyList<T> All<T>() where T : class => [.. Unflawed(typeof(T)).Cast<T>()];

    /// <summary>Every definition with versions, of whatever kind.</summary>
    public IEnumerable<IDefinition> Definitions => records.Values.SelectMany(found => found).OfType<IDefinition>();

    /// <summary>Where a record that was read from this pack, or a key of it, is written.</summary>
    public Place PlaceOf(object record, string path = "") => reading.NodeOf(record).Nearest(path).Place;

    internal void Add(Type type, object? record)
    {
        if (record is null)
        {
            flawed.Add(type);
        }
        else
        {
            records[type].Add(record);
        }
    }

    internal IEnumerable<object> Readable(Type type) => records[type];

    private List<object> Unflawed(Type type) =>
        flawed.Contains(type) ? throw new Flawed()
        : records.TryGetValue(type, out var found) ? found
        : throw new InvalidOperationException($"No section of the pack is read as {type.Name}.");

    /// <summary>Ends a check that needs what has mistakes itself: nothing that only follows from them is listed.</summary>
    internal sealed class Flawed() : Exception("This part of the pack has mistakes, which are listed.");
}
