namespace GridDesk.Kernel.Indicators;

/// <summary>
/// Which of the things that a figure counted the person acting may see one by one. A module registers one for its own kind of
/// subject and decides by the same rule as its lists; a kind that nobody speaks for holds nothing to protect.
/// </summary>
public interface IEvidenceSight
{
    /// <summary>What the keys of the subjects begin with, such as <c>request</c>.</summary>
    string Kind { get; }

    /// <summary>Those of the subjects that may be seen, each with what people call it.</summary>
    Task<IReadOnlyDictionary<string, string>> SeenAsync(IReadOnlyCollection<string> subjects, CancellationToken cancel = default);
}
