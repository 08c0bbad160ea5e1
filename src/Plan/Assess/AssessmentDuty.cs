using GridDesk.Kernel.Time;
using GridDesk.Ui.Words;
using static GridDesk.Kernel.Languages;

namespace GridDesk.Plan.Assess;

/// <summary>One of the two duties of a half-year's assessment, to report and to post, with its proof.</summary>
/// <param name="Before">The day that the plan names.</param>
/// <param name="LastDay">The last day in time, whether or not that day itself counts.</param>
/// <param name="DaysLeft">Working days after today up to that day; null when it is past or the calendar does not reach it.</param>
/// <param name="DoneAt">Null while it is not done.</param>
/// <param name="Where">Where it was sent to, or stands.</param>
/// <param name="File">SHA-256 of what was sent or posted.</param>
internal sealed record AssessmentDuty(Phrase Title, LocalDate Before, LocalDate LastDay, bool DayItselfCounts, bool IsLate, int? DaysLeft, Instant? DoneAt, string? Where, string? File)
{
    private const int Soon = 5;

    public string Mark => IsLate ? "late" : DoneAt is not null ? "ok" : DaysLeft <= Soon ? "soon" : "wait";

    public string Status => this switch
    {
        { DoneAt: not null, IsLate: true } => Say("已辦理，逾期", "done, late"),
        { DoneAt: not null } => Say("已如期辦理", "done in time"),
        { IsLate: true } => Say("期限已過，還沒有辦理", "overdue: the day has passed"),
        { DaysLeft: null } => Say("還沒到期", "not due yet"),
        { DaysLeft: 0 } => Say("今天是最後一天", "today is the last day"),
        { DaysLeft: 1 } => Say("還有 1 個工作日", "1 working day left"),
        _ => Say($"還有 {DaysLeft} 個工作日", $"{DaysLeft} working days left"),
    };

    public string Reading => DayItselfCounts
        ? Say($"當天算在內，最晚{DateWords.Short(LastDay)}（本處設定）", $"That day itself counts: at the latest {DateWords.Short(LastDay)} (this office’s setting)")
        : Say($"當天不算在內，最晚{DateWords.Short(LastDay)}（本處設定）", $"That day itself does not count: at the latest {DateWords.Short(LastDay)} (this office’s setting)");

    public static IReadOnlyList<AssessmentDuty> Of(Assessment rules, HalfYear half, SelfAssessment? it, WorkCalendar calendar, LocalDate today)
    {
        return
        [
            Of(new($"陳報{rules.ReportTo.Zh}", $"Report to the {rules.ReportTo.En}"), it?.ReportedAt, it?.ReportedTo, it?.ReportedFile),
            Of(new($"公告於{rules.PostOn.Zh}", $"Post on: {rules.PostOn.En}"), it?.PostedAt, it?.PostedOn, it?.PostedAt is null ? null : it.Digest),
        ];

        AssessmentDuty Of(Phrase title, Instant? at, string? where, string? file)
        {
            var last = rules.LastDay(half);
            return new(title, rules.RoundOf(half).Before, last, rules.DayItselfCounts, (at is { } done ? calendar.Today(done) : today) > last, Left(calendar, today, last), at, where, file);
        }
    }

    private static int? Left(WorkCalendar calendar, LocalDate today, LocalDate last)
    {
        try
        {
            return today > last ? null : calendar.WorkingDaysBetween(today, last);
        }
        catch (Refusal)
        {
            return null; // the government has not published that year's days off yet
        }
    }
}
