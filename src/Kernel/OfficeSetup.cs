using System.Reflection;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Deliveries;
using GridDesk.Kernel.Events;
using Microsoft.Extensions.DependencyInjection;

namespace GridDesk.Kernel;

public static class OfficeSetup
{
    /// <summary>Everything that the modules stand on, and then the modules, lower ones first.</summary>
    public static IServiceCollection AddOffice(this IServiceCollection services, Store store, IClock clock, params Module[] modules)
    {
        services.AddSingleton(clock);
        services.AddSingleton<IReadOnlyList<Module>>(modules);
        services.AddOfficeDb(store);
        services.AddSingleton(new EventKinds([Assembly.GetExecutingAssembly(), .. modules.Select(m => m.GetType().Assembly)]));
        services.AddSingleton(new Subscriptions());
        services.AddScoped<EventLog>();
        services.AddSingleton<WorkSignal>();
        services.AddSingleton<DeliveryWorker>();
        services.AddHostedService(s => s.GetRequiredService<DeliveryWorker>());

        foreach (var module in modules)
        {
            module.AddServices(services);
        }

        return services;
    }
}
