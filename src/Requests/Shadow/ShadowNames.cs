using GridDesk.Kernel.Pack;
using GridDesk.Services;

namespace GridDesk.Requests.Shadow;

/// <summary>Names of what a register speaks of; a word that we do not know stays as it was written.</summary>
internal sealed class ShadowNames(ServiceCatalogue services, PackInForce pack)
{
    private readonly Dictionary<string, Phrase> _services = services.All.GroupBy(s => s.Code).ToDictionary(versions => versions.Key, versions => versions.MaxBy(s => s.ValidFrom)!.Name);

    public Phrase Service(string code) => _services.GetValueOrDefault(code) ?? Phrase.Same(code);

    public Phrase Department(string code) => pack.Departments.Find(code)?.Name ?? Phrase.Same(code);
}
