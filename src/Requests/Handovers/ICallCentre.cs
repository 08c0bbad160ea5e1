namespace GridDesk.Requests.Handovers;

/// <summary>The call centre, which is somebody else's system: it hears what became of a case that it passed on.</summary>
internal interface ICallCentre
{
    /// <summary>Returns when the call centre has it; may be said again under the same <paramref name="id"/>, and then counts once.</summary>
    Task TellAsync(HandoverNews news, Guid id, CancellationToken cancel);
}

/// <param name="State"><c>accepted</c>, <c>returned</c> or <c>answered</c>.</param>
/// <param name="Text">The answer, or why it was returned.</param>
internal sealed record HandoverNews(string Number, string State, string? Text, Instant At);

/// <summary>Where the call centre listens; without an address it fetches from <c>/api/handovers</c> what it wants to know.</summary>
/// <param name="Token">Sent as a bearer token, so that the call centre knows who speaks.</param>
internal sealed record CallCentreSettings(Uri? Url, string? Token)
{
    /// <summary>How long an answer is waited for; deliveries try again by themselves.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(5);
}
