using System.Security.Cryptography;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Promises;
using GridDesk.Kernel.Time;

namespace GridDesk.Requests.Coordinate;

/// <summary>
/// What a case needs from another department or agency (協調事項, plan row 2.2.2.1): who is asked what, in which form, until when,
/// and what they answered. A promise of its own; the case's clock runs on.
/// </summary>
internal sealed class CoordinationTask : Subject
{
    public const int LongestText = 1000;
    public const int MostDays = 60;

    public required Guid Id { get; init; }
    public required Guid Request { get; init; }

    /// <summary>The first, second … of its case.</summary>
    public required int Sequence { get; init; }

    /// <summary>Code of the department or agency that is asked.</summary>
    public required string Unit { get; init; }

    public required bool IsAgency { get; init; }
    public required TaskForm Form { get; init; }

    /// <summary>What is asked; a private text.</summary>
    public required string Question { get; init; }

    public required byte[] Salt { get; init; }
    public required Guid PromiseId { get; init; }
    public required Instant AskedAt { get; init; }
    public required string AskedBy { get; init; }

    /// <summary>Who sees to it in the asked department; null while nobody does. An agency is asked by whoever has the case.</summary>
    public string? Owner { get; private set; }

    public Instant? EndedAt { get; private set; }
    public string? EndedBy { get; private set; }

    /// <summary>What was answered; a private text. Null while it is open and when it was withdrawn.</summary>
    public string? Answer { get; private set; }

    /// <summary>Why it was withdrawn; null when it ended with its case.</summary>
    public string? Reason { get; private set; }

    public override string Key => KeyOf(Id);

    public bool IsOpen => EndedAt is null;

    public static string KeyOf(Guid id) => $"task:{id:N}";

    /// <summary>A task of a case with its promise, both new.</summary>
    public static (CoordinationTask Task, Promise Promise) For(ServiceRequest request, int sequence, string unit, bool isAgency, TaskForm form, string? question, int days, string by, Instant now)
    {
        var id = Guid.CreateVersion7(now.ToDateTimeOffset());
        var promise = new Promise
        {
            Id = Guid.CreateVersion7(now.ToDateTimeOffset()), Subject = KeyOf(id), Name = $"{request.Name}/{sequence}", Kind = "task", ReceivedAt = now, Calendar = "",
            Department = isAgency ? request.Department : unit, Owner = isAgency ? request.Owner : null,
            Policy = new PromisePolicy("1", null, new WorkingDays(days)),
        };
        return (new()
        {
            Id = id, Request = request.Id, Sequence = sequence, Unit = unit, IsAgency = isAgency, Form = form, Question = Text(question, "task.question", "question", "請寫要請對方做什麼", "Write what is asked of them"),
            Salt = RandomNumberGenerator.GetBytes(16), PromiseId = promise.Id, AskedAt = now, AskedBy = by,
        }, promise);
    }

    /// <summary>It is asked: the clock of its promise starts.</summary>
    public TaskAsked Ask(Promise promise, WorkCalendar calendar, string by)
    {
        var due = promise.Start(calendar, by, AskedAt);
        return new(ServiceRequest.KeyOf(Request), Unit, IsAgency, Form, due!.Value, DigestOf(Question));
    }

    /// <summary>Somebody of the asked department sees to it.</summary>
    /// <exception cref="Refusal"><c>task.ended</c>, <c>task.agency</c>, <c>task.taken</c></exception>
    public TaskTaken GiveTo(string owner, Promise promise)
    {
        RefuseIfEnded();
        if (IsAgency)
        {
            throw new Refusal("task.agency", "請外機關辦的，由案件承辦人跟催，不用指派。", "An agency was asked, so whoever has the case follows it up; nobody is given it.");
        }

        if (Owner == owner)
        {
            throw new Refusal("task.taken", "這一位已經在辦了，請選另一位。", "This person has it already; choose another.", "owner");
        }

        Owner = promise.Owner = owner;
        return new(owner);
    }

    /// <exception cref="Refusal"><c>task.ended</c>, <c>task.answer</c></exception>
    public TaskAnswered AnswerWith(string? answer, Promise promise, WorkCalendar calendar, string by, Instant now)
    {
        RefuseIfEnded();
        Answer = Text(answer, "task.answer", "answer", "請寫答復了什麼", "Write what was answered");
        End(promise, by, now);
        return new(ServiceRequest.KeyOf(Request), Unit, IsAgency, Form, promise.KeptAt(now, calendar) ?? true,
            calendar.WorkingDaysBetween(calendar.Today(AskedAt), calendar.Today(now)), DigestOf(Answer));
    }

    /// <exception cref="Refusal"><c>task.ended</c>, <c>task.reason</c></exception>
    public TaskWithdrawn Withdraw(string? reason, Promise promise, string by, Instant now)
    {
        RefuseIfEnded();
        Reason = Text(reason, "task.reason", "reason", "請寫為什麼撤回", "Write why it is withdrawn");
        End(promise, by, now);
        return new(WithTheCase: false, DigestOf(Reason));
    }

    /// <summary>Its case was withdrawn, refused or reversed, so nothing is needed any more.</summary>
    public TaskWithdrawn EndWithCase(Promise promise, string by, Instant now)
    {
        End(promise, by, now);
        return new(WithTheCase: true, null);
    }

    /// <summary>What was written, or a refusal at its field.</summary>
    private static string Text(string? typed, string code, string field, string zh, string en) =>
        typed?.Trim() is { Length: > 0 and <= LongestText } text ? text : throw new Refusal(code, $"{zh}，最多 {LongestText} 字。", $"{en}, in at most {LongestText:#,0} characters.", field);

    private void End(Promise promise, string by, Instant now)
    {
        (EndedAt, EndedBy) = (now, by);
        promise.Close(now);
    }

    private void RefuseIfEnded()
    {
        if (!IsOpen)
        {
            throw new Refusal("task.ended", "這件協調事項已經答復或撤回了，請看最新的情形。", "This task has been answered or withdrawn; please look at it as it stands.");
        }
    }

    private string DigestOf(string text) => SaltedText.Digest(Salt, text);
}

/// <summary>How another unit is asked.</summary>
public enum TaskForm { Letter, Meeting, Answer }
