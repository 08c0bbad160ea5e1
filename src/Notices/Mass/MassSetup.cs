using GridDesk.Kernel.Deliveries;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Sweeps;
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
        services.Sweep<UnfedMassNotices>("unfed-mass-notices", new("接著送沒有人在送的大量通知", "Go on with mass notices that nobody is sending"), "30 5/10 * * * *");
    }
}
