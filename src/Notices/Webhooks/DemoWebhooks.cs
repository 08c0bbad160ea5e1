using System.Net;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Time;
using GridDesk.Notices.Templates;
using GridDesk.Requests;
using Microsoft.Extensions.DependencyInjection;

namespace GridDesk.Notices.Webhooks;

/// <summary>A receiver of the invented district, paused so that nothing leaves, with a log of what it got.</summary>
internal static class DemoWebhooks
{
    private const int Sent = 6;

    public static async Task AddAsync(IServiceProvider services, Demo demo, CancellationToken cancel)
    {
        if (demo.Customers == 0)
        {
            return;
        }

        var (db, events, desk, source) = (services.GetRequiredService<OfficeDb>(), services.GetRequiredService<EventLog>(), services.GetRequiredService<WebhookDesk>(), services.GetRequiredService<PublicAddress>());
        var now = services.GetRequiredService<IClock>().Now();
        var receiver = await desk.RegisterAsync("智慧城市平台（示範）", "https://hooks.example.org/griddesk", ["request.accepted", "request.closed"], Actor.Office, cancel);
        await desk.PauseAsync(new(receiver.Id, null, Actor.Office), cancel);
        var accepted = await events.BetweenAsync(now - Duration.FromDays(7), now, now, [typeof(RequestAccepted)], cancel);
        var kind = WebhookKinds.Find("request.accepted")!;
        await db.CommitAsync(() =>
        {
            foreach (var (index, row) in accepted.TakeLast(Sent).Index())
            {
                var at = row.HappenedAt + Duration.FromSeconds(1);
                var delivery = new WebhookDelivery
                {
                    Id = Guid.CreateVersion7(at.ToDateTimeOffset()), Receiver = receiver.Id, Event = row.Id, Kind = kind.Name, Subject = row.Subject, Version = row.Version, QueuedAt = row.HappenedAt, DueAt = at,
                    Body = CloudEvent.Of(row.Id, kind.Type, row.Subject, row.Version, row.HappenedAt, kind.DataOf(row.Event), source),
                };
                db.Add(delivery);
                if (index is 2 or Sent - 1)
                {
                    db.Add(delivery.Settle(new(HttpStatusCode.ServiceUnavailable, 240, "maintenance until noon"), at, at));
                    at = delivery.DueAt;
                }

                if (index < Sent - 1)
                {
                    db.Add(delivery.Settle(new(HttpStatusCode.NoContent, 60 + (17 * index), ""), at, at));
                }
            }

            return Task.CompletedTask;
        }, cancel);
    }
}
