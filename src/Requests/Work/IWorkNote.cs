namespace GridDesk.Requests.Work;

/// <summary>A line on "my work" that another part of the office contributes: something to do that is no case.</summary>
public interface IWorkNote
{
    /// <summary>For the one who looks; null when there is nothing for them.</summary>
    Task<WorkNote?> OfAsync(CancellationToken cancel = default);
}

/// <param name="Path">Where it is done, without the first slash.</param>
public sealed record WorkNote(Phrase Text, string Path);
