using GridDesk.Customers.Contacts;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Deliveries;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Forms;
using GridDesk.Kernel.Indicators;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Recurring;
using GridDesk.Kernel.Sweeps;
using GridDesk.Notices.Api;
using GridDesk.Notices.Bookings;
using GridDesk.Notices.Care;
using GridDesk.Notices.Figures;
using GridDesk.Notices.Letters;
using GridDesk.Notices.Mass;
using GridDesk.Notices.Phone;
using GridDesk.Notices.Providers;
using GridDesk.Notices.Receipts;
using GridDesk.Notices.Reminders;
using GridDesk.Notices.Routing;
using GridDesk.Notices.Send;
using GridDesk.Notices.Show;
using GridDesk.Notices.Templates;
using GridDesk.Notices.Webhooks;
using GridDesk.Notices.Webhooks.Sign;
using GridDesk.Requests;
using GridDesk.Requests.Handle;
using GridDesk.Staff.Access;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace GridDesk.Notices;

/// <summary>What leaves the building: messages to customers, and whether they arrived.</summary>
public sealed class NoticesModule : Module
{
    // Each writes about its own case alone, so several at once are as right as one after another; a morning brings many.
    private static readonly DeliveryQueue Acceptances = new("acceptances", 4);

    // Eight connections keep a provider busy without seeming an attack.
    internal static DeliveryQueue QueueOf(MessageChannel channel) => new(channel.ToString().ToLowerInvariant(), 8);

    public override IReadOnlyList<PackSection> Pack(FieldKinds kinds) => [PackSection.Each<MessageTemplate>("notices/*.yaml"), PackSection.Each<ReminderSettings>("reminders.yaml"), CareList.Section];

    public override void AddServices(IServiceCollection services)
    {
        services.AddScoped<MessageDesk>();
        services.AddScoped<RequestFields>();
        services.AddScoped<LetterDesk>();
        services.AddScoped<TemplateList>();
        services.AddScoped<TemplateSamples>();
        services.AddScoped<NoticeReading>();
        services.AddScoped<ReceiptDesk>();
        services.AddScoped<ICasePanel, CaseMessages>();
        services.AddReminders();
        services.AddBookingNotices();
        services.AddMassNotices();
        services.AddProviders();
        services.AddCare();
        services.AddSingleton(new LookedAt("message", new("收訊息的人", "Receiver of a message")));
        services.AddWebhooks();
        services.AddPhone();
        services.Offer(AcceptanceIndicators.All);
        services.Every<GiveUpMessages>("give-up-messages", new("把一直送不出去的訊息交給人處理", "Leave messages that could not be sent to a person"), "0 25 * * * *");
        services.Sweep<MissingSending>("missing-sending", new("補送沒有人在送的訊息", "Send messages that nobody is about to send"), "30 9 * * * *",
            new("這些訊息的來歷不見了：照案件上的聯絡方式另外通知。", "What caused these messages is gone: tell their customers otherwise."));
        services.Sweep<UnappliedReceipts>("unapplied-receipts", new("補收和送出同時到的回條", "Take receipts that came while their message was being handed over"), "30 1/10 * * * *");
        services.Sweep<SilentProviders>("silent-providers", new("送出三天還沒有回條的訊息", "Messages without a receipt for three days"), "30 19 * * * *",
            new("問業者這些訊息到了沒有。", "Ask the provider whether these messages arrived."));
        services.AddSingleton(of => new PublicAddress((of.GetRequiredService<IConfiguration>()["GRIDDESK_PUBLIC_URL"] ?? of.GetRequiredService<IConfiguration>()["urls"]?.Split(';')[0] ?? "http://localhost").TrimEnd('/')));
        services.AddScoped<IBeforeSending, StillWanted>();
        services.AddScoped<StopLinks>();
        services.AddSingleton<Pace>();
        services.AddScoped<RouteDesk>();
        services.AddScoped<SpeedOfProviders>();
        services.AddScoped<ProviderWatch>();
        services.AddScoped<HandOver>();
        services.Every<AdjustRoutes>("adjust-routes", new("調整訊息業者的分配", "Adjust how messages are divided between providers"), "0 * * * * *");
        foreach (var channel in MessageChannel.Carried)
        {
            services.CallOut<MessageQueued, SendMessage>(QueueOf(channel), queued => queued.Channel == channel, queued => ContactPurpose.Of(queued.Purpose).IsRoutine);
        }

        services.On<MessageFailed, TellOtherwise>(failed => failed.Channel is not MessageChannel.Push); // the tracking page says it anyway
        services.On<MessageStopped, TellOtherwise>(stopped => stopped.Purpose == ContactPurpose.CaseNews);
        services.On<ContactCodeAsked, SendContactCode>();
        services.On<RequestAccepted, TellAcceptance>(accepted => accepted.HasEmail, queue: Acceptances);
    }

    public override void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        NoticesApi.Map(endpoints);
        ReceiptsApi.Map(endpoints);
        CallExport.Map(endpoints);
        CareExport.Map(endpoints);
        SigningKeys.Map(endpoints);
        MassExport.Map(endpoints);
        endpoints.MapPhone();
    }

    /// <summary>Before anything happens it is known who wants to hear of it.</summary>
    public override Task OnPackAsync(IServiceProvider services, LoadedPack pack, CancellationToken cancel) => services.GetRequiredService<KnownReceivers>().FollowAsync(services.GetRequiredService<OfficeDb>(), cancel);

    public override async Task AddDemoAsync(IServiceProvider services, Demo demo, CancellationToken cancel)
    {
        await DemoCare.AddAsync(services, demo, cancel);
        await DemoReminders.AddAsync(services, cancel);
        await DemoWebhooks.AddAsync(services, demo, cancel);
        await DemoMassNotices.AddAsync(services, cancel);
        await DemoRoutes.AddAsync(services, cancel);
    }
}
