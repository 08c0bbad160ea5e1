using GridDesk.Kernel.Deliveries;
using GridDesk.Kernel.Events;
using GridDesk.Notices.Send;
using Microsoft.Extensions.DependencyInjection;

namespace GridDesk.Notices.Mass;

internal static class MassSetup
{
    // One step after another; each is short, and a provider that is slow holds up none.
    public static readonly DeliveryQueue Queue = new("mass", 1);

    public static void AddMassNotices(this IServiceCollection services)
    {
        services.AddScoped<MassDesk>();
        services.AddScoped<IBeforeSending, WhileItRuns>();
        services.CallOut<MassNoticePlanned, ChooseAddressees>(Queue);
        services.CallOut<MassNoticeStarted, FeedMassNotice>(Queue);
        services.CallOut<MassNoticeResumed, FeedMassNotice>(Queue);
    }
}
