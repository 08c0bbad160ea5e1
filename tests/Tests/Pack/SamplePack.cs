using System.Text;
using GridDesk.Kernel.Forms;
using GridDesk.Kernel.Pack;

namespace GridDesk.Tests.Pack;

public enum Channel { Counter, PhoneCall, Web }

/// <summary>A definition that uses everything a pack file may hold.</summary>
public sealed record SampleService(string Code, LocalDate ValidFrom, Phrase Name, int WorkingDays) : IDefinition, IChecked
{
    public required IReadOnlyList<Channel> Channels { get; init; }

    public decimal? Fee { get; init; }

    public bool Online { get; init; }

    public LocalTime ClosesAt { get; init; } = new(17, 0);

    [MayBeSame]
    public Phrase? Unit { get; init; }

    public string? Department { get; init; }

    public IReadOnlyList<SampleStep> Steps { get; init; } = [];

    public IReadOnlyDictionary<string, decimal> Rates { get; init; } = new Dictionary<string, decimal>();

    public IReadOnlyList<Question> Questions { get; init; } = [];

    public void Check(Checker check)
    {
        check.Between("workingDays", WorkingDays, 1, 90);
        check.Unique("steps", Steps, step => step.Id, "id");
    }
}

public sealed record SampleStep(string Id, Phrase Title, bool Skippable = false);

internal static class SamplePack
{
    public const string Office = """
        code: CY
        name: { zh: 嘉義區營業處, en: Chiayi District Office }
        company: { zh: 台灣電力公司, en: Taiwan Power Company }
        timeZone: Asia/Taipei
        phone: "1911"
        languages: [zh-TW, en]
        headOffice: { zh: 業務處, en: Head Office }
        electricityNumberArea: null     # not known

        """;

    public const string Sites = """
        sites:
          - code: centre
            name: { zh: 嘉義服務中心, en: Chiayi Service Centre }
            kind: service-centre
            address: null
            hours: office
            validFrom: 2019-01-01

        """;

    public const string Departments = """
        departments:
          - code: service-centre
            name: { zh: 服務中心, en: Service Centre }
            phone: { number: "05-2223456", grade: C }
            reports: true
            validFrom: 2019-01-01
          - code: head
            name: { zh: 處長室, en: Office of the Director }
            phone: null
            reports: false
            validFrom: 2019-01-01

        """;

    public const string Service = """
        code: rename
        validFrom: 2019-01-01
        name: { zh: 過戶, en: Change of name }
        workingDays: 5
        channels: [counter, phone-call]
        fee: 12.50
        online: true
        closesAt: 16:30
        unit: kWh
        department: service-centre
        steps:
          - id: receive
            title:
              zh: 收件
              en: Receive
          - { id: close, title: { zh: 結案, en: Close }, skippable: true }
        rates: { summer: 3.5, winter: 2 }
        questions:
          - id: company
            kind: text
            label: { zh: 公司, en: Company }
            when: { holderKind: [company, office], tenant: true }

        """;

    public static IReadOnlyList<PackSection> Sections { get; } =
    [
        .. OfficeSections.All,
        PackSection.Each<SampleService>("services/**/*.yaml").Check((service, check, pack) =>
            check.Known("department", service.Department, [.. pack.Get<DepartmentList>().Departments.Select(department => department.Code)])),
        PackSection.Assets("pictures/**"),
    ];

    public static PackFile File(string path, string text) => new(path, Encoding.UTF8.GetBytes(text));

    /// <summary>The sample with some files put in place of its own, or beside them.</summary>
    public static PackFolder With(params PackFile[] files)
    {
        PackFile[] sample =
        [
            File("office.yaml", Office),
            File("sites.yaml", Sites),
            File("departments.yaml", Departments),
            File("services/account/rename.yaml", Service),
        ];
        return new("/sample", files.UnionBy(sample, file => file.Path), []);
    }

    public static LoadedPack Load(params PackFile[] files) => LoadedPack.Load(With(files), Sections);

    /// <summary>The mistakes of the sample with these files, as they are printed in English.</summary>
    public static IReadOnlyList<string> Mistakes(params PackFile[] files)
    {
        System.Globalization.CultureInfo.CurrentUICulture = new("en");
        return [.. Should.Throw<PackRefused>(() => Load(files)).Mistakes.Select(mistake => mistake.ToString())];
    }

    /// <summary>The mistakes of the sample service after one text in it was replaced.</summary>
    public static IReadOnlyList<string> MistakesAfter(string text, string replacement)
    {
        Service.ShouldContain(text);
        return Mistakes(File("services/account/rename.yaml", Service.Replace(text, replacement)));
    }
}
