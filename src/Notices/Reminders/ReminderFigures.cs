using GridDesk.Kernel.Data;
using GridDesk.Notices.Spooled;

namespace GridDesk.Notices.Reminders;

/// <summary>What became of the reminders of each of the last days.</summary>
internal sealed record ReminderFigures(LocalDate Day, IReadOnlyList<ReminderCount> Counts)
{
    public int Chosen => Sum(_ => true);

    public int Waiting => Sum(c => c.State is MessageState.Waiting || c.Again);

    public int HandedOver => Sum(c => c is { State: MessageState.HandedOver, Spooled: false });

    /// <summary>Written to the spool: nobody carries their channel, or the call centre is to make the calls.</summary>
    public int Spooled => Sum(c => c.Spooled);

    /// <summary>Arrived, or answered.</summary>
    public int Delivered => Sum(c => c.State is MessageState.Delivered);

    /// <summary>Called as often as the office calls, and nobody answered.</summary>
    public int NoAnswer => Sum(c => c is { State: MessageState.Failed, Unanswered: true, Again: false });

    public int Failed => Sum(c => c is { State: MessageState.Failed, Unanswered: false });

    /// <summary>Stopped because the bill was paid, cancelled or corrected.</summary>
    public int Settled => Sum(c => c is { State: MessageState.Stopped, Stopped: StopReason.Settled });

    /// <summary>Stopped because the receiver wants no more.</summary>
    public int Declined => Sum(c => c is { State: MessageState.Stopped } && c.Stopped is not StopReason.Settled);

    public int PaidInTime => Sum(c => c.PaidInTime is true);

    /// <summary>Bills of which it is known whether they were paid in time after a reminder.</summary>
    public int Judged => Sum(c => c.PaidInTime is not null);

    public int Over(MessageChannel channel) => Sum(c => c.Channel == channel);

    /// <summary>The latest days first.</summary>
    public static async Task<IReadOnlyList<ReminderFigures>> LastAsync(OfficeDb db, int days, CancellationToken cancel)
    {
        var last = await db.ReminderRuns.OrderByDescending(r => r.Day).Take(days).Select(r => r.Day).ToListAsync(cancel);
        var counts = await db.Reminders.Where(r => last.Contains(r.Day)).Join(db.Messages, r => r.Message, m => m.Id, (r, m) => new { r.Day, r.Channel, m.State, m.Stopped, r.PaidInTime, Again = r.AgainAt != null, Unanswered = r.Unanswered > 0, Spooled = m.State == MessageState.HandedOver && m.Provider == Spool.ProviderName })
            .GroupBy(row => row).Select(rows => new { rows.Key, Count = rows.Count() }).ToListAsync(cancel);
        var of = counts.ToLookup(row => row.Key.Day, row => new ReminderCount(row.Key.Channel, row.Key.State, row.Key.Stopped, row.Key.PaidInTime, row.Key.Again, row.Key.Unanswered, row.Key.Spooled, row.Count));
        return [.. last.Select(day => new ReminderFigures(day, [.. of[day]]))];
    }

    private int Sum(Func<ReminderCount, bool> which) => Counts.Where(which).Sum(c => c.Count);
}

internal sealed record ReminderCount(MessageChannel Channel, MessageState State, StopReason? Stopped, bool? PaidInTime, bool Again, bool Unanswered, bool Spooled, int Count);
