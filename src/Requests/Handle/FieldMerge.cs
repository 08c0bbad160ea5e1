namespace GridDesk.Requests.Handle;

internal enum Merge
{
    /// <summary>Nobody changed it, or both to the same.</summary>
    Same,

    /// <summary>Only I changed it, or I chose mine.</summary>
    Mine,

    /// <summary>Only the other changed it, or I chose theirs.</summary>
    Theirs,

    /// <summary>Both changed it: a person must choose.</summary>
    Ask,
}

/// <summary>One field that two people may have changed.</summary>
internal sealed record FieldMerge(string Field, string Mine, string Theirs, Merge Result)
{
    /// <param name="shown">What I was shown.</param>
    /// <param name="mine">What I typed.</param>
    /// <param name="theirs">What is stored now.</param>
    /// <param name="choice"><c>mine</c> or <c>theirs</c>, if I was asked.</param>
    /// <param name="asked">I was asked to choose, having seen <paramref name="shown"/> as theirs.</param>
    public static FieldMerge Of(string field, string shown, string mine, string theirs, string? choice, bool asked) => new(field, mine, theirs,
        mine == theirs ? Merge.Same
        : theirs != shown ? (mine == shown && !asked ? Merge.Theirs : Merge.Ask)
        : !asked || choice == "mine" ? Merge.Mine
        : choice == "theirs" ? Merge.Theirs
        : Merge.Ask);
}
