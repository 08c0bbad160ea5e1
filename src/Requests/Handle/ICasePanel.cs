namespace GridDesk.Requests.Handle;

/// <summary>What another part of the office contributes to the page of a case, for those who may open it.</summary>
public interface ICasePanel
{
    Phrase Title { get; }

    /// <summary>Newest first; the panel is left out when there are none.</summary>
    /// <param name="request">Key of the request.</param>
    Task<IReadOnlyList<CasePanelRow>> OfAsync(string request, CancellationToken cancel);
}

/// <param name="NeedsCare">Something is wrong, and somebody has to look after it.</param>
public sealed record CasePanelRow(Instant At, Phrase What, Phrase State, bool NeedsCare = false);
