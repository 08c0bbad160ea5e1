using System.Security.Cryptography;
using System.Text;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Time;

namespace GridDesk.Plan.Assess;

/// <summary>
/// The self-assessment of a half-year (自評): departments are asked for what cannot be computed, the figures are frozen, and then there are
/// two duties: it is reported, and it is posted. Nothing that was frozen changes; what is found later stands in the next one.
/// </summary>
internal sealed class SelfAssessment : Subject
{
    public const int LongestTo = 200;

    public required int RocYear { get; init; }
    public required int Half { get; init; }
    public required Instant OpenedAt { get; init; }

    public List<DepartmentPart> Parts { get; init; } = [];

    public Instant? FrozenAt { get; private set; }
    public string? FrozenBy { get; private set; }

    /// <summary>The report as it was frozen: <see cref="Report.AssessmentReport"/> as JSON. Null until then.</summary>
    public string? Body { get; private set; }

    /// <summary>SHA-256 of <see cref="Body"/>.</summary>
    public string? Digest { get; private set; }

    public Instant? ReportedAt { get; private set; }
    public string? ReportedBy { get; private set; }

    /// <summary>Where it was sent: an address, the number of the letter.</summary>
    public string? ReportedTo { get; private set; }

    /// <summary>SHA-256 of the file that was sent.</summary>
    public string? ReportedFile { get; private set; }

    public Instant? PostedAt { get; private set; }
    public string? PostedBy { get; private set; }

    /// <summary>The address at which everybody reads it.</summary>
    public string? PostedOn { get; private set; }

    public override string Key => KeyOf(new(RocYear, Half));

    public HalfYear Period => new(RocYear, Half);

    /// <summary>108-1</summary>
    public string Name => NameOf(Period);

    public AssessmentState State => PostedAt is not null && ReportedAt is not null ? AssessmentState.Done
        : FrozenAt is not null ? AssessmentState.Frozen
        : AssessmentState.Open;

    public static string NameOf(HalfYear half) => $"{half.RocYear}-{half.Half}";

    public static string KeyOf(HalfYear half) => $"assessment:{NameOf(half)}";

    /// <summary>It begins: every department that has something to answer is asked.</summary>
    /// <param name="departments">Codes.</param>
    public static (SelfAssessment Assessment, AssessmentOpened Opened) Open(HalfYear half, IReadOnlyList<string> departments, Instant now)
    {
        var assessment = new SelfAssessment
        {
            RocYear = half.RocYear, Half = half.Half, OpenedAt = now,
            Parts = [.. departments.Select(code => new DepartmentPart { RocYear = half.RocYear, Half = half.Half, Department = code })],
        };
        return (assessment, new(half.RocYear, half.Half, departments));
    }

    /// <exception cref="Refusal"><c>not-found</c></exception>
    public DepartmentPart Part(string department) => Parts.SingleOrDefault(p => p.Department == department)
        ?? throw new Refusal("not-found", "這次自評沒有要這個部門填的項目。", "This self-assessment asks nothing of that department.");

    /// <exception cref="Refusal"><c>assessment.frozen</c></exception>
    public void RefuseIfFrozen()
    {
        if (FrozenAt is not null)
        {
            throw new Refusal("assessment.frozen", "這次自評已經定稿，不能再改；之後的更正會寫在下一次自評。", "This self-assessment is frozen and stays as it is; what is corrected later stands in the next one.");
        }
    }

    /// <exception cref="Refusal">As <see cref="RefuseIfFrozen"/>; <c>assessment.not-over</c>.</exception>
    public AssessmentFrozen Freeze(string body, string by, WorkCalendar calendar, Instant now)
    {
        RefuseIfFrozen();
        if (calendar.Today(now) <= Period.Until)
        {
            var until = RocDate.Show(Period.Until);
            throw new Refusal("assessment.not-over", $"這半年到{until.Zh}才結束，之後才能定稿。", $"The half-year ends on {until.En}; it can be frozen after that.");
        }

        (Body, Digest, FrozenAt, FrozenBy) = (body, DigestOf(body), now, by);
        return new(Digest, Parts.Count(p => p.DoneAt is null));
    }

    /// <summary>It was sent to whom the plan names.</summary>
    /// <exception cref="Refusal"><c>assessment.not-frozen</c>, <c>assessment.reported</c>, <c>assessment.to</c></exception>
    public AssessmentReported Reported(string? to, string file, string by, Instant now)
    {
        RefuseUnlessFrozen();
        if (ReportedAt is not null)
        {
            throw new Refusal("assessment.reported", "這次自評已經登錄陳報了。", "This self-assessment has been reported already.");
        }

        if (to?.Trim() is not { Length: > 0 and <= LongestTo } sent || sent.Any(char.IsControl))
        {
            throw new Refusal("assessment.to", $"請寫送到哪裡，例如電子郵件地址或公文文號，最多 {LongestTo} 字。", $"Write where it was sent, such as an e-mail address or the number of the letter, in at most {LongestTo} characters.", "to");
        }

        (ReportedAt, ReportedBy, ReportedTo, ReportedFile) = (now, by, sent, file);
        return new(file, sent);
    }

    /// <summary>Everybody may read it from now on.</summary>
    /// <exception cref="Refusal"><c>assessment.not-frozen</c>, <c>assessment.posted</c></exception>
    public AssessmentPosted Post(string address, string by, Instant now)
    {
        RefuseUnlessFrozen();
        if (PostedAt is not null)
        {
            throw new Refusal("assessment.posted", "這次自評已經公告了。", "This self-assessment has been posted already.");
        }

        (PostedAt, PostedBy, PostedOn) = (now, by, address);
        return new(Digest!, address);
    }

    public static string DigestOf(string body) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(body)));

    /// <exception cref="Refusal"><c>assessment.not-frozen</c></exception>
    public void RefuseUnlessFrozen()
    {
        if (FrozenAt is null)
        {
            throw new Refusal("assessment.not-frozen", "請先定稿，再陳報和公告。", "Freeze it first; then it can be reported and posted.");
        }
    }
}

internal enum AssessmentState { Open, Frozen, Done }

/// <summary>What one department owes to a self-assessment.</summary>
internal sealed class DepartmentPart
{
    public required int RocYear { get; init; }
    public required int Half { get; init; }
    public required string Department { get; init; }
    public Instant? DoneAt { get; private set; }
    public string? DoneBy { get; private set; }

    /// <exception cref="Refusal"><c>assessment.unanswered</c></exception>
    public AssessmentPartDone Done(IReadOnlyCollection<string> unanswered, string by, Instant now)
    {
        if (unanswered.Count > 0)
        {
            var codes = string.Join("、", unanswered);
            throw new Refusal("assessment.unanswered", $"還有 {unanswered.Count} 列沒有說明：{codes}。", $"{unanswered.Count} rows have no statement yet: {string.Join(", ", unanswered)}.");
        }

        (DoneAt, DoneBy) = (now, by);
        return new(Department);
    }
}
