using GridDesk.Kernel.Indicators;
using GridDesk.Kernel.Recurring;
using GridDesk.Notices.Providers;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace GridDesk.Notices.Phone;

internal static class PhoneSetup
{
    public static void AddPhone(this IServiceCollection services)
    {
        services.AddScoped<PhoneDesk>();
        services.AddPhoneRush();
        services.AddScoped<PushDesk>();
        services.AddSingleton<Vapid>();
        services.AddHttpClient(WebPush.Client).ConfigurePrimaryHttpMessageHandler(PublicHosts.Handler);
        services.AddSingleton<IMessageProvider, WebPush>();
        PushNews.Follow(services);
        services.Offer(PhoneIndicators.All);
        services.Every<ForgetDevices>("forget-devices", new("忘記很久沒有用的手機", "Forget phones that nobody uses any more"), "0 33 3 * * *");
    }

    public static void MapPhone(this IEndpointRouteBuilder endpoints)
    {
        PhoneApi.Map(endpoints);
        MyParts.Map(endpoints);
    }
}
