using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Promises;
using GridDesk.Kernel.Time;

namespace GridDesk.Requests.Calendar;

/// <summary>Days on which the office is shut or works otherwise than the pack says: first what they would do, then published.</summary>
internal sealed class CalendarDesk(OfficeDb db, EventLog events, PackInForce pack, IClock clock)
{
    /// <summary>Which open promises would move, whose customer had been told a day, and who would have to be told another.</summary>
    /// <exception cref="Refusal"><c>calendar.nothing</c>, and those of <see cref="CalendarChange.CheckAgainst"/>, each with its place in <paramref name="changes"/>.</exception>
    public Task<CalendarEffect> PreviewAsync(IReadOnlyList<CalendarChange> changes, CancellationToken cancel = default)
    {
        Check(changes);
        return CalendarEffect.OfAsync(db, pack.Calendar, pack.CalendarWith(changes), changes.Min(change => change.Date), clock.Now(), cancel);
    }

    /// <summary>Publishes the days. The promises follow within a minute, and whoever must be told another day stands on the list of notices.</summary>
    /// <param name="shown">The edition that the effect was shown for; somebody else may have published meanwhile.</param>
    /// <exception cref="Refusal"><c>conflict</c>, and as <see cref="PreviewAsync"/>.</exception>
    public async Task<CalendarEffect> PublishAsync(IReadOnlyList<CalendarChange> changes, string? shown, Actor by, CancellationToken cancel = default)
    {
        if (shown != pack.Calendar.Edition)
        {
            throw new Refusal("conflict", "行事曆剛剛有別人發布了新版，請再看一次影響。", "Somebody else has just published a calendar. Look at the effect again.");
        }

        var effect = await PreviewAsync(changes, cancel);
        var all = await db.CommitAsync(async () =>
        {
            var calendar = await PublishedCalendar.GetAsync(db, cancel);
            events.Record(calendar, calendar.Publish(changes, effect.Moves.Count, effect.Told, clock.Now()), by);
            return calendar.Changes;
        }, cancel);
        pack.Follow(all);
        return effect;
    }

    private void Check(IReadOnlyList<CalendarChange> changes)
    {
        if (changes.Count is 0 or > 40)
        {
            throw new Refusal("calendar.nothing", "請至少寫一天，一次最多 40 天。", "Give at least one day, at most 40 at once.", "changes");
        }

        for (var i = 0; i < changes.Count; i++)
        {
            if (changes[i] is not { Name: not null })
            {
                throw new Refusal("calendar.name", "請寫是哪一天、為什麼。", "Write which day it is, and why.", $"changes[{i}]");
            }

            if (changes[i].Site is { } site && pack.Sites.Sites.All(s => s.Code != site))
            {
                throw new Refusal("calendar.site", "沒有這個服務據點，請從清單裡選。", "There is no such site; choose one from the list.", $"changes[{i}].site");
            }

            try
            {
                changes[i].CheckAgainst(pack.CalendarWith([.. changes.Take(i)]));
            }
            catch (Refusal refusal) when (refusal.Field is { } field)
            {
                throw new Refusal(refusal.Code, refusal.Reason.Zh, refusal.Reason.En, $"changes[{i}].{field}");
            }
        }
    }
}
