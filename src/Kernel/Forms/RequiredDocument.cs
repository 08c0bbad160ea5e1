namespace GridDesk.Kernel.Forms;

/// <summary>A document to bring or upload, as the pack defines it.</summary>
/// <param name="Id">Unique within the service.</param>
/// <param name="Name">What the customer calls it.</param>
public sealed record RequiredDocument(string Id, Phrase Name)
{
    public Phrase? Hint { get; init; }

    /// <summary>
    /// Needed only then; always when null. May name the form's questions and two facts: <c>applicant</c>
    /// (<c>person</c> or <c>organisation</c>) and <c>agent</c> (<c>true</c> or <c>false</c>).
    /// </summary>
    public Condition? When { get; init; }

    /// <summary>False: it helps, but the request is accepted without it.</summary>
    public bool Required { get; init; } = true;

    /// <summary>How well it is known that the office asks for it.</summary>
    public Grade Grade { get; init; } = Grade.C;
}

/// <summary>Who applies, and who comes.</summary>
/// <param name="Agent">Somebody else acts for the applicant.</param>
public sealed record ApplicantFacts(Applicant Applicant, bool Agent);

public enum Applicant { Person, Organisation }
