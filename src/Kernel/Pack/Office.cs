using System.Text.RegularExpressions;
using GridDesk.Kernel.Time;

namespace GridDesk.Kernel.Pack;

/// <summary>The office that a pack describes: <c>office.yaml</c>.</summary>
/// <param name="Code">Begins every case number: one to four capital letters.</param>
/// <param name="Name">Of the office.</param>
/// <param name="Company">The company it belongs to.</param>
/// <param name="TimeZone">Decides where its day begins and ends.</param>
/// <param name="Phone">The line that is always answered; shown wherever a unit has none of its own.</param>
/// <param name="Languages">BCP 47 tags, the first one first: <c>zh-TW</c>, <c>en</c>.</param>
/// <param name="HeadOffice">The unit of the company that the office reports to.</param>
/// <param name="Certificates">What the staff can be trained or examined for, such as <c>noon</c>.</param>
/// <param name="Agencies">Whom outside the company a case may have to ask, such as the city for a road.</param>
/// <param name="TaskDays">Working days within which a department or agency is asked to answer, unless whoever asks says otherwise.</param>
/// <param name="TellAfter">Working days without news after which a customer is told that the work goes on, while the office knows too few cases of the kind.</param>
/// <param name="QuietHours">When no phone is rung or written to, unless its holder set other hours; 21:00 to 08:00 when the pack says nothing.</param>
/// <param name="ElectricityNumberArea">What the electricity numbers of its customers begin with; null when that is not known and any is accepted.</param>
public sealed partial record Office(
    string Code,
    Phrase Name,
    Phrase Company,
    DateTimeZone TimeZone,
    string Phone,
    IReadOnlyList<string> Languages,
    Phrase HeadOffice,
    string? ElectricityNumberArea,
    IReadOnlyList<CertificateKind>? Certificates = null,
    IReadOnlyList<Agency>? Agencies = null,
    int TaskDays = 5,
    int TellAfter = 5,
    QuietHours? QuietHours = null) : IChecked
{
    private static readonly string[] Spoken = ["zh-TW", "en"];

    void IChecked.Check(Checker check)
    {
        if (!CodePattern.IsMatch(Code))
        {
            check.Mistake("code", "「code」必須是一到四個大寫英文字母。", "'code' must be one to four capital letters.");
        }

        if (Languages.Count == 0)
        {
            check.Mistake("languages", "「languages」至少要有一種語言。", "'languages' must name at least one language.");
        }

        if (TellAfter is < 1 or > 60)
        {
            check.Mistake("tellAfter", "「tellAfter」必須是 1 到 60 個工作日。", "'tellAfter' must be 1 to 60 working days.");
        }

        check.Unique("certificates", Certificates ?? [], certificate => certificate.Code);
        check.Unique("agencies", Agencies ?? [], agency => agency.Code);
        if (TaskDays is < 1 or > 60)
        {
            check.Mistake("taskDays", "「taskDays」必須是 1 到 60 的整數。", "'taskDays' must be a whole number from 1 to 60.");
        }

        check.Unique("languages", Languages, language => language);
        foreach (var (index, language) in Languages.Index())
        {
            check.Known($"languages[{index}]", language, Spoken);
        }
    }

    [GeneratedRegex("^[A-Z]{1,4}$")]
    private static partial Regex CodePattern { get; }
}

/// <param name="Code">Lower case, such as <c>noon</c>; the program knows some by it.</param>
public sealed record CertificateKind(string Code, Phrase Name);

/// <summary>An authority or company outside the office.</summary>
/// <param name="Code">Kebab-case, never given to another.</param>
/// <param name="Grade">How well it is known that this office deals with it; null when the office said so.</param>
public sealed record Agency(string Code, Phrase Name, Grade? Grade = null) : IChecked
{
    void IChecked.Check(Checker check) => check.Code("code", Code);
}

/// <summary>What the pack says about the office itself.</summary>
public static class OfficeSections
{
    public static IReadOnlyList<PackSection> All { get; } =
    [
        PackSection.One<Office>("office.yaml"),
        PackSection.One<SiteList>("sites.yaml"),
        PackSection.One<DepartmentList>("departments.yaml"),
        PackSection.Type(Phone.Read),
    ];
}
