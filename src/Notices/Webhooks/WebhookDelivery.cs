using System.Net;

namespace GridDesk.Notices.Webhooks;

/// <summary>One event for one receiver: sent at least once, under the same id and with the same body each time, in order among those about the same subject.</summary>
internal sealed class WebhookDelivery
{
    public required Guid Id { get; init; }
    public required Guid Receiver { get; init; }
    public required Guid Event { get; init; }

    /// <summary>Name of the event.</summary>
    public required string Kind { get; init; }

    public required string Subject { get; init; }

    /// <summary>The event's place among those of its subject.</summary>
    public required int Version { get; init; }

    /// <summary>The CloudEvent, as it is sent.</summary>
    public required string Body { get; init; }

    public required Instant QueuedAt { get; init; }
    public required Instant DueAt { get; set; }

    /// <summary>How often it was tried, since it was last said to be sent again.</summary>
    public int Attempts { get; private set; }

    public Instant? DoneAt { get; private set; }

    /// <summary>After all retries nobody tries any more until a person says so.</summary>
    public Instant? GivenUpAt { get; private set; }

    public bool IsWaiting => DoneAt is null && GivenUpAt is null;

    /// <summary>What the receiver answered, and what follows from it.</summary>
    public WebhookAttempt Settle(WebhookReply reply, Instant at, Instant now)
    {
        Attempts++;
        if (reply.IsYes)
        {
            DoneAt = now;
        }
        else if (!reply.IsGone && WebhookPauses.After(Attempts) is var pause)
        {
            (DueAt, GivenUpAt) = pause is { } wait ? (now + wait, null) : (DueAt, (Instant?)now);
        }

        return new()
        {
            Id = Guid.CreateVersion7(at.ToDateTimeOffset()), Delivery = Id, Receiver = Receiver, Number = Attempts, At = at, Took = reply.Took,
            Status = (int?)reply.Status, Text = reply.Text, NextAt = IsWaiting && !reply.IsGone ? DueAt : null,
        };
    }

    /// <summary>A person wants it sent, whatever became of it before; all retries are before it again.</summary>
    public void SendAgain(Instant now) => (Attempts, DoneAt, GivenUpAt, DueAt) = (0, null, null, now);
}

/// <summary>One try to deliver.</summary>
internal sealed class WebhookAttempt
{
    public const int LongestText = 200;

    public required Guid Id { get; init; }
    public required Guid Delivery { get; init; }
    public required Guid Receiver { get; init; }
    public required int Number { get; init; }
    public required Instant At { get; init; }

    /// <summary>In milliseconds.</summary>
    public required int Took { get; init; }

    /// <summary>Null when there was no answer.</summary>
    public int? Status { get; init; }

    /// <summary>The beginning of the answer, or why there was none.</summary>
    public required string Text { get; init; }

    /// <summary>When it is tried again; null when it is not.</summary>
    public Instant? NextAt { get; init; }
}

/// <param name="Status">Null when there was no answer.</param>
/// <param name="Took">In milliseconds.</param>
/// <param name="Text">The beginning of the answer, or why there was none.</param>
internal sealed record WebhookReply(HttpStatusCode? Status, int Took, string Text)
{
    public bool IsYes => Status is >= HttpStatusCode.OK and < HttpStatusCode.MultipleChoices;

    public bool IsGone => Status is HttpStatusCode.Gone;
}
