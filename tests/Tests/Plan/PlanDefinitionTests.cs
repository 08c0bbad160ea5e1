using System.Globalization;
using System.Text.Json;
using GridDesk.Kernel.Pack;
using GridDesk.Plan;
using GridDesk.Tests.Pack;

namespace GridDesk.Tests.Plan;

public sealed class PlanDefinitionTests
{
    private const string Small = """
        year: 108
        title: { zh: 計畫, en: Plan }
        goals: { zh: 目標, en: Goals }
        scope: { zh: 各部門, en: All departments }
        assessment:
          criteria: [{ zh: 創新, en: New ideas }]
          reportTo: { zh: 業務處, en: Head Office }
          postOn: { zh: 網頁, en: Web pages }
          rounds:
            - { half: 1, before: 2019-07-05 }
            - { half: 2, before: 2020-01-06 }
        units: [service-centre]
        dimensions:
          - code: "1"
            title: { zh: 面向, en: Dimension }
            strategies:
              - code: "1.1"
                title: { zh: 策略, en: Strategy }
                actions:
                  - code: "1.1.1"
                    title: null
                    measures:
                      - code: "1.1.1.1"
                        title: { zh: 措施, en: Measure }
                        departments: [all]
                        period: continuous
                        measures:
                          - { code: "1.1.1.1.1", title: { zh: 細項, en: Item }, departments: [service-centre], period: yearly }

        """;

    [Fact]
    public void The_plan_of_108_has_99_measures_and_4_sub_items()
    {
        var rows = Plan108.Definition.Rows().ToList();
        rows.Count.ShouldBe(103);
        rows.Count(row => PlanCode.Depth(row.Code) == 4).ShouldBe(99);
        rows.Select(row => row.Code).Order(PlanCode.Order).ShouldBe(rows.Select(row => row.Code));
        (Plan108.Definition.Dimensions.Count, Plan108.Definition.Dimensions.SelectMany(d => d.Strategies).Count(), Plan108.Definition.Actions().Count()).ShouldBe((5, 11, 23));
    }

    [Fact]
    public void Every_row_is_bound_to_a_statistic_or_says_what_would_prove_it() =>
        Plan108.Definition.Rows().Where(row => row.Indicators.Count == 0 && row.Proof is null).Select(row => row.Code).ShouldBeEmpty();

    [Fact]
    public void Departments_and_periods_are_those_of_the_official_plan()
    {
        Assert.SkipUnless(Plan108.OfficialFile is not null, "shared/data/plan-108.json does not lie beside the repository.");
        var departments = Plan108.Pack.Get<DepartmentList>().Departments.ToDictionary(d => d.Name.Zh, d => d.Code);
        departments.Add("各部門", PlanMeasure.All);
        var periods = new Dictionary<string, PlanPeriod>
        {
            ["持續辦理"] = PlanPeriod.Continuous, ["每年一次"] = PlanPeriod.Yearly, ["配合辦理"] = PlanPeriod.Cooperate, ["配合配電處更新作業"] = PlanPeriod.WithRenewal,
        };
        using var json = JsonDocument.Parse(File.ReadAllBytes(Plan108.OfficialFile!));
        var official = json.RootElement.GetProperty("dimensions").EnumerateArray()
            .SelectMany(d => d.GetProperty("strategies").EnumerateArray())
            .SelectMany(s => s.GetProperty("actions").EnumerateArray())
            .SelectMany(a => a.GetProperty("measures").EnumerateArray())
            .SelectMany(m => m.TryGetProperty("sub_items", out var subs) ? subs.EnumerateArray().Prepend(m) : [m])
            .Select(m => (m.GetProperty("code").GetString()!, Names(m), periods[m.GetProperty("period").GetString()!]))
            .ToList();

        Plan108.Definition.Rows().Select(row => (row.Code, string.Join(' ', row.Departments.Order()), row.Period)).ShouldBe(official);

        string Names(JsonElement measure) => string.Join(' ', measure.GetProperty("departments").EnumerateArray().Select(name => departments[name.GetString()!]).Order());
    }

