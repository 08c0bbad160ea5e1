using GridDesk.Kernel.Pack;

namespace GridDesk.Tests.Pack;

public sealed class FolderTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("pack");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void A_folder_lists_its_files_in_the_order_of_their_paths_without_its_keepers_notes()
    {
        Write("sites.yaml", "b");
        Write("a/z.yaml", "a");
        Write("README.md", "read me");
        Write("LICENSE", "free");
        Write(".git/config", "git");
        Write("a/.hidden", "hidden");

        PackFolder.Open(folder.FullName).Files.Select(file => file.Path).ShouldBe(["a/z.yaml", "sites.yaml"]);
    }

    [Fact]
    public void A_folder_that_is_not_there_is_refused() =>
        Should.Throw<PackRefused>(() => PackFolder.Open(Path.Combine(folder.FullName, "none"))).Mistakes.ShouldHaveSingleItem();

    [Fact]
    public void Links_out_of_the_folder_are_refused_whether_to_files_or_folders()
    {
        using var outside = new Outside();
        File.CreateSymbolicLink(Path.Combine(folder.FullName, "office.yaml"), Path.Combine(outside.Path, "secret.yaml"));
        Directory.CreateSymbolicLink(Path.Combine(folder.FullName, "services"), outside.Path);

        Places().ShouldBe(["departments.yaml:1:1", "office.yaml:1:1", "services:1:1", "sites.yaml:1:1"]);
    }

    [Fact]
    public void A_file_over_one_megabyte_is_refused()
    {
        Write("departments.yaml", SamplePack.Departments);
        Write("sites.yaml", SamplePack.Sites);
        Write("office.yaml", SamplePack.Office + "#" + new string('x', 1 << 20));

        Places().ShouldBe(["office.yaml:1:1"]);
    }

    [Fact]
    public void A_good_folder_loads()
    {
        Write("departments.yaml", SamplePack.Departments);
        Write("sites.yaml", SamplePack.Sites);
        Write("office.yaml", SamplePack.Office);

        var pack = LoadedPack.Load(PackFolder.Open(folder.FullName), SamplePack.Sections);

        pack.Root.ShouldBe(folder.FullName);
        pack.Get<Office>().TimeZone.Id.ShouldBe("Asia/Taipei");
    }

    private IEnumerable<string> Places() =>
        Should.Throw<PackRefused>(() => LoadedPack.Load(PackFolder.Open(folder.FullName), SamplePack.Sections))
            .Mistakes.Select(mistake => $"{mistake.File}:{mistake.Line}:{mistake.Column}");

    private void Write(string path, string text)
    {
        var full = Path.Combine(folder.FullName, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
    }

    private sealed class Outside : IDisposable
    {
        private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("outside");

        public Outside() => File.WriteAllText(System.IO.Path.Combine(Path, "secret.yaml"), SamplePack.Office);

        public string Path => folder.FullName;

        public void Dispose() => folder.Delete(recursive: true);
    }
}
