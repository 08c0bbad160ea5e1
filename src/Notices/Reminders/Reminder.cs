using GridDesk.Bills;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Time;

namespace GridDesk.Notices.Reminders;

/// <summary>
/// One address is reminded once of what one account has to pay on one day, so many days before. It follows its message, calls again when
/// nobody answers, and is closed when the bill is, or when it is too late.
/// </summary>
internal sealed class Reminder : Subject
{
    public required Guid Id { get; init; }

    /// <summary>The day of the run that chose it.</summary>
    public required LocalDate Day { get; init; }

    public required string Account { get; init; }
    public required LocalDate DueOn { get; init; }
    public required int DaysBefore { get; init; }

    /// <summary>The numbers of the bills, one after the other with a blank between them; hardly ever more than one.</summary>
    public required string Numbers { get; init; }

    /// <summary>What was asked for; when a bill is corrected, this is not true any more.</summary>
    public required Money Amount { get; init; }

    public required MessageChannel Channel { get; init; }

    /// <summary>As it was when it was chosen; private.</summary>
    public required string Address { get; init; }

    public required Language Language { get; init; }

    /// <summary>What was queued last.</summary>
    public required Guid Message { get; set; }

    /// <summary>Calls, or messages, that were queued.</summary>
    public int Tries { get; set; } = 1;

    /// <summary>How many of them nobody answered.</summary>
    public int Unanswered { get; private set; }

    public Instant? AgainAt { get; set; }
    public Instant? ClosedAt { get; private set; }

    /// <summary>The bill was paid after this, and in time.</summary>
    public bool? PaidInTime { get; private set; }

    public IReadOnlyList<string> Bills => Numbers.Split(' ');

    public override string Key => $"reminder:{Id:N}";

    /// <summary>What it says is so: every bill is open, and as it was.</summary>
    public bool IsStillTrue(IEnumerable<KnownBill> known)
    {
        var bills = known.Where(b => Bills.Contains(b.Number)).ToList();
        return bills.Count == Bills.Count && bills.All(b => b.State is BillState.Open && b.DueOn == DueOn && b.Account == Account) && bills.Aggregate(default(Money), (sum, b) => sum + b.Amount) == Amount;
    }

    /// <summary>Nobody answered: it is tried again at another time of day, or was tried often enough.</summary>
    public void NotAnswered(ReminderSettings settings, Instant now, WorkCalendar calendar)
    {
        Unanswered++;
        AgainAt = ClosedAt is null ? settings.NextCall(Tries, DueOn, now, calendar) : null;
    }

    /// <summary>The bill is paid, cancelled, or past its day.</summary>
    public ReminderClosed Close(bool? paidInTime, Instant now)
    {
        (ClosedAt, PaidInTime, AgainAt) = (now, paidInTime, null);
        return new(Bills[0], Channel, DaysBefore, DueOn, paidInTime);
    }
}

/// <summary>A working day's reminders.</summary>
internal sealed class ReminderRun : Subject
{
    public required LocalDate Day { get; init; }

    /// <summary>All bills were gone through; those that come in later are for the next day, or for whoever starts it again.</summary>
    public Instant? DoneAt { get; private set; }

    public override string Key => KeyOf(Day);

    public static string KeyOf(LocalDate day) => $"reminder-run:{day:uuuuMMdd}";

    public ReminderRunMade Finish(IReadOnlyDictionary<MessageChannel, int> chosen, Instant now)
    {
        DoneAt = now;
        return new(Day, chosen.GetValueOrDefault(MessageChannel.Sms), chosen.GetValueOrDefault(MessageChannel.Voice), chosen.GetValueOrDefault(MessageChannel.Email));
    }
}
