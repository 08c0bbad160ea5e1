using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Time;

namespace GridDesk.Services.Offer;

/// <summary>Puts down what the office offers, so that its figures can be computed again whatever the pack says later.</summary>
internal sealed class Offering(OfficeDb db, EventLog events, IClock clock)
{
    private const int StepsOfAProcedure = 3;

    /// <summary>Records what a pack that came into force offers; nothing happens when it is the latest already.</summary>
    public Task RecordAsync(LoadedPack pack, CancellationToken cancel = default) => db.CommitAsync(async () =>
    {
        var now = clock.Now();
        var editions = db.Set<OfferedEdition>();
        if ((await editions.OrderByDescending(e => e.At).FirstOrDefaultAsync(cancel))?.Hash == pack.Hash)
        {
            return;
        }

        var edition = await editions.FindAsync([pack.Hash], cancel) ?? editions.Add(new OfferedEdition { Hash = pack.Hash, At = now }).Entity;
        edition.At = now;
        var services = pack.All<ServiceDefinition>().InForce(now.InZone(pack.Get<Office>().TimeZone).Date);
        events.Record(edition, Count(pack.Hash, services), Actor.Office);
    }, cancel);

    public static ServicesOffered Count(string edition, IReadOnlyList<ServiceDefinition> services) => new(
        edition,
        services.Count,
        services.Count(s => s.Steps.Count >= StepsOfAProcedure),
        services.Count(IsComplete),
        services.Count(s => s.Channels.Contains("counter")),
        services.Count(s => s.Channels.Contains("phone")),
        services.Count(s => s.CanStartOnline));

    // An empty list of documents says that none is needed.
    private static bool IsComplete(ServiceDefinition service) =>
        service.Limits.Norm is not null && service.Steps.Count > 0 && Says(service.Summary) && Says(service.Fee.Text);

    private static bool Says(Phrase phrase) => !string.IsNullOrWhiteSpace(phrase.Zh) && !string.IsNullOrWhiteSpace(phrase.En);
}
