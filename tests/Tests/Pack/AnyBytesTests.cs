using System.Text;
using FsCheck;
using FsCheck.Fluent;
using GridDesk.Kernel.Pack;

namespace GridDesk.Tests.Pack;

/// <summary>Whatever lies in the folder, loading either succeeds or lists mistakes.</summary>
public sealed class AnyBytesTests
{
    private static readonly string[] Fragments =
    [
        "\t", "&a ", "*a", "!!map ", "<<: ", "---\n", "...\n", "? ", ": ", "- ", "[", "]", "{", "}", "|\n", ">-\n", "%YAML 9.9\n", "\"", "'", "\\x", "#", "\0",
        "\uFEFF", "\u2028", "~", "@", "`", "\"\\uD800\"", "\"\\U00110000\"", "99999999999999999999", "0001-01-01", "9999-12-31", "24:00", "when: ", "zh: ", "\r", "𠮷",
    ];

    private static readonly string[] Valid = [SamplePack.Service, SamplePack.Departments, SamplePack.Sites, SamplePack.Office];

    private static readonly string[] Paths = ["services/account/rename.yaml", "departments.yaml", "sites.yaml", "office.yaml"];

    private static Gen<Func<string, string>> Mutation =>
        Gen.OneOf(
            from line in Gen.Choose(0, 40) select Lines(lines => lines.RemoveAt(line % lines.Count)),
            from line in Gen.Choose(0, 40) from to in Gen.Choose(0, 40) select Lines(lines => lines.Insert(to % lines.Count, lines[line % lines.Count])),
            from line in Gen.Choose(0, 40) from spaces in Gen.Choose(1, 9) select Lines(lines => lines[line % lines.Count] = new string(' ', spaces) + lines[line % lines.Count]),
            from at in Gen.Choose(0, 2000) from fragment in Gen.Elements(Fragments) select new Func<string, string>(text => text.Insert(at % (text.Length + 1), fragment)),
            from at in Gen.Choose(0, 2000) from length in Gen.Choose(1, 30) select new Func<string, string>(text => text.Remove(at % (text.Length + 1), Math.Min(length, text.Length - (at % (text.Length + 1))))));

    [Fact]
    public void A_mutilated_file_loads_or_lists_its_mistakes() => Loads(
        3000,
        Encoding.UTF8,
        from which in Gen.Choose(0, Valid.Length - 1)
        from mutations in Gen.Choose(1, 6).SelectMany(count => Mutation.ListOf(count))
        select (Paths[which], mutations.Aggregate(Valid[which], (text, mutate) => text.Length == 0 ? text : mutate(text))));

    [Fact]
    public void Random_bytes_load_or_list_their_mistakes() => Loads(
        1000,
        Encoding.Latin1,
        from start in Gen.Choose(0, 200)
        from garbage in Gen.Choose(0, 255).Select(number => (char)number).ArrayOf()
        select (Paths[1], SamplePack.Departments[..start] + new string(garbage)));

    [Fact]
    public void Fragments_of_yaml_load_or_list_their_mistakes() => Loads(
        3000,
        Encoding.UTF8,
        from fragments in Gen.Elements(Fragments.Concat(["\n", "  ", "code", ", ", "sites"]).ToArray()).ListOf()
        select (Paths[2], string.Concat(fragments)));

    [Theory]
    [InlineData("")]
    [InlineData("a: {")]
    public void A_long_file_of_anything_is_read_in_time(string start)
    {
        foreach (var fragment in Fragments.Concat(["a", "a ", "a: ", "a: a\n", "- a\n", "-\n", "{a: ", "[a, ", "a, ", " \n", "\n", "\"\n", "? a\n", "'a\n", "  - "]))
        {
            var text = start + string.Concat(Enumerable.Repeat(fragment, 250_000 / Encoding.UTF8.GetByteCount(fragment)));
            Loads(SamplePack.File(Paths[0], text)).ShouldBeTrue($"{start}, and then {fragment} again and again");
        }
    }

    private static void Loads(int times, Encoding encoding, Gen<(string Path, string Text)> files) => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(times).WithQuietOnSuccess(true),
        Prop.ForAll(files.ToArbitrary(), file => Loads(new PackFile(file.Path, encoding.GetBytes(file.Text)))));

    /// <summary>False when it takes too long; throws what loading should not throw.</summary>
    private static bool Loads(PackFile file)
    {
        var loading = Task.Run(() =>
        {
            try
            {
                SamplePack.Load(file);
            }
            catch (PackRefused refused)
            {
                refused.Mistakes.ShouldNotBeEmpty();
                refused.Mistakes.ShouldAllBe(mistake => mistake.Line >= 1 && mistake.Column >= 1);
            }
        });
        return loading.Wait(TimeSpan.FromSeconds(10));
    }

    private static Func<string, string> Lines(Action<List<string>> change) => text =>
    {
        var lines = text.Split('\n').ToList();
        change(lines);
        return string.Join('\n', lines);
    };
}
