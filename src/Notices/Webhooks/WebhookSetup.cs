using GridDesk.Kernel.Recurring;
using GridDesk.Kernel.Sweeps;
using GridDesk.Notices.Webhooks.Sign;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace GridDesk.Notices.Webhooks;

internal static class WebhookSetup
{
    /// <summary>Other programs hear of what happens (docs/webhooks.md); whether they may stand in the own network is said in the environment (docs/operating.md).</summary>
    public static void AddWebhooks(this IServiceCollection services)
    {
        var known = new KnownReceivers();
        services.AddSingleton(known);
        foreach (var kind in WebhookKinds.All)
        {
            kind.Subscribe(services, known);
        }

        services.AddSingleton(of => new WebhookSettings(of.GetRequiredService<IConfiguration>()["GRIDDESK_WEBHOOKS_INSIDE"] == "1"));
        services.AddSingleton<SigningKeys>();
        services.AddSingleton<WebhookPost>();
        services.AddSingleton<WebhookRound>();
        services.AddSingleton<WebhookWorker>();
        services.AddHostedService(of => of.GetRequiredService<WebhookWorker>());
        services.AddScoped<WebhookDesk>();
        services.Sweep<StuckWebhooks>("stuck-webhooks", new("卡住的介接通知", "Webhooks that would wait for good"), "30 3/10 * * * *",
            new("到期很久卻沒有人在送：重新啟動程式；再發生就看程式的紀錄。", "Due for long, and nobody is at it: start the program again; if it comes back, look at its log."));
        services.Every<ForgetWebhooks>("forget-webhooks", new("清除一個月前送給其他程式的紀錄", "Remove the log of webhooks of a month ago"), "0 47 2 * * *");
    }
}
