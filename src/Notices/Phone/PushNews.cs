using GridDesk.Kernel.Data;
using GridDesk.Kernel.Deliveries;
using GridDesk.Kernel.Events;
using GridDesk.Requests;
using Microsoft.Extensions.DependencyInjection;

namespace GridDesk.Notices.Phone;

/// <summary>
/// When something happens to a request that the tracking page would show, every phone on which it is kept and that wants to know is
/// told. Each phone has a thread of its own, so that one whose push service is down makes no other wait.
/// </summary>
internal sealed class PushNews(OfficeDb db, MessageDesk desk, RequestDirectory requests) : IHandle<IEvent>
{
    private const string Template = "case-news";

    // Nearly everything that happens asks whether a phone wants to know; what the office itself does next must not stand behind that.
    private static readonly DeliveryQueue Queue = new("push-news", 1);

    public static void Follow(IServiceCollection services)
    {
        services.On<RequestAccepted, PushNews>(accepted => accepted.WasPreReceived, queue: Queue); // whoever files it complete has the number before any phone
        services.On<RequestStepReached, PushNews>(queue: Queue);
        services.On<RequestSupplementAsked, PushNews>(queue: Queue);
        services.On<RequestClockChanged, PushNews>(queue: Queue);
        services.On<RequestExtended, PushNews>(queue: Queue);
        services.On<RequestTold, PushNews>(told => told.Before != told.Day, queue: Queue);
        services.On<RequestClosed, PushNews>(queue: Queue);
        services.On<RequestReversed, PushNews>(queue: Queue);
    }

    public async Task HandleAsync(IEvent happened, Happening row, CancellationToken cancel)
    {
        var subscriptions = await (from kept in db.KeptCases where kept.Request == row.Subject join subscription in db.PushSubscriptions on kept.Device equals subscription.Device select subscription).AsNoTracking().ToListAsync(cancel);
        if (subscriptions.Count == 0 || desk.TemplateOf(Template) is not { } template || await requests.NewsOfAsync(row, cancel) is not { } news || await requests.FindAsync(row.Subject, cancel) is not { } facts)
        {
            return;
        }

        foreach (var subscription in subscriptions)
        {
            await desk.QueueAsync(template, new(subscription.Key, MessageChannel.Push, $"{subscription.Id:N}", subscription.Language, $"{row.Id:N}:{subscription.Id:N}"),
                new Dictionary<string, string>(StringComparer.Ordinal) { ["number"] = facts.Number, ["service"] = facts.Service.In(subscription.Language), ["news"] = news.In(subscription.Language) }, Actor.Office, cancel);
        }
    }
}
