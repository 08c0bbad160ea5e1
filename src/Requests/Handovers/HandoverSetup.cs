using GridDesk.Kernel.Deliveries;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Indicators;
using GridDesk.Requests.Figures;
using GridDesk.Staff.Access;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace GridDesk.Requests.Handovers;

internal static class HandoverSetup
{
    /// <summary>Taking cases over from the call centre; where it listens stands in the environment (docs/operating.md).</summary>
    public static void AddHandovers(this IServiceCollection services)
    {
        DeliveryQueue callCentre = new("call-centre", 2);
        services.AddScoped<HandoverDesk>();
        services.AddScoped<HandoverAccess>();
        services.AddScoped<IEvidenceSight, HandoverSight>();
        services.AddSingleton(new LookedAt("handover", new("後送案件的用戶", "Customer of a hand-over")));
        services.CallOut<HandoverAccepted, TellCallCentre>(callCentre);
        services.CallOut<HandoverReturned, TellCallCentre>(callCentre);
        services.CallOut<HandoverAnswered, TellCallCentre>(callCentre);

        services.AddSingleton(of => Settings(of.GetRequiredService<IConfiguration>()));
        services.AddHttpClient<CallCentreByHttp>((of, http) => http.Timeout = of.GetRequiredService<CallCentreSettings>().Patience);
        services.AddScoped<ICallCentre>(of => of.GetRequiredService<CallCentreSettings>().Url is null ? new CallCentreAtHome() : of.GetRequiredService<CallCentreByHttp>());
    }

    private static CallCentreSettings Settings(IConfiguration settings) => new(
        settings["GRIDDESK_CALL_CENTRE_URL"] is { Length: > 0 } url ? new Uri(url, UriKind.Absolute) : null,
        settings["GRIDDESK_CALL_CENTRE_TOKEN"] is { Length: > 0 } token ? token : null);
}