    [Fact]
    public void All_departments_are_the_13_units_that_report()
    {
        var row = Plan108.Definition.Rows().First(row => row.Departments.Contains(PlanMeasure.All));
        Plan108.Departments.AnsweringFor(row, new(2019, 6, 30)).Count.ShouldBe(13);
        Plan108.Departments.AnsweringFor(row, new(2019, 6, 30)).ShouldNotContain(d => d.Code == "head");
    }

    [Fact]
    public void A_merged_department_passes_its_rows_on_and_old_half_years_keep_it()
    {
        var departments = new Departments(
        [
            new("old", new("舊課", "Old Section"), null, true, new(2019, 1, 1)) { Until = new(2019, 6, 30), Becomes = ["new"] },
            new("new", new("新課", "New Section"), null, true, new(2019, 7, 1)),
        ], "1911");
        var row = new PlanMeasure("1.1.1.1", Phrase.Same("x"), ["old"], PlanPeriod.Continuous);
        departments.AnsweringFor(row, new(2019, 6, 30)).Single().Code.ShouldBe("old");
        departments.AnsweringFor(row, new(2019, 12, 31)).Single().Code.ShouldBe("new");
    }

    [Fact]
    public void A_small_plan_has_no_mistakes() => Load(Small).Rows().Select(row => row.Code).ShouldBe(["1.1.1.1", "1.1.1.1.1"]);

    [Theory]
    [InlineData("\"1.1.1.1.1\"", "\"1.1.2.1.1\"", "plans/108.yaml:28:23: The code '1.1.2.1.1' must continue the one above it, such as 1.1.1.1.1.")]
    [InlineData("\"1.1\"", "\"1.x\"", "plans/108.yaml:17:9: The code '1.x' must continue the one above it, such as 1.1.")]
    [InlineData("[all]", "[everybody]", "plans/108.yaml:25:31: There is no 'everybody'.")]
    [InlineData("[all]", "[]", "plans/108.yaml:25:17: A row needs at least one department, or all.")]
    [InlineData("units: [service-centre]", "units: [servce-centre]", "plans/108.yaml:12:9: There is no 'servce-centre'. Did you mean 'service-centre'?")]
    [InlineData("half: 2", "half: 1", "plans/108.yaml:9:3: There is one round for each half-year: half: 1 and half: 2.")]
    [InlineData("2019-07-05", "2019-06-05", "plans/108.yaml:10:18: The day must lie after the end of that half-year.")]
    [InlineData("period: continuous", "period: always", "plans/108.yaml:26:17: 'period' must be one of: continuous, yearly, cooperate, with-renewal")]
    [InlineData("en: Measure }", "en: }", "plans/108.yaml:24:")]
    public void A_mistake_is_told_with_its_place(string text, string replacement, string expected)
    {
        Small.ShouldContain(text);
        CultureInfo.CurrentUICulture = new("en");
        var mistakes = Should.Throw<PackRefused>(() => Load(Small.Replace(text, replacement))).Mistakes.Select(mistake => mistake.ToString()).ToList();
        mistakes.ShouldHaveSingleItem().ShouldStartWith(expected);
    }

    [Fact]
    public void Two_files_cannot_hold_the_same_year()
    {
        CultureInfo.CurrentUICulture = new("en");
        var refused = Should.Throw<PackRefused>(() => SampleWith(("plans/108.yaml", Small), ("plans/109.yaml", Small)));
        refused.Mistakes.Single().ToString().ShouldBe("plans/109.yaml:1:1: The plan of year 108 is in another file already.");
    }

    private static PlanDefinition Load(string plan) => SampleWith(("plans/108.yaml", plan)).Get<PlanDefinition>();

    private static LoadedPack SampleWith(params (string Path, string Text)[] files) => LoadedPack.Load(
        SamplePack.With([.. files.Select(file => SamplePack.File(file.Path, file.Text))]),
        [.. SamplePack.Sections, .. new PlanModule().Pack(null!)]);
}
