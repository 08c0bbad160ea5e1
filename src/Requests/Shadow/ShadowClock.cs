using GridDesk.Kernel.Csv;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Promises;
using GridDesk.Kernel.Time;
using GridDesk.Requests.Shadow.Read;

namespace GridDesk.Requests.Shadow;

/// <summary>
/// What would have become of a case of another system under our promises: when it was due, whether it was late, by how many
/// working days and why. A pure function; every date is reckoned by <see cref="PromisePolicy"/>, as for the cases of today.
/// Why is found by counting again in the ways that other systems count: the first way by which it would have been in time (or,
/// where the old system called it late and we do not, late) is what made the difference.
/// </summary>
/// <param name="calendar">The office's.</param>
/// <param name="withoutMakeUpDays">The same, were no Saturday worked in place of another day.</param>
/// <param name="asOf">The latest moment that the register knows of; cases without an end are reckoned up to it.</param>
internal sealed class ShadowClock(WorkCalendar calendar, WorkCalendar withoutMakeUpDays, Instant asOf)
{
    private const string By = "register";

    public static ShadowClock Of(PackInForce pack, Instant asOf)
    {
        var definition = pack.CalendarDefinition;
        return new(pack.Calendar, new WorkCalendar(definition with { Years = [.. definition.Years.Select(year => year with { MakeUpDays = [] })] }, pack.Calendar.Zone), asOf);
    }

    /// <exception cref="Refusal"><c>calendar.year-unknown</c>: the calendar does not reach so far; nothing is guessed.</exception>
    public Judgement Judge(RegisterRow row, PromisePolicy policy)
    {
        var end = row.Closed?.At ?? asOf;
        if (row.Outcome == RegisterOutcome.Void)
        {
            return new(Verdict.Void, null);
        }

        if (Due(row, policy, calendar, end) is not { } due)
        {
            return new(Verdict.NoLimit, null);
        }

        var lateness = Lateness.Of(due, null, end, calendar);
        var isLate = lateness.Light == Light.Overdue;
        var verdict = (isLate, row.Closed) switch
        {
            (true, null) => Verdict.NeverAnswered,
            (true, _) => Verdict.Late,
            (false, null) => lateness.Light == Light.Stopped ? Verdict.Waiting : Verdict.Open,
            _ => Verdict.InTime,
        };
        bool? oldLate = row.Due is { } old ? IsPast(old, row.Closed ?? new WrittenTime(asOf, true)) : null;
        return new(verdict, due.At)
        {
            LateBy = isLate ? lateness.WorkingDays : 0,
            Cause = isLate ? WhyLate(row, policy, end, due) : null,
            OldLate = oldLate,
            Difference = oldLate is { } said && said != isLate ? isLate ? WhyNotSeen(row, policy, end) : WhySaidLate(row, policy, end) : null,
        };
    }

    private Cause WhyLate(RegisterRow row, PromisePolicy policy, Instant end, DueDate due) =>
        row.Closed is null ? Cause.NeverAnswered
        : Lenient(row, policy, end)
        ?? (row.Pauses.LastOrDefault(pause => pause.From < due.At) switch
        {
            { Kind: PauseKind.Customer } => Cause.Customer,
            not null => Cause.Permit,
            null => Cause.Simply,
        });

    private Cause WhyNotSeen(RegisterRow row, PromisePolicy policy, Instant end) => Lenient(row, policy, end) ?? Cause.OtherLimit;

    /// <summary>The ways of counting that give more time than ours does.</summary>
    private Cause? Lenient(RegisterRow row, PromisePolicy policy, Instant end) =>
        !IsLate(row, policy, withoutMakeUpDays, end) ? Cause.MakeUpDay
        : IsAfterNoon(row.Started) && !IsLate(NextMorning(row), policy, calendar, end) ? Cause.AfterNoon
        : !IsLate(row, Counted(policy, limit => limit is CalendarDays days ? new WorkingDays(days.Days) : limit), calendar, end) ? Cause.Weekends
        : null;

    /// <summary>The ways of counting that give less.</summary>
    private Cause WhySaidLate(RegisterRow row, PromisePolicy policy, Instant end) =>
        row.Pauses.Any(pause => pause.Kind == PauseKind.Customer) && IsLate(Without(row, PauseKind.Customer), policy, calendar, end) ? Cause.Customer
        : row.Pauses.Any(pause => pause.Kind != PauseKind.Customer) && IsLate(Without(row, PauseKind.Permit, PauseKind.ForceMajeure), policy, calendar, end) ? Cause.Permit
        : IsLate(row, Counted(policy, limit => limit is WorkingDays days ? new CalendarDays(days.Days) : limit), calendar, end) ? Cause.Weekends
        : Cause.OtherLimit;

    private static bool IsLate(RegisterRow row, PromisePolicy policy, WorkCalendar calendar, Instant end) =>
        Due(row, policy, calendar, end) is { } due && Lateness.Of(due, null, end, calendar).Light == Light.Overdue;

    private static DueDate? Due(RegisterRow row, PromisePolicy policy, WorkCalendar calendar, Instant end)
    {
        var segments = Segments.Append([], SegmentKind.Running, row.Started.At, null, By);
        foreach (var pause in row.Pauses)
        {
            segments = Segments.Append(segments, pause.Kind.Segment, pause.From, null, By);
            segments = pause.To is { } to ? Segments.Append(segments, SegmentKind.Running, to, null, By) : segments;
        }

        return policy.Binding(row.Started.At, segments, [], calendar, end);
    }

    private static PromisePolicy Counted(PromisePolicy policy, Func<TimeLimit, TimeLimit> otherwise) => policy with
    {
        Rule = policy.Rule is null ? null : otherwise(policy.Rule),
        Norm = policy.Norm is null ? null : otherwise(policy.Norm),
    };

    private static RegisterRow Without(RegisterRow row, params PauseKind[] kinds) => row with { Pauses = [.. row.Pauses.Where(pause => !kinds.Contains(pause.Kind))] };

    private bool IsAfterNoon(WrittenTime started)
    {
        var local = started.At.InZone(calendar.Zone);
        return started.HasTime && local.Hour >= 12 && calendar.IsWorkingDay(local.Date);
    }

    private RegisterRow NextMorning(RegisterRow row)
    {
        var next = calendar.FirstWorkingDayFrom(calendar.Today(row.Started.At).PlusDays(1)).AtStartOfDayInZone(calendar.Zone).ToInstant();
        var started = new WrittenTime(next, HasTime: false);
        return row with
        {
            Received = started,
            Accepted = row.Accepted is null ? null : started,
            Pauses = [.. row.Pauses.Where(pause => !(pause.To <= next)).Select(pause => pause with { From = Instant.Max(pause.From, next) })],
        };
    }

    // A day without a time lasts until its midnight.
    private bool IsPast(WrittenTime due, WrittenTime end) => due.HasTime && end.HasTime ? end.At > due.At : calendar.Today(end.At) > calendar.Today(due.At);
}
