using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using GridDesk.Kernel.Events;
using GridDesk.Requests;
using Microsoft.Extensions.DependencyInjection;

namespace GridDesk.Notices.Webhooks;

/// <summary>
/// The events that may leave the office, and of each the fields that do: what a customer could be told, never who works on it and no
/// digest of private rows. A field that is added to an event does not leave until it is named here.
/// </summary>
internal static class WebhookKinds
{
    public const string TypePrefix = "tw.griddesk.";

    public static IReadOnlyList<WebhookKind> All { get; } =
    [
        Of<RequestPreReceived>("先行收件", "Papers taken in", "slip service channel site department receivedAt missing"),
        Of<RequestAccepted>("正式受理", "Accepted", "number service channel site department receivedAt wasPreReceived ruleDue normDue told"),
        Of<RequestStepReached>("進到下一步", "Another step", "from to department"),
        Of<RequestSupplementAsked>("請用戶補件", "Customer asked for more", "items"),
        Of<RequestSupplied>("收到補件", "Papers came", "channel documents complete"),
        Of<RequestClockChanged>("時鐘停或走", "Clock stopped or running", "segment"),
        Of<RequestExtended>("展延", "Extended", "by ruleDue normDue"),
        Of<RequestTold>("告知日期", "Customer told a day", "before day"),
        Of<RequestClosed>("結案", "Closed", "outcome service channel department inTime workingDays"),
        Of<RequestReversed>("撤銷", "Reversed", "from to"),
        Of<MessageQueued>("訊息待送", "Message queued", "message about channel template purpose"),
        Of<MessageHandedOver>("訊息已送出", "Message sent", "channel template purpose"),
        Of<MessageDelivered>("訊息已送達", "Message delivered", "channel template purpose"),
        Of<MessageFailed>("訊息送不到", "Message cannot be delivered", "channel template purpose kind"),
        Of<MessageStopped>("訊息不送了", "Message not sent after all", "channel template purpose why"),
    ];

    public static WebhookKind? Find(string name) => All.FirstOrDefault(kind => kind.Name == name);

    private static WebhookKind Of<TEvent>(string zh, string en, string fields) where TEvent : class, IEvent
    {
        var name = typeof(TEvent).GetCustomAttribute<EventAttribute>()!.Name;
        return new(name, typeof(TEvent), new(zh, en), fields.Split(' '), (services, known) => services.On<TEvent, WriteWebhooks>(_ => known.Wants(name), varies: true));
    }
}

/// <param name="Name">Of the event: <c>request.accepted</c>.</param>
/// <param name="Fields">Those of the event that leave.</param>
/// <param name="Subscribe">Has the event written down for the receivers that want it.</param>
internal sealed record WebhookKind(string Name, Type Event, Phrase Title, IReadOnlyList<string> Fields, Action<IServiceCollection, KnownReceivers> Subscribe)
{
    /// <summary>As CloudEvents call it: <c>tw.griddesk.request.accepted</c>.</summary>
    public string Type => WebhookKinds.TypePrefix + Name;

    public JsonObject DataOf(IEvent happened)
    {
        var all = JsonSerializer.SerializeToNode(happened, happened.GetType(), Json.Options)!.AsObject();
        return new(Fields.Where(all.ContainsKey).Select(field => KeyValuePair.Create(field, all[field]?.DeepClone())));
    }
}
