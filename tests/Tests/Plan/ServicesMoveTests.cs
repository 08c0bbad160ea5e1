using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using GridDesk.Tests.Infrastructure;
using GridDesk.Tests.Pack;
using GridDesk.Web;

namespace GridDesk.Tests.Plan;

/// <summary>What the office offers moves its figures when an edition of the pack comes into force that offers something else.</summary>
[Trait("store", "both")]
public sealed partial class ServicesMoveTests
{
    private static readonly string[] Codes = ["services.complete-sheets", "services.startable-counter", "services.startable-phone", "services.startable-web", "services.with-sop"];

    [Fact]
    public async Task A_service_that_loses_its_windows_its_procedure_and_its_norm_is_missed_in_each_figure()
    {
        await using var office = await TestOffice.OpenAsync();
        var before = await FiguresAsync(office);
        using var copy = PackCopy.Of(Path.Combine(TestOffice.Root, "packs", "chiayi"));
        var file = Directory.GetFiles(copy.Folder, "ebill.yaml", SearchOption.AllDirectories).Single();
        var later = Procedure().Replace(await File.ReadAllTextAsync(file), "")
            .Replace("channels: [counter, web, phone, post, fax, email, app]", "channels: [post]", StringComparison.Ordinal)
            .Replace("{ workingHours: 1, grade: C }", "null", StringComparison.Ordinal)
            .Replace("validFrom: 2019-01-01", "validFrom: 2019-06-21", StringComparison.Ordinal);
        await File.WriteAllTextAsync(file.Replace("ebill.yaml", "ebill-later.yaml", StringComparison.Ordinal), later);
        office.Clock.AdvanceDays(1);
        await OfficeStart.OpenAsync(office.App.Services, office.Options with { Pack = copy.Folder });

        var after = await FiguresAsync(office);
        after.Keys.ShouldBe(Codes);
        foreach (var code in Codes)
        {
            after[code].ShouldBe(before[code] - 1, code);
        }
    }

    private static async Task<Dictionary<string, int>> FiguresAsync(TestOffice office)
    {
        Dictionary<string, int> parts = [];
        foreach (var code in Codes)
        {
            parts[code] = JsonNode.Parse(await office.Api().GetStringAsync($"/api/indicators/{code}"))!["part"]!.GetValue<int>();
        }

        return parts;
    }

    [GeneratedRegex("  - id: verify\n.*?(?=form:)", RegexOptions.Singleline)]
    private static partial Regex Procedure();
}
