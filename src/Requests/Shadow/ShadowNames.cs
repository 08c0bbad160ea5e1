using GridDesk.Kernel.Pack;
using GridDesk.Services;

namespace GridDesk.Requests.Shadow;

/// <summary>Names of what a register speaks of; a word that we do not know stays as it was written.</summary>
internal sealed class ShadowNames(ServiceCatalogue services, PackInForce pack)
{
    private readonly Dictionary<string, Phrase> _services = services.All.GroupBy(s => s.Code).ToDictionary(versions => versions.Key, versions => versions.MaxBy(s => s.ValidFrom)!.Name);

    public Phrase Service(string code) => _services.GetValueOrDefault(code) ?? Phrase.Same(code);

    /// <summary>The day of a moment of which the register knew no time: it stands at midnight; null of any other.</summary>
    public LocalDate? DayOnly(Instant? at) => at?.InZone(pack.Calendar.Zone) is { } local && local.TimeOfDay == LocalTime.Midnight ? local.Date : null;

    /// <summary>A cell of a sheet: the day alone where nothing more is known.</summary>
    public object? Cell(Instant? at) => DayOnly(at) is { } day ? day : at;

    public Phrase Department(string code) => pack.Departments.Find(code)?.Name ?? Phrase.Same(code);
}
