using GridDesk.Kernel.Time;
using static GridDesk.Kernel.Languages;

namespace GridDesk.Plan.Assess;

/// <summary>One of the two duties of a half-year: to report, to post; with its proof.</summary>
/// <param name="Before">The day that the plan names.</param>
/// <param name="LastDay">The last day in time.</param>
/// <param name="DoneAt">Null while it is not done.</param>
/// <param name="Where">Where it was sent to, or stands.</param>
/// <param name="File">SHA-256 of what was sent or posted.</param>
internal sealed record Duty(Phrase Title, LocalDate Before, LocalDate LastDay, bool DayItselfCounts, Instant? DoneAt, LocalDate? DoneOn, string? Where, string? File, LocalDate Today)
{
    private const int Soon = 5;

    public bool IsLate => (DoneOn ?? Today) > LastDay;

    public string Mark => IsLate ? "late" : DoneAt is not null ? "ok" : Period.Between(Today, LastDay, PeriodUnits.Days).Days <= Soon ? "soon" : "wait";

    public string Status => (DoneAt, IsLate) switch
    {
        (not null, true) => Say("已辦理，逾期", "done, late"),
        (not null, false) => Say("已如期辦理", "done in time"),
        (null, true) => Say("逾期未辦", "overdue"),
        _ when Today == LastDay => Say("今天是最後一天", "today is the last day"),
        _ => Say($"還有 {Period.Between(Today, LastDay, PeriodUnits.Days).Days} 天", Period.Between(Today, LastDay, PeriodUnits.Days).Days is 1 ? "1 day left" : $"{Period.Between(Today, LastDay, PeriodUnits.Days).Days} days left"),
    };

    public static IReadOnlyList<Duty> Of(Assessment rules, HalfYear half, SelfAssessment? it, WorkCalendar calendar, LocalDate today)
    {
        var (before, last) = (rules.RoundOf(half).Before, rules.LastDay(half));
        return
        [
            new(new($"陳報{rules.ReportTo.Zh}", $"Report to the {rules.ReportTo.En}"), before, last, rules.DayItselfCounts, it?.ReportedAt, Day(it?.ReportedAt), it?.ReportedTo, it?.ReportedFile, today),
            new(new($"公告於{rules.PostOn.Zh}", $"Post on: {rules.PostOn.En}"), before, last, rules.DayItselfCounts, it?.PostedAt, Day(it?.PostedAt), it?.PostedOn, it?.PostedAt is null ? null : it.Digest, today),
        ];

        LocalDate? Day(Instant? at) => at is { } moment ? calendar.Today(moment) : null;
    }
}
