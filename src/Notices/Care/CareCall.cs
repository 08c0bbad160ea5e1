using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Promises;
using GridDesk.Kernel.Time;

namespace GridDesk.Notices.Care;

/// <summary>
/// Material that a customer asked for by telephone (plan row 1.2.3.3): it is sent, and when it should have arrived the office calls and
/// asks whether it did. Sending and each call are promises of their own, so that what nobody does is chased like everything else.
/// </summary>
internal sealed class CareCall : Subject
{
    public const int LongestText = 300;

    public required Guid Id { get; init; }

    /// <summary>M108-00012</summary>
    public required string Number { get; init; }

    public required string Department { get; init; }

    /// <summary>Codes of the pack's list.</summary>
    public required IReadOnlyList<string> Materials { get; init; }

    public required string Name { get; init; }
    public required string Phone { get; init; }
    public required Instant AskedAt { get; init; }

    /// <summary>Id of the member of the staff who took it in.</summary>
    public required string TakenInBy { get; init; }

    public required CareWay Way { get; set; }

    /// <summary>Postal address, e-mail address or fax number; empty when it is picked up.</summary>
    public required string To { get; set; }

    public byte[] Salt { get; private set; } = RandomNumberGenerator.GetBytes(16);
    public CareState State { get; private set; }

    /// <summary>How often it was sent.</summary>
    public int Sendings { get; private set; }

    public Instant? SentAt { get; private set; }

    /// <summary>The day on which the next call falls due.</summary>
    public LocalDate? CallFrom { get; private set; }

    /// <summary>How many calls nobody answered since it was sent last.</summary>
    public int Tries { get; private set; }

    public Instant? EndedAt { get; private set; }

    /// <summary>Why it was withdrawn; a private text.</summary>
    public string? Reason { get; private set; }

    /// <summary>The promise that runs now: to send it, or to call; the last one when it has ended.</summary>
    public Guid PromiseId { get; private set; }

    public bool IsOpen => State is CareState.ToSend or CareState.ToCall;

    public override string Key => KeyOf(Id);

    public static string KeyOf(Guid id) => $"care-call:{id:N}";

    public CareStep Ask(CareList rules, WorkCalendar calendar, string by)
    {
        var send = Begin("care-send", AskedAt, rules.PolicyOf(rules.Send), calendar, by, AskedAt);
        return new(new CareAsked(Number, Materials, Way, calendar.Today(send.DueAt!.Value), DigestOf(JsonSerializer.Serialize(new { Name, Phone, To }, Json.Options))), send);
    }

    /// <summary>It was sent, or lies ready for the customer.</summary>
    /// <param name="duty">The promise to send it.</param>
    /// <param name="sentOn">Today, or an earlier day when it is keyed in later.</param>
    /// <exception cref="Refusal"><c>care.state</c>, <c>care.sent-on</c></exception>
    public CareStep Send(CareWay way, string to, LocalDate sentOn, CareList rules, Promise duty, WorkCalendar calendar, string by, Instant now)
    {
        RefuseUnless(CareState.ToSend);
        if (sentOn < calendar.Today(duty.ReceivedAt) || sentOn > calendar.Today(now))
        {
            throw new Refusal("care.sent-on", "寄出的日子不能早於索取，也不能晚於今天。", "It cannot have been sent before it was asked for, nor after today.", "sentOn");
        }

        var sentAt = sentOn == calendar.Today(now) ? now : Instant.Max(duty.ReceivedAt, sentOn.At(LocalTime.Noon).InZoneLeniently(calendar.Zone).ToInstant());
        (State, Way, To, SentAt, Sendings, Tries) = (CareState.ToCall, way, to, sentAt, Sendings + 1, 0);
        var inTime = End(duty, calendar, sentAt);
        var call = CallOn(DueDate.Compute(new WorkingDays(rules.CallAfter.For(way)), sentAt, [], [], calendar, now).Day, rules, calendar, by, now);
        return new(new CareSent(Sendings, way, inTime, CallFrom!.Value), call);
    }

