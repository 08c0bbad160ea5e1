using System.Text.Json.Serialization;

namespace GridDesk.Requests.Handovers;

/// <summary>The body of <c>POST /api/handovers</c>: a case that the call centre accepted and passes on.</summary>
/// <param name="Number">The call centre's own number; passed on twice it is one hand-over.</param>
/// <param name="Source">Which desk of the call centre it comes from, if there are several.</param>
/// <param name="Kind">Code of a kind of the pack: <c>outage</c>, <c>billing</c>, <c>application</c>, <c>complaint</c>, <c>other</c>.</param>
/// <param name="ReceivedAt">When the call centre took it, with its offset; the clock runs from there.</param>
/// <param name="Summary">What the customer wants, in at most 2,000 characters.</param>
public sealed record HandoverBody(string? Number, string? Source, string? Kind, string? ReceivedAt, string? Summary, HandoverCustomerBody? Customer);

/// <summary>Who asks and how to reach them.</summary>
/// <param name="ElectricityNumber">The 11 digits on the bill, if known.</param>
public sealed record HandoverCustomerBody(string? Name, string? Phone, string? ElectricityNumber);

/// <summary>How a hand-over stands.</summary>
/// <param name="Known">It had been passed on before; this is the first one, and nothing was doubled.</param>
/// <param name="State"><c>received</c>, <c>accepted</c>, <c>returned</c> or <c>answered</c>.</param>
/// <param name="Due">Until when the office answers.</param>
/// <param name="Reply">The answer, or why it was returned; null while it is open.</param>
/// <param name="Request">Number of the request that it became.</param>
public sealed record HandoverAnswer(
    string Number, bool Known, string State, Phrase Sentence, string Kind, Phrase Department, Instant ReceivedAt, Instant? Due,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] HandoverReplyAnswer? Reply, string? Request);

/// <param name="InTime">Within the limit; null when no date was known.</param>
public sealed record HandoverReplyAnswer(string Text, Instant At, bool? InTime);
