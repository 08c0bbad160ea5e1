namespace GridDesk.Kernel.Pack;

/// <summary>One loading of a pack: reads every file by its section, checks, and refuses the whole when anything is wrong.</summary>
internal sealed class PackLoading
{
    private readonly PackFolder folder;
    private readonly IReadOnlyList<PackSection> sections;
    private readonly PackReader reader;
    private readonly Reading reading = new();
    private readonly LoadedPack pack;

    public PackLoading(PackFolder folder, IReadOnlyList<PackSection> sections)
    {
        this.folder = folder;
        // A file that one section names wins over a pattern of another that also fits it.
        this.sections = [.. sections.Where(section => section is not SpecialType).OrderByDescending(section => section.IsOneFile)];
        reader = new(sections);
        pack = new(folder, reading, this.sections.Select(section => section.Record).OfType<Type>());
    }

    public LoadedPack Load()
    {
        reading.Mistakes.AddRange(folder.Mistakes);
        foreach (var file in folder.Files)
        {
            Read(file);
        }

        foreach (var section in sections.Where(section => section.Required && folder.Files.All(file => file.Path != section.Files)))
        {
            // When the file is there but was refused, that is listed already.
            pack.Add(section.Record!, null);
            if (folder.Mistakes.All(mistake => mistake.File != section.Files))
            {
                Refuse(section.Files, "缺少這個檔案。", "This file is missing.");
            }
        }

        foreach (var section in sections.Where(section => section.Record is not null))
        {
            CheckAcross(section);
        }

        return reading.Mistakes.Count == 0 ? pack : throw new PackRefused(reading.Mistakes);
    }

    private void Read(PackFile file)
    {
        if (sections.FirstOrDefault(section => section.Pattern.IsMatch(file.Path)) is not { } section)
        {
            Unclaimed(file.Path);
        }
        else if (section.Record is { } type)
        {
            pack.Add(type, reader.Read(type, file, reading));
        }
    }

    private void CheckAcross(PackSection section)
    {
        foreach (var record in pack.Readable(section.Record!).Where(record => section.Pattern.IsMatch(pack.PlaceOf(record).File)))
        {
            try
            {
                section.CheckAcross(record, new Checker(reading, reading.NodeOf(record)), pack);
            }
            catch (LoadedPack.Flawed)
            {
            }
        }

        Versions.Check(pack.Readable(section.Record!).OfType<IDefinition>(), reading);
    }

    private void Unclaimed(string path)
    {
        var cut = path.IndexOf('/');
        var folders = sections.Where(section => section.Files.Contains('/')).ToLookup(section => section.Files[..(section.Files.IndexOf('/') + 1)]);
        if (cut >= 0 && folders[path[..(cut + 1)]].Select(section => section.Files).Distinct().ToList() is { Count: > 0 } expected)
        {
            Refuse(path, $"這個資料夾裡只放：{string.Join("、", expected)}。", $"This folder holds only: {string.Join(", ", expected)}.");
            return;
        }

        List<string> known = cut >= 0 ? [.. folders.Select(group => group.Key)] : [.. sections.Select(section => section.Files).Where(file => !file.Contains('/'))];
        var suggestion = Wording.Suggest(path[..(cut + 1)] is { Length: > 0 } name ? name : path, known);
        Refuse(path, $"沒有任何功能使用這個檔案，{suggestion.Zh}", $"Nothing uses this file. {suggestion.En}");
    }

    private void Refuse(string path, string zh, string en) => reading.Mistakes.Add(new(new(path, 1, 1), zh, en));
}
