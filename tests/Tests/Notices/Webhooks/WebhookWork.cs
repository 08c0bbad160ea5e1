using System.Text.Json.Nodes;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using GridDesk.Notices.Webhooks;
using GridDesk.Notices.Webhooks.Sign;
using GridDesk.Tests.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace GridDesk.Tests.Notices.Webhooks;

/// <summary>What tests of webhooks need: an office that may speak with its own network, receivers that know its key, the work itself.</summary>
internal static class WebhookWork
{
    private static readonly Actor Admin = Actor.Staff("admin");

    /// <param name="inside">As <c>GRIDDESK_WEBHOOKS_INSIDE</c>.</param>
    public static Task<TestOffice> OpenAsync(bool inside = true, double patience = 10) =>
        TestOffice.OpenAsync(services => services.Replace(ServiceDescriptor.Singleton(new WebhookSettings(inside) { Patience = TimeSpan.FromSeconds(patience) })));

    extension(TestOffice office)
    {
        public async Task<WebhookReceiver> RegisterAsync(HookReceiver receiver, params string[] kinds)
        {
            receiver.Keys = JsonNode.Parse(await office.Api().GetStringAsync(SigningKeys.Address))!;
            return await office.WithAsync<WebhookDesk, WebhookReceiver>(desk => desk.RegisterAsync("city platform", $"{receiver.Url}", kinds.Length > 0 ? kinds : ["request.accepted", "request.closed"], Admin));
        }

        /// <summary>Carries out the office's deliveries, and then what is due to receivers.</summary>
        public async Task SendAsync()
        {
            await office.DeliverAsync();
            await office.App.Services.GetRequiredService<WebhookWorker>().DeliverDueAsync();
        }

        public Task<List<WebhookDelivery>> DeliveriesAsync() => office.WithAsync<OfficeDb, List<WebhookDelivery>>(db => db.WebhookDeliveries.AsNoTracking().OrderBy(d => d.Id).ToListAsync());

        public Task<List<WebhookAttempt>> AttemptsAsync() => office.WithAsync<OfficeDb, List<WebhookAttempt>>(db => db.WebhookAttempts.AsNoTracking().OrderBy(a => a.Id).ToListAsync());

        public Task<WebhookReceiver> DoAsync(Func<WebhookDesk, WebhookDesk.Change, Task<WebhookReceiver>> act, Guid receiver) => office.WithAsync<WebhookDesk, WebhookReceiver>(desk => act(desk, new(receiver, null, Admin)));
    }
}
