using GridDesk.Kernel.Events;

namespace GridDesk.Notices.Mass;

/// <summary>
/// One event of which thousands of customers are told, such as a power cut. Who is told is chosen from the accounts that it is about; the
/// messages are put into the queues a few seconds' worth at a time, so that nobody else's message waits behind thousands.
/// </summary>
internal sealed class MassNotice : Subject
{
    public const int LongestName = 60;

    public required Guid Id { get; init; }

    /// <summary>As the office calls it; customers never see it.</summary>
    public required string Name { get; init; }

    /// <summary>Code of its template.</summary>
    public required string Template { get; init; }

    public required MassFacts Facts { get; init; }

    /// <summary>How many accounts it is about.</summary>
    public required int Accounts { get; init; }

    public required Instant PlannedAt { get; init; }

    public MassState State { get; private set; }

    /// <summary>Since when it has been in this state.</summary>
    public required Instant Since { get; set; }

    /// <summary>How many of the accounts have been looked at to find whom to tell.</summary>
    public int Seen { get; private set; }

    public Instant? StartedAt { get; private set; }

    /// <summary>Addresses that are told, each once, however many of the accounts it has.</summary>
    public int Sms { get; private set; }

    public int Voice { get; private set; }

    public int Email { get; private set; }

    public int People => Sms + Voice + Email;

    /// <summary>Accounts that nobody agreed for.</summary>
    public int Unreached { get; private set; }

    public override string Key => KeyOf(Id);

    public bool IsOver => State is MassState.Done or MassState.CalledOff;

    public static string KeyOf(Guid id) => $"mass-notice:{id:N}";

    /// <summary>The notice that an event is about.</summary>
    public static Guid IdIn(string subject) => Guid.Parse(subject.Split(':')[1]);

    /// <summary>So many more accounts were looked at; the last of them makes it ready.</summary>
    public MassNoticeChosen? Choose(int accounts, int unreached, ILookup<MessageChannel, MassAddressee> found, Instant now)
    {
        (Seen, Unreached) = (Seen + accounts, Unreached + unreached);
        (Sms, Voice, Email) = (Sms + found[MessageChannel.Sms].Count(), Voice + found[MessageChannel.Voice].Count(), Email + found[MessageChannel.Email].Count());
        if (Seen < Accounts)
        {
            return null;
        }

        Enter(MassState.Ready, now);
        return new(Sms, Voice, Email, Unreached);
    }

    /// <exception cref="Refusal"><c>mass-notice.state</c>, <c>mass-notice.nobody</c>, <c>mass-notice.past</c></exception>
    public MassNoticeStarted Start(Instant now)
    {
        if (State is not MassState.Ready)
        {
            throw Not(State is MassState.Choosing ? new("還在選要通知誰，選完再送。", "Whom to tell is still being chosen: send when that is done.") : new("這個通知已經開始送了。", "This notice was started already."));
        }

        if (People == 0)
        {
            throw new Refusal("mass-notice.nobody", "這些電號沒有人可以通知，沒有東西可以送。", "Nobody can be told about these accounts: there is nothing to send.");
        }

        if (IsPast(now))
        {
            throw new Refusal("mass-notice.past", "通知裡說的時間已經過了，請重新建立通知。", "The time that the notice speaks of is over: make a new one.");
        }

        StartedAt = now;
        Enter(MassState.Running, now);
        return new(People);
    }

    /// <summary>From this moment nothing leaves.</summary>
    /// <exception cref="Refusal"><c>mass-notice.state</c></exception>
    public MassNoticePaused Pause(Instant now)
    {
        if (State is not MassState.Running)
        {
            throw Not(new("現在沒有在送，不用暫停。", "It is not being sent now, so there is nothing to pause."));
        }

        Enter(MassState.Paused, now);
        return new();
    }

    /// <exception cref="Refusal"><c>mass-notice.state</c></exception>
    public MassNoticeResumed Resume(Instant now)
    {
        if (State is not MassState.Paused)
        {
            throw Not(new("這個通知沒有暫停。", "This notice is not paused."));
        }

        Enter(MassState.Running, now);
        return new();
    }

    /// <summary>Whoever has not been told yet never is.</summary>
    /// <exception cref="Refusal"><c>mass-notice.state</c></exception>
    public MassNoticeCalledOff CallOff(Instant now)
    {
        if (IsOver)
        {
            throw Not(new("這個通知已經結束了。", "This notice is over already."));
        }

        var from = State;
        Enter(MassState.CalledOff, now);
        return new(from);
    }

    /// <summary>Nothing of it waits any more; null when it is not being sent.</summary>
    public MassNoticeDone? Finish(Instant now)
    {
        if (State is not MassState.Running)
        {
            return null;
        }

        Enter(MassState.Done, now);
        return new();
    }

    /// <summary>What it says is over, and says nothing to whoever hears it later.</summary>
    public bool IsPast(Instant now) => Facts.Until is { } until && now >= until;

    private void Enter(MassState state, Instant now) => (State, Since) = (state, now);

    private static Refusal Not(Phrase why) => new("mass-notice.state", why.Zh, why.En);
}

/// <summary>How far a mass notice has come.</summary>
public enum MassState
{
    /// <summary>Whom to tell is being chosen.</summary>
    Choosing,

    /// <summary>It waits for somebody to start it.</summary>
    Ready,
    Running,
    Paused,
    CalledOff,

    /// <summary>Nothing of it waits any more.</summary>
    Done,
}
