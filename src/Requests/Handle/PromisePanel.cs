using GridDesk.Kernel.Promises;
using GridDesk.Kernel.Time;
using GridDesk.Requests.Track;
using GridDesk.Ui.Cases;

namespace GridDesk.Requests.Handle;

/// <summary>A promise as the staff see it: the day in large, and the three facts beside one another.</summary>
/// <param name="View">Null when no date is known.</param>
/// <param name="Rule">What the rule says, with its day when there is one.</param>
internal sealed record PromisePanel(PromiseView? View, Phrase Rule, Phrase Norm, Phrase Told, Standing Standing)
{
    /// <param name="outcome">Null while it is open; what was withdrawn or refused was not done, in time or late.</param>
    public static PromisePanel Of(Promise promise, Outcome? outcome, WorkCalendar calendar, Instant now)
    {
        var asOf = promise.ClosedAt ?? now;
        var (rule, norm) = promise.Compute(calendar, asOf);
        var standing = promise.ClosedAt is { } closed ? Closed(promise.KeptAt(closed, calendar), outcome) : Standing.Of(promise.DueAt, promise.Stopped, calendar, now);
        return new(ViewOf(promise, promise.Binding(calendar, asOf), standing, calendar, now),
            Fact(rule, promise.Policy.RuleText), Fact(norm, promise.Policy.NormText), ToldFact(promise), standing);
    }

    private static PromiseView? ViewOf(Promise promise, DueDate? due, Standing standing, WorkCalendar calendar, Instant now) => due is null ? null
        : new(promise.Told ?? due.Day, promise.Told is { } told && told != due.Day ? calendar.CloseOf(calendar.LastWorkingDayUpTo(told)) ?? due.At : due.At,
            standing.Kind, standing.Text, due.Explanation, ShownPromise.Days(due, promise.Told ?? due.Day, calendar.Today(now)));

    private static Standing Closed(bool? kept, Outcome? outcome) => kept switch
    {
        _ when outcome is Outcome.Withdrawn => new("none", new("用戶撤回", "Withdrawn by the customer"), null),
        true => new("done", new("準時結案", "Closed in time"), null),
        false => new("late", new("逾期結案", "Closed late"), null),
        null => new("done", new("已結案", "Closed"), null),
    };

    private static Phrase Fact(DueDate? due, Phrase text) => due is null
        ? text
        : new($"{RocDate.Short(due.Day).Zh}，{text.Zh}", $"{RocDate.Short(due.Day).En}, {text.En}");

    private static Phrase ToldFact(Promise promise) => promise.Told is { } told
        ? RocDate.ShowWithWeekday(told)
        : new("還沒有告知日期", "no date told yet");
}
