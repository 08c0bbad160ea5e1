using System.Text;
using GridDesk.Kernel.Data;
using GridDesk.Plan;
using GridDesk.Tests.Infrastructure;

namespace GridDesk.Tests.Plan;

[Trait("store", "both")]
public sealed class PlanImportTests(TestOffice office) : IClassFixture<TestOffice>
{
    private static readonly string[] Codes = [.. Plan108.Definition.Rows().Select(row => row.Code)];

    [Fact]
    public async Task The_official_text_stands_beside_our_headings_once_it_is_imported()
    {
        (await ImportAsync(Plan108.MakeOfficialText(108, Codes))).ShouldBe((108, 103));
        (await ImportAsync(Plan108.MakeOfficialText(108, Codes))).ShouldBe((108, 103));

        var visitor = await office.Visit().GoAsync("/en/plan?year=108&half=1");
        var row = visitor.Page.GetElementById("m-1.1.2.4")!.TextContent;
        row.ShouldContain("Official text");
        row.ShouldContain("Text 1.1.2.4");
        row.ShouldContain("原文 1.1.2.4");
    }

    [Fact]
    public async Task The_official_plan_itself_can_be_imported()
    {
        Assert.SkipUnless(Plan108.OfficialFile is not null, "shared/data/plan-108.json does not lie beside the repository.");
        (await office.WithAsync<PlanImport, (int, int)>(import => import.RunAsync(Plan108.OfficialFile!, office.Clock.GetCurrentInstant()))).ShouldBe((108, 103));
    }

    [Fact]
    public async Task A_row_too_few_and_a_row_too_many_are_both_told_and_nothing_is_imported()
    {
        var before = await TextsAsync();
        var refusal = await RefusedAsync(Plan108.MakeOfficialText(108, [.. Codes.Where(code => code != "1.1.1.1"), "1.1.1.7"]));
        refusal.Code.ShouldBe("plan.import");
        refusal.Reason.En.ShouldContain("2 mistakes; nothing was imported");
        refusal.Reason.En.ShouldContain("1.1.1.1: this row is missing from the file.");
        refusal.Reason.En.ShouldContain("1.1.1.7: the plan of year 108 has no such row.");
        (await TextsAsync()).ShouldBe(before);
    }

    [Theory]
    [InlineData("", "Line 1 is not valid JSON")]
    [InlineData("{\n\"year_roc\": 108,\n", "Line 3 is not valid JSON")]
    [InlineData("[]", "The outermost thing must be an object")]
    [InlineData("""{ "dimensions": [] }""", "'year_roc' is missing")]
    [InlineData("""{ "year_roc": 108, "dimensions": {} }""", "dimensions: a list is expected here.")]
    [InlineData("""{ "year_roc": 108, "dimensions": [ { "strategies": [ 7 ] } ] }""", "dimensions[0].strategies[0].actions: a list is expected here.")]
    [InlineData("""{ "year_roc": 108, "dimensions": [ { "strategies": [ { "actions": [ { "measures": [ { "code": "1.1.1.1", "text": " ", "departments": [], "period": "持續辦理" } ] } ] } ] } ] }""", "1.1.1.1: 'departments' is missing")]
    [InlineData("""{ "year_roc": 108, "dimensions": [ { "strategies": [ { "actions": [ { "measures": [ { "code": "\ud800" } ] } ] } ] } ] }""", "no text")]
    public async Task A_bad_file_is_refused_with_a_sentence(string text, string expected) =>
        (await RefusedAsync(text)).Reason.En.ShouldContain(expected);

    [Fact]
    public async Task A_year_without_a_plan_is_refused() =>
        (await RefusedAsync(Plan108.MakeOfficialText(99, Codes))).Code.ShouldBe("not-found");

    [Fact]
    public async Task A_file_that_is_not_there_is_refused() =>
        (await Should.ThrowAsync<Refusal>(() => office.WithAsync<PlanImport>(import => import.RunAsync("/nowhere/plan.json", office.Clock.GetCurrentInstant())))).Code.ShouldBe("plan.import-file");

    private Task<int> TextsAsync() => office.WithAsync<OfficeDb, int>(db => db.PlanTexts.CountAsync());

    private Task<Refusal> RefusedAsync(string text) => Should.ThrowAsync<Refusal>(() => ImportAsync(text));

    private async Task<(int, int)> ImportAsync(string text)
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, text, new UTF8Encoding(true));
            return await office.WithAsync<PlanImport, (int, int)>(import => import.RunAsync(file, office.Clock.GetCurrentInstant()));
        }
        finally
        {
            File.Delete(file);
        }
    }
}
