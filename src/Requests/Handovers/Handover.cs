using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Promises;
using GridDesk.Kernel.Time;

namespace GridDesk.Requests.Handovers;

/// <summary>
/// A case that the call centre accepted and passed on to the office (後送). It stands on a clock of its own: somebody takes it on,
/// then answers it, or it goes back with a reason; either way the call centre hears of it.
/// </summary>
internal sealed class Handover : Subject
{
    public const int LongestText = 2000;

    public required Guid Id { get; init; }

    /// <summary>The call centre's own number; there is one hand-over of each.</summary>
    public required string Number { get; init; }

    /// <summary>Which desk of the call centre it comes from.</summary>
    public required string Source { get; init; }

    /// <summary>Code of a <see cref="HandoverKind"/>.</summary>
    public required string Kind { get; init; }

    public required string Department { get; init; }

    /// <summary>When the call centre took it: the customer waits since then, so the clock runs from there.</summary>
    public required Instant ReceivedAt { get; init; }

    /// <summary>When it reached the office.</summary>
    public required Instant ArrivedAt { get; init; }

    /// <summary>What it is about, who asks and how to reach them: the private part.</summary>
    public required string Summary { get; init; }

    public required string Name { get; init; }
    public required string Phone { get; init; }
    public string? ElectricityNumber { get; init; }
    public byte[] Salt { get; private set; } = RandomNumberGenerator.GetBytes(16);

    public HandoverState State { get; private set; }

    /// <summary>Id of the one who sees it through.</summary>
    public string? Handler { get; private set; }

    public Guid PromiseId { get; private set; }
    public Instant? AcceptedAt { get; private set; }

    /// <summary>When it was answered or returned.</summary>
    public Instant? EndedAt { get; private set; }

    public bool? InTime { get; private set; }

    /// <summary>The answer, or why it was returned; a private text that the call centre gets.</summary>
    public string? Reply { get; private set; }

    /// <summary>When the call centre had <see cref="Reply"/>.</summary>
    public Instant? ToldAt { get; private set; }

    /// <summary>The request that it became, so that every case is in the register.</summary>
    public Guid? Request { get; private set; }

    public bool IsOpen => State is HandoverState.Received or HandoverState.Accepted;

    public override string Key => KeyOf(Id);

    public static string KeyOf(Guid id) => $"handover:{id:N}";

    /// <param name="promise">Not yet started; a new one for this hand-over.</param>
    public HandoverReceived Receive(Promise promise, WorkCalendar calendar, string by, Instant now)
    {
        (PromiseId, promise.Name) = (promise.Id, Number);
        promise.Start(calendar, by, now);
        return new(Number, Kind, Department, ReceivedAt, promise.DueAt, DigestOf(JsonSerializer.Serialize(new { Summary, Name, Phone, ElectricityNumber }, Json.Options)));
    }

    /// <summary>Somebody of the department sees it through from here.</summary>
    /// <exception cref="Refusal"><c>handover.accepted</c>, <c>handover.ended</c></exception>
    public HandoverAccepted Accept(string handler, Promise promise, Instant now)
    {
        RefuseIfEnded();
        if (State == HandoverState.Accepted)
        {
            throw new Refusal("handover.accepted", $"{Number} 已經有人接辦了，請看最新的情形。", $"{Number} has been taken on before; please look at it as it stands.");
        }

        (State, Handler, AcceptedAt, promise.Owner) = (HandoverState.Accepted, handler, now, handler);
        return new(handler, Department);
    }

    /// <summary>It goes back to the call centre: not this office's, or nothing can be done with it.</summary>
    /// <exception cref="Refusal"><c>handover.reason</c>, <c>handover.ended</c></exception>
    public HandoverReturned Return(string? reason, Promise promise, WorkCalendar calendar, Instant now)
    {
        RefuseIfEnded();
        var text = Written(reason) ?? throw new Refusal("handover.reason", $"請寫退回的原因，客服中心會看到，最多 {LongestText} 字。", $"Write why it is returned, in at most {LongestText} characters; the call centre reads it.", "reason");
        End(HandoverState.Returned, text, promise, now);
        return new(Department, InTime, calendar.WorkingMinutesBetween(ReceivedAt, now), DigestOf(text));
    }

    /// <summary>The office's answer; it ends the hand-over.</summary>
    /// <exception cref="Refusal"><c>handover.not-accepted</c>, <c>handover.answer</c>, <c>handover.ended</c></exception>
    public HandoverAnswered Answer(string? answer, Promise promise, WorkCalendar calendar, Instant now)
    {
        RefuseIfEnded();
        RefuseUnlessAccepted();
        var text = Written(answer) ?? throw new Refusal("handover.answer", $"請寫辦理結果，客服中心會看到，最多 {LongestText} 字。", $"Write what was done, in at most {LongestText} characters; the call centre reads it.", "answer");
        End(HandoverState.Answered, text, promise, now);
        return new(Department, InTime, calendar.WorkingMinutesBetween(ReceivedAt, now), DigestOf(text));
    }

    /// <summary>It became a request of the register; the hand-over itself is still to be answered.</summary>
    /// <exception cref="Refusal"><c>handover.filed</c>, <c>handover.not-accepted</c>, <c>handover.ended</c></exception>
    public HandoverFiled FileAs(Guid request)
    {
        if (Request is not null)
        {
            throw new Refusal("handover.filed", $"{Number} 已經受理成一件申請了，請看後送頁上的受理號碼。", $"{Number} has become a request before; its number stands on the hand-over's page.");
        }

        RefuseIfEnded();
        RefuseUnlessAccepted();
        Request = request;
        return new(ServiceRequest.KeyOf(request));
    }

    /// <summary>The call centre has the reply; null when that was known before.</summary>
    public HandoverTold? Told(Instant now)
    {
        if (ToldAt is not null || IsOpen)
        {
            return null;
        }

        ToldAt = now;
        return new(State);
    }

    private void End(HandoverState state, string reply, Promise promise, Instant now)
    {
        (State, Reply, EndedAt, InTime) = (state, reply, now, promise.DueAt is { } due ? now <= due : null);
        promise.Close(now);
    }

    private void RefuseIfEnded()
    {
        if (!IsOpen)
        {
            throw new Refusal("handover.ended", $"{Number} {State.Title.Zh}，不能再改。", $"{Number} is {State.Title.En.ToLowerInvariant()} and cannot be changed any more.");
        }
    }

    private void RefuseUnlessAccepted()
    {
        if (State != HandoverState.Accepted)
        {
            throw new Refusal("handover.not-accepted", $"{Number} 還沒有人接辦，請先接辦。", $"Nobody has taken {Number} on yet; take it on first.");
        }
    }

    private string DigestOf(string text) => Convert.ToHexStringLower(SHA256.HashData([.. Salt, .. Encoding.UTF8.GetBytes(text)]));

    private static string? Written(string? text) => text?.Trim() is { Length: > 0 and <= LongestText } written ? written : null;
}

public enum HandoverState { Received, Accepted, Returned, Answered }
