namespace GridDesk.Staff;

/// <summary>
/// The departments and sites that people can belong to, and what they can be certified for. The program registers it, filled
/// from the edition of the pack in force; without that the lists are empty and nobody can be taken on.
/// </summary>
public sealed record OfficePlaces(IReadOnlyList<OfficePlace> Departments, IReadOnlyList<OfficePlace> Sites, IReadOnlyList<OfficePlace> Certificates)
{
    /// <summary>The name of a department, or its code when this edition knows it no more.</summary>
    public Phrase Department(string code) => Named(Departments, code);

    /// <summary>The same of a site.</summary>
    public Phrase Site(string code) => Named(Sites, code);

    /// <summary>The same of a certificate.</summary>
    public Phrase Certificate(string code) => Named(Certificates, code);

    private static Phrase Named(IReadOnlyList<OfficePlace> places, string code) =>
        places.FirstOrDefault(place => place.Code == code)?.Name ?? Phrase.Same(code);
}

/// <param name="Code">As the pack has it.</param>
public sealed record OfficePlace(string Code, Phrase Name);
