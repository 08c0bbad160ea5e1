using GridDesk.Kernel.Time;
using GridDesk.Ui.Words;
using static GridDesk.Kernel.Languages;

namespace GridDesk.Plan.Follow;

/// <summary>One of the two duties of a half-year's assessment.</summary>
/// <param name="Before">The day that the plan names.</param>
/// <param name="LastDay">The last day in time, whether or not that day itself counts.</param>
/// <param name="DaysLeft">Working days after today up to that day; null when it is past or the calendar does not reach it.</param>
internal sealed record DueCard(Phrase Duty, LocalDate Before, LocalDate LastDay, bool DayItselfCounts, bool IsPast, int? DaysLeft)
{
    private const int Soon = 5;

    public string Mark => IsPast ? "none" : DaysLeft <= Soon ? "soon" : "ok";

    public string Status => this switch
    {
        { IsPast: true } => Say("期限已過，這裡還沒有辦理紀錄", "the day has passed; nothing is recorded here yet"),
        { DaysLeft: null } => Say("還沒到期", "not due yet"),
        { DaysLeft: 0 } => Say("今天是最後一天", "today is the last day"),
        { DaysLeft: 1 } => Say("還有 1 個工作日", "1 working day left"),
        _ => Say($"還有 {DaysLeft} 個工作日", $"{DaysLeft} working days left"),
    };

    public string Reading => DayItselfCounts
        ? Say($"當天算在內，最晚{DateWords.Short(LastDay)}（本處設定）", $"That day itself counts: at the latest {DateWords.Short(LastDay)} (this office’s setting)")
        : Say($"當天不算在內，最晚{DateWords.Short(LastDay)}（本處設定）", $"That day itself does not count: at the latest {DateWords.Short(LastDay)} (this office’s setting)");

    public static IReadOnlyList<DueCard> Of(Assessment assessment, HalfYear half, LocalDate today, WorkCalendar calendar)
    {
        var last = assessment.LastDay(half);
        var card = new DueCard(assessment.ReportTo, assessment.RoundOf(half).Before, last, assessment.DayItselfCounts, today > last, today > last ? null : Left(calendar, today, last));
        return
        [
            card with { Duty = new($"報送{assessment.ReportTo.Zh}", $"Report to the {assessment.ReportTo.En}") },
            card with { Duty = new($"公布於{assessment.PostOn.Zh}", $"Post on: {assessment.PostOn.En}") },
        ];
    }

    private static int? Left(WorkCalendar calendar, LocalDate today, LocalDate last)
    {
        try
        {
            return calendar.WorkingDaysBetween(today, last);
        }
        catch (Refusal)
        {
            return null; // the government has not published that year's days off yet
        }
    }
}
