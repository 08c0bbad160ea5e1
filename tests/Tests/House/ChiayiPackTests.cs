using System.Collections;
using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using GridDesk.Kernel.Pack;
using GridDesk.Services;
using GridDesk.Tests.Infrastructure;
using GridDesk.Web;

namespace GridDesk.Tests.House;

public sealed partial class ChiayiPackTests
{
    private static readonly string Folder = Path.Combine(TestOffice.Root, "packs", "chiayi");
    private static readonly LoadedPack Pack = PackLoader.Check(Folder, OfficeProgram.Modules);
    private static readonly IReadOnlyList<ServiceDefinition> Services = [.. Pack.All<ServiceDefinition>()];

    [Fact]
    public void It_offers_fifty_nine_services() => Services.Select(s => s.Code).Distinct().Count().ShouldBe(59);

    [Fact]
    public void The_quick_counter_does_five_things() =>
        Services.Where(s => s.Quick).Select(s => s.Code).Order().ShouldBe(["CERT", "PAY", "READ", "RECON", "XFER"]);

    [Fact]
    public void At_noon_a_volunteer_may_do_four() =>
        Services.Where(s => s.Noon).Select(s => s.Code).Order().ShouldBe(["ADDR", "AUTO", "EBILL", "XFER"]);

    [Fact]
    public void Every_kind_of_request_that_was_found_in_public_sources_is_offered()
    {
        var source = Path.Combine(TestOffice.Root, "..", "shared", "data", "request-types.json");
        Assert.SkipUnless(File.Exists(source), "The list of sources lies outside the repository");
        var known = JsonNode.Parse(File.ReadAllText(source))!["requests"]!.AsArray().Select(r => r!["code"]!.GetValue<string>()).ToList();
        known.Except(Services.Select(s => s.Code)).ShouldBeEmpty();
        Services.Select(s => s.Code).Except(known).ShouldBe(["PAY", "READ"], ignoreOrder: true);
    }

    [Fact]
    public void Both_languages_say_the_same_numbers()
    {
        var phrases = PhrasesIn(Pack.Definitions, []).Concat(PhrasesIn(Pack.Get<Office>(), [])).Concat(PhrasesIn(Pack.Get<SiteList>(), [])).Concat(PhrasesIn(Pack.Get<DepartmentList>(), [])).ToList();
        phrases.Count.ShouldBeGreaterThan(800);
        phrases.Where(p => p.Zh.Length == 0 || p.En.Length == 0).ShouldBeEmpty();
        phrases.Where(p => !NumbersOf(p.Zh).SequenceEqual(NumbersOf(p.En))).Select(p => $"{p.Zh} / {p.En}").ShouldBeEmpty();
    }

    [Fact]
    public void Every_service_can_be_asked_for_and_has_somebody_who_does_it()
    {
        var departments = Departments.Of(Pack);
        foreach (var service in Services.Where(s => s.OpensCase))
        {
            service.Channels.ShouldNotBeEmpty(service.Code);
            service.Channels.ShouldContain("counter", service.Code);
            departments.PhoneOf(departments.Find(service.Department)!).ShouldNotBeEmpty();
            (service.Limits.Rule ?? service.Limits.Norm).ShouldNotBeNull(service.Code);
        }
    }

    [Theory]
    [InlineData("label: { zh: 租屋, en: Rented }", "label: { zh: 承租, en: Rented }")]
    [InlineData("fee: { zh: 免費。", "fee: { zh: 免手續費。")]
    [InlineData("norm: { workingDays: 1, grade: C }", "norm: { workingDays: 9, grade: C }")]
    public async Task A_definition_in_force_cannot_be_edited(string written, string rewritten)
    {
        await using var office = await TestOffice.OpenAsync();
        var refused = await Should.ThrowAsync<PackRefused>(() => LoadAsync(office, "services/contract/xfer.yaml", text => text.Replace(written, rewritten)));
        refused.Message.ShouldContain("xfer.yaml");
        refused.Mistakes.ShouldHaveSingleItem().Sentence.En.ShouldContain("give it a new valid-from");
    }

    [Fact]
    public async Task A_definition_in_force_cannot_be_removed()
    {
        await using var office = await TestOffice.OpenAsync();
        (await Should.ThrowAsync<PackRefused>(() => LoadAsync(office, "services/contract/xfer.yaml", _ => null))).Mistakes.ShouldHaveSingleItem().Sentence.En.ShouldContain("cannot be removed");
    }

    [Fact]
    public async Task A_comment_changes_nothing_that_is_in_force()
    {
        await using var office = await TestOffice.OpenAsync();
        var loaded = await LoadAsync(office, "services/contract/xfer.yaml", text => "# looked through in June\n" + text);
        loaded.Hash.ShouldNotBe(Pack.Hash);
    }

    private static async Task<LoadedPack> LoadAsync(TestOffice office, string file, Func<string, string?> edit)
    {
        var copy = Path.Combine(office.Options.Data, "pack");
        foreach (var path in Directory.GetFiles(Folder, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(copy, Path.GetRelativePath(Folder, path));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(path, target);
        }

        var place = Path.Combine(copy, file);
        var before = await File.ReadAllTextAsync(place);
        if (edit(before) is { } after)
        {
            after.ShouldNotBe(before);
            await File.WriteAllTextAsync(place, after);
        }
        else
        {
            File.Delete(place);
        }

        office.Clock.AdvanceSeconds(1);
        try
        {
            return await office.WithAsync<PackLoader, LoadedPack>(loader => loader.LoadAsync(copy, office.Clock.GetCurrentInstant()));
        }
        finally
        {
            Directory.Delete(copy, recursive: true);
        }
    }

    private static IEnumerable<Phrase> PhrasesIn(object? thing, HashSet<object> seen)
    {
        switch (thing)
        {
            case null or string:
                return [];
            case Phrase phrase:
                return [phrase];
            case Fee fee:
                return [fee.Text];
            case IEnumerable many:
                return many.Cast<object?>().SelectMany(item => PhrasesIn(item, seen)).ToList();
            default:
                var type = thing.GetType();
                return type.Namespace?.StartsWith("GridDesk", StringComparison.Ordinal) is true && !type.IsEnum && seen.Add(thing)
                    ? type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.GetIndexParameters().Length == 0 && p.Name != "Limit")
                        .SelectMany(p => PhrasesIn(p.GetValue(thing), seen)).ToList()
                    : [];
        }
    }

    private static IEnumerable<string> NumbersOf(string text) => Number().Matches(text).Select(m => m.Value.Replace(",", "")).Order(StringComparer.Ordinal);

    [GeneratedRegex(@"\d[\d,]*(\.\d+)?")]
    private static partial Regex Number();
}
