namespace GridDesk.Kernel.Pack;

/// <summary><c>sites.yaml</c></summary>
public sealed record SiteList(IReadOnlyList<Site> Sites) : IChecked
{
    void IChecked.Check(Checker check) => check.Unique("sites", Sites, site => site.Code, "code");
}

/// <summary>A place where the office serves customers.</summary>
/// <param name="Code">Kebab-case; part of addresses.</param>
/// <param name="Name">As it stands on its door.</param>
/// <param name="Kind">What may be done there.</param>
/// <param name="Address">Null until the office confirms it.</param>
/// <param name="Hours">The id of its opening hours in the calendar.</param>
/// <param name="ValidFrom">Its first day.</param>
public sealed record Site(string Code, Phrase Name, SiteKind Kind, Phrase? Address, string Hours, LocalDate ValidFrom) : IValidFrom, IChecked
{
    void IChecked.Check(Checker check) => check.Code("code", Code);
}

public enum SiteKind
{
    /// <summary>服務中心: the office's main counter.</summary>
    ServiceCentre,

    /// <summary>服務所: a small station in a township.</summary>
    ServiceStation,
}