    /// <summary>The office called.</summary>
    /// <param name="duty">The promise to call.</param>
    /// <exception cref="Refusal"><c>care.state</c>, <c>care.outcome</c></exception>
    public CareStep Call(CareOutcome? outcome, CareList rules, Promise duty, WorkCalendar calendar, string by, Instant now)
    {
        RefuseUnless(CareState.ToCall);
        var found = outcome is { } one && Enum.IsDefined(one) ? one : throw new Refusal("care.outcome", "請選去電的結果。", "Choose what the call found out.", "outcome");
        var inTime = End(duty, calendar, now);
        Tries += found is CareOutcome.NoAnswer ? 1 : 0;
        (State, CallFrom) = (found switch
        {
            CareOutcome.Received => CareState.Received,
            CareOutcome.NotReceived => CareState.ToSend,
            CareOutcome.NotWanted => CareState.NotWanted,
            _ => Tries < rules.Tries ? CareState.ToCall : CareState.NotReached,
        }, null);
        EndedAt = IsOpen ? null : now;
        var next = State switch
        {
            CareState.ToSend => Begin("care-send", now, rules.PolicyOf(rules.Send), calendar, by, now),
            CareState.ToCall => CallOn(calendar.FirstWorkingDayFrom(calendar.Today(now).PlusDays(1)), rules, calendar, by, now),
            _ => null,
        };
        return new(new CareCalled(found, Sendings, Tries, inTime, State, CallFrom), next);
    }

    /// <exception cref="Refusal"><c>care.state</c>, <c>care.reason</c></exception>
    public CareStep Withdraw(string? reason, Promise duty, WorkCalendar calendar, Instant now)
    {
        RefuseUnless(CareState.ToSend, CareState.ToCall);
        Reason = reason?.Trim() is { Length: > 0 and <= LongestText } text ? text
            : throw new Refusal("care.reason", $"請寫為什麼不用辦了，最多 {LongestText} 字。", $"Write why it is not needed, in at most {LongestText} characters.", "reason");
        End(duty, calendar, now);
        (State, CallFrom, EndedAt) = (CareState.Withdrawn, null, now);
        return new(new CareWithdrawn(DigestOf(Reason)), null);
    }

    // Due from the opening of that day, so that nobody is reminded of a call that it is too early to make.
    private Promise CallOn(LocalDate day, CareList rules, WorkCalendar calendar, string by, Instant now)
    {
        CallFrom = day;
        return Begin("care-call", (day + calendar.HoursOn(day)[0].From).InZoneLeniently(calendar.Zone).ToInstant(), rules.PolicyOf(rules.Call), calendar, by, now);
    }

    private Promise Begin(string kind, Instant from, PromisePolicy policy, WorkCalendar calendar, string by, Instant now)
    {
        var promise = new Promise
        {
            Id = Guid.CreateVersion7(now.ToDateTimeOffset()), Subject = Key, Kind = kind, Name = Number, Department = Department, TakenInBy = TakenInBy, ReceivedAt = from, Policy = policy, Calendar = "",
        };
        promise.Start(calendar, by, now);
        PromiseId = promise.Id;
        return promise;
    }

    private static bool End(Promise duty, WorkCalendar calendar, Instant at)
    {
        duty.Close(at);
        return duty.KeptAt(at, calendar) ?? true;
    }

    private void RefuseUnless(params CareState[] states)
    {
        if (!states.Contains(State))
        {
            throw new Refusal("care.state", $"{Number} 現在是「{State.Title.Zh}」，不能這樣做。請看最新的情形。", $"{Number} is “{State.Title.En}” now, so this cannot be done; please look at it as it stands.");
        }
    }

    private string DigestOf(string text) => SaltedText.Digest(Salt, text);
}

/// <summary>What happened, and the promise that runs from now on; null when nothing is owed any more.</summary>
internal sealed record CareStep(IEvent Happened, Promise? Next);
