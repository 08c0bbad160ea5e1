namespace GridDesk.Requests.Handle;

/// <summary>What another part of the office contributes to the page of a case, for those who may open it.</summary>
public interface ICasePanel
{
    Phrase Title { get; }

    /// <summary>What it says when there is nothing in it.</summary>
    Phrase Empty { get; }

    /// <summary>Newest first.</summary>
    /// <param name="request">Key of the request.</param>
    /// <param name="isShown">The reader asked to see who it is, which is recorded; otherwise nothing here tells that.</param>
    Task<IReadOnlyList<CasePanelRow>> OfAsync(string request, bool isShown, CancellationToken cancel);

    /// <summary>Something that the reader can do there; null when there is nothing, or nothing for this reader.</summary>
    /// <param name="isOpen">Accepted and not closed.</param>
    CasePanelLink? LinkOf(Guid request, bool isOpen) => null;
}

/// <param name="NeedsCare">Something is wrong, and somebody has to look after it.</param>
/// <param name="Href">Path without its first slash, of where to see it; null when this is all.</param>
public sealed record CasePanelRow(Instant At, Phrase What, Phrase State, bool NeedsCare = false, string? Href = null);

/// <param name="Href">Path without its first slash.</param>
public sealed record CasePanelLink(string Href, Phrase Label);

/// <summary>A panel with what is in it.</summary>
internal sealed record FilledPanel(Phrase Title, Phrase Empty, IReadOnlyList<CasePanelRow> Rows, CasePanelLink? Link);
