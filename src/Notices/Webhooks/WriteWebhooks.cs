using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Time;
using GridDesk.Notices.Templates;

namespace GridDesk.Notices.Webhooks;

/// <summary>Writes down, for every receiver that wants it, an event that is to be sent; once for each, also when it runs twice.</summary>
internal sealed class WriteWebhooks(OfficeDb db, EventKinds kinds, PublicAddress source, IClock clock) : IHandle<IEvent>
{
    public async Task HandleAsync(IEvent happened, Happening row, CancellationToken cancel)
    {
        var kind = WebhookKinds.Find(kinds.NameOf(happened.GetType()).Name)!;
        var receivers = await db.WebhookReceivers.AsNoTracking().Where(r => r.State == WebhookState.Active || r.State == WebhookState.Paused).ToListAsync(cancel);
        var written = await db.WebhookDeliveries.Where(d => d.Event == row.Id).Select(d => d.Receiver).ToListAsync(cancel);
        var (now, body) = (clock.Now(), CloudEvent.Of(row.Id, kind.Type, row.Subject, row.Version, row.HappenedAt, kind.DataOf(happened), source));
        foreach (var receiver in receivers.Where(r => r.Kinds.Contains(kind.Name) && !written.Contains(r.Id)))
        {
            db.Add(new WebhookDelivery { Id = Guid.CreateVersion7(now.ToDateTimeOffset()), Receiver = receiver.Id, Event = row.Id, Kind = kind.Name, Subject = row.Subject, Version = row.Version, Body = body, QueuedAt = now, DueAt = now });
        }
    }
}
