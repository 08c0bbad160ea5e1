using System.Collections.Concurrent;
using GridDesk.Kernel.Forms;
using GridDesk.Kernel.Pack;
using GridDesk.Services.Find;

namespace GridDesk.Services;

/// <summary>The services of the office, by the edition of the pack in force.</summary>
public sealed class ServiceCatalogue(PackInForce pack, FieldKinds kinds)
{
    /// <summary>The services that can be asked for on a day, in the order of the pack.</summary>
    public IReadOnlyList<ServiceDefinition> At(LocalDate date) => Current.All.InForce(date);

    /// <summary>The version in force on a day; null when there is no such service. Small letters are fine.</summary>
    public ServiceDefinition? Find(string? code, LocalDate date) => code is null ? null : Current.All.InForce(code.ToUpperInvariant(), date);

    /// <summary>As <see cref="Find"/>; of a day before its first version, the first one; null when there is no such service.</summary>
    public ServiceDefinition? FindOrOldest(string code, LocalDate date) => Find(code, date) ?? Current.All.Where(d => d.Code == code).MinBy(d => d.ValidFrom);

    /// <summary>Every version of every service.</summary>
    public IReadOnlyList<ServiceDefinition> All => Current.All;

    /// <summary>The services in force on a day that a customer may mean by what they typed.</summary>
    internal Found Search(string? query, LocalDate date) => pack.Of(p => new ServiceSearch(p.All<ServiceDefinition>())).Find(query, At(date));

    /// <summary>The very version that a case was accepted under; versions in force are never removed from a pack.</summary>
    public ServiceDefinition Version(string code, string hash) =>
        Current.All.FirstOrDefault(d => d.Code == code && HashOf(d) == hash) ?? Current.All.Last(d => d.Code == code);

    public string HashOf(ServiceDefinition definition) => Current.Hashes.GetOrAdd(definition, static d => ContentHash.Of(d));

    public Form FormOf(ServiceDefinition definition) => Current.Forms.GetOrAdd(definition, d => new Form(d.Form, kinds));

    /// <summary>Names of the groups that services are shown in, in order.</summary>
    public static IReadOnlyDictionary<string, Phrase> Groups { get; } = new OrderedDictionary<string, Phrase>
    {
        ["contract"] = new("用電資料與契約", "Account and contract"),
        ["billing"] = new("電費與帳單", "Bills and payment"),
        ["supply"] = new("新設與增加用電", "New and increased supply"),
        ["tariff"] = new("電價與優惠", "Tariffs and concessions"),
        ["field"] = new("電表、線路與現場", "Meters, lines and site work"),
        ["renewable"] = new("太陽光電與再生能源", "Solar and renewable energy"),
        ["other"] = new("意見、資訊與其他", "Comments, information and other"),
        ["counter"] = new("櫃檯快速辦理", "Done at the counter"),
    };

    private State Current => pack.Of(p => new State(p.All<ServiceDefinition>()));

    private sealed record State(IReadOnlyList<ServiceDefinition> All)
    {
        public ConcurrentDictionary<ServiceDefinition, string> Hashes { get; } = new(ReferenceEqualityComparer.Instance);

        public ConcurrentDictionary<ServiceDefinition, Form> Forms { get; } = new(ReferenceEqualityComparer.Instance);
    }
}
