using GridDesk.Kernel.Deliveries;
using GridDesk.Kernel.Files;
using Microsoft.Extensions.DependencyInjection;

namespace GridDesk.Kernel.Sweeps;

internal static class KernelSweeps
{
    /// <summary>Those that know no module.</summary>
    public static void AddKernelSweeps(this IServiceCollection services)
    {
        services.AddScoped<DeliveryRepair>();
        services.Sweep<MissingDeliveries>("missing-deliveries", new("補寫事件缺的派送", "Write deliveries that events lack"), "30 2/10 * * * *");
        services.Sweep<StrayDeliveries>("stray-deliveries", new("沒有人做的派送放回對的佇列", "Put deliveries that nobody would take where they belong"), "30 4/10 * * * *",
            new("列在上面「送不出去的」裡：這項工作已經沒有程式在做，或事件不見了。", "They stand above, among the deliveries in trouble: nothing carries them out any more, or their event is gone."));
        services.Sweep<StuckDeliveries>("stuck-deliveries", new("到期很久卻沒有人在做的佇列", "Queues in which what is due is not being done"), "30 6/10 * * * *",
            new("重新啟動程式；再發生就看程式的紀錄。", "Start the program again; if it comes back, look at its log."));
        services.Sweep<OrphanFiles>("orphan-files", new("清除沒有主人的檔案", "Remove files that belong to nobody"), "30 8 * * * *");
    }
}
