using System.Security.Cryptography;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Time;
using GridDesk.Services;

namespace GridDesk.Requests.Procedures;

/// <summary>A step or a paper of a service that is needed no more, from a day on (plan row 2.1.2.2), and what it brought.</summary>
internal sealed class Simplification : Subject
{
    public const int LongestText = 500;

    /// <summary>Cases closed within so many days before are compared with those accepted within as many since.</summary>
    public const int Window = 180;

    public required Guid Id { get; init; }
    public required string Service { get; init; }

    /// <summary>Content hash of the definition in which the step or paper stood.</summary>
    public required string Definition { get; init; }

    public required SimplificationKind Kind { get; init; }

    /// <summary>Id of the step or the document in the definition.</summary>
    public required string Part { get; init; }

    /// <summary>The first day on which it is so.</summary>
    public required LocalDate From { get; init; }

    /// <summary>Why, in the words of the staff.</summary>
    public required string Why { get; init; }

    public required byte[] Salt { get; init; }
    public required string RecordedBy { get; init; }
    public required Instant RecordedAt { get; init; }

    /// <summary>As it was measured last; null before the first time.</summary>
    public Comparison? Measured { get; private set; }

    public Instant? MeasuredAt { get; private set; }
    public Instant? WithdrawnAt { get; private set; }

    /// <summary>Why the entry was withdrawn.</summary>
    public string? Reason { get; private set; }

    public override string Key => $"procedure:{Id:N}";

    public ProcedureSimplified Recorded => new(Service, Kind, Part, From, SaltedText.Digest(Salt, Why));

    /// <exception cref="Refusal"><c>procedure.kind</c>, <c>procedure.part</c>, <c>procedure.from</c>, <c>procedure.why</c></exception>
    public static Simplification Of(ServicePart part, string definition, SimplificationKind? kind, LocalDate from, string? why, string by, WorkCalendar calendar, Instant now)
    {
        if (kind is not { } known || !Enum.IsDefined(known))
        {
            throw new Refusal("procedure.kind", "請選簡化了什麼。", "Choose what was made simpler.", "kind");
        }

        if ((known == SimplificationKind.DocumentAbolished) != part.IsDocument)
        {
            throw new Refusal("procedure.part", part.IsDocument ? "這是文件，請選「免附文件」，或改選步驟。" : "這是步驟，請改選文件，或改選刪除、合併、縮短步驟。",
                part.IsDocument ? "This is a paper: choose that a paper was abolished, or choose a step." : "This is a step: choose a paper, or that a step was removed, merged or shortened.", "part");
        }

        if (from > calendar.Today(now) || from < new LocalDate(2000, 1, 1))
        {
            throw new Refusal("procedure.from", "還沒實施的不登錄，請等實施那天再來；日期不早於民國89年。", "What is not in force yet is not recorded: come back on its first day. Nothing before 2000.", "from");
        }

        return new()
        {
            Id = Guid.CreateVersion7(now.ToDateTimeOffset()), Service = part.Service, Definition = definition, Kind = known, Part = part.Id, From = from,
            Why = Text(why, "procedure.why", "why", "請寫為什麼可以簡化", "Write why it could be made simpler"), Salt = RandomNumberGenerator.GetBytes(16), RecordedBy = by, RecordedAt = now,
        };
    }

    /// <summary>What cases say now; null when they say what they said before.</summary>
    public ProcedureMeasured? Measure(Comparison found, Instant now)
    {
        MeasuredAt = now;
        if (found == Measured)
        {
            return null;
        }

        Measured = found;
        return new(Service, found.Before.Count, found.After.Count, found.Before.Median, found.After.Median, found.Before.Mean, found.After.Mean, found.Difference?.Days, found.Difference?.Low, found.Difference?.High);
    }

    /// <exception cref="Refusal"><c>procedure.withdrawn</c>, <c>procedure.reason</c></exception>
    public ProcedureWithdrawn Withdraw(string? reason, Instant now)
    {
        if (WithdrawnAt is not null)
        {
            throw new Refusal("procedure.withdrawn", "這一筆已經撤回了。", "This entry has been withdrawn before.");
        }

        (Reason, WithdrawnAt) = (Text(reason, "procedure.reason", "reason", "請寫為什麼撤回", "Write why it is withdrawn"), now);
        return new(SaltedText.Digest(Salt, Reason));
    }

    private static string Text(string? typed, string code, string field, string zh, string en) =>
        typed?.Trim() is { Length: > 0 and <= LongestText } text ? text : throw new Refusal(code, $"{zh}，最多 {LongestText} 字。", $"{en}, in at most {LongestText} characters.", field);
}

public enum SimplificationKind { StepRemoved, StepsMerged, StepShortened, DocumentAbolished }

/// <summary>A step or a paper of a service.</summary>
internal sealed record ServicePart(string Service, bool IsDocument, string Id, Phrase Name, ServiceDefinition Definition)
{
    /// <summary><c>step:checkPapers</c>, <c>document:relation</c></summary>
    public string Value => $"{(IsDocument ? "document" : "step")}:{Id}";
}
