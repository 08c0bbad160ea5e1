using System.Text.Json.Nodes;
using GridDesk.Notices.Templates;
using NodaTime.Text;

namespace GridDesk.Notices.Webhooks;

/// <summary>An event as other programs read it: CloudEvents 1.0, JSON format, structured mode.</summary>
internal static class CloudEvent
{
    public const string ContentType = "application/cloudevents+json";

    /// <param name="sequence">The event's place among those of its subject; the extension <c>sequence</c>, padded so that it sorts as text.</param>
    public static string Of(Guid id, string type, string subject, int sequence, Instant at, JsonObject data, PublicAddress source) => new JsonObject
    {
        ["specversion"] = "1.0",
        ["id"] = $"{id}",
        ["source"] = source.Root,
        ["type"] = type,
        ["subject"] = subject,
        ["time"] = InstantPattern.ExtendedIso.Format(at),
        ["sequence"] = $"{sequence:0000000000}",
        ["datacontenttype"] = "application/json",
        ["data"] = data,
    }.ToJsonString(Json.Options);
}
