using System.Text.Json;
using GridDesk.Kernel.Pack;
using GridDesk.Plan;
using GridDesk.Tests.Infrastructure;
using GridDesk.Web;

namespace GridDesk.Tests.Plan;

/// <summary>The shipped plan, and the file of its official text where one lies beside the repository.</summary>
internal static class Plan108
{
    private static readonly Lazy<LoadedPack> Loaded = new(() => PackLoader.Check(Path.Combine(TestOffice.Root, "packs", "chiayi"), OfficeProgram.Modules));

    public static readonly Instant At = Instant.FromUtc(2019, 3, 1, 0, 0);

    public static LoadedPack Pack => Loaded.Value;

    public static PlanDefinition Definition => Pack.Get<PlanDefinition>();

    public static Departments Departments => Departments.Of(Pack);

    public static ServicePlan Stored() => ServicePlan.Adopt(Definition, At).Plan;

    public static string? OfficialFile => Path.Combine(Path.GetDirectoryName(TestOffice.Root)!, "shared", "data", "plan-108.json") is var file && File.Exists(file) ? file : null;

    /// <summary>An amendment of the second half-year unless another day is given.</summary>
    public static Amendment Amendment(string measure, RowChange change, LocalDate? effective = null, AmendmentKind kind = AmendmentKind.Changed, int minute = 0) => new()
    {
        Id = Guid.NewGuid(),
        RocYear = 108,
        Measure = measure,
        Kind = kind,
        Effective = effective ?? new(2019, 7, 1),
        Letter = "嘉義字第1080001號",
        ReasonZh = "業務調整",
        ReasonEn = "Work was rearranged",
        Body = JsonSerializer.Serialize(change, Json.Options),
        By = "office",
        At = At + Duration.FromMinutes(minute),
    };

    /// <summary>An official text in the format that is imported, with invented words.</summary>
    public static string MakeOfficialText(int year, IEnumerable<string> codes) => JsonSerializer.Serialize(new
    {
        year_roc = year,
        dimensions = new[]
        {
            new
            {
                strategies = new[]
                {
                    new
                    {
                        actions = new[]
                        {
                            new
                            {
                                measures = codes.Where(code => PlanCode.Depth(code) == 4).Select(code => new
                                {
                                    code,
                                    text = $"原文 {code}",
                                    text_en = $"Text {code}",
                                    departments = new[] { "服務中心" },
                                    period = "持續辦理",
                                    sub_items = codes.Where(sub => PlanCode.Parent(sub) == code).Select(sub => new { code = sub, text = $"原文 {sub}", departments = new[] { "服務中心" }, period = "持續辦理" }),
                                }),
                            },
                        },
                    },
                },
            },
        },
    });
}
