using System.Reflection;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Deliveries;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Files;
using GridDesk.Kernel.Indicators;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Recurring;
using GridDesk.Kernel.Seals;
using GridDesk.Kernel.Sweeps;
using GridDesk.Kernel.Web;
using Microsoft.AspNetCore.DataProtection;
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
        services.AddSingleton<RecurringWorker>();
        services.AddHostedService(s => s.GetRequiredService<RecurringWorker>());
        services.AddSingleton<JournalMemory>();
        services.AddSingleton<FigureMemory>();
        services.AddScoped(s => new IndicatorCatalogue(s.GetServices<Indicator>(), s.GetRequiredService<EventLog>(), s.GetRequiredService<JournalMemory>(), s.GetRequiredService<FigureMemory>(), s.GetRequiredService<EventKinds>(), s.GetRequiredService<PackInForce>()));
        services.AddSingleton(modules.ToList().AllFieldKinds);
        services.AddSingleton<PackInForce>();
        services.AddScoped<PackLoader>();
        services.AddHostedService<FollowEdition>();
        services.AddSingleton<ServerKeys>();
        services.AddScoped<FileStore>();
        services.Every<Sealer>("seal-events", new("封存事件", "Seal the events"), "*/10 * * * * *");
        services.Every<ForgetUploads>("forget-uploads", new("清除沒有用到的上傳檔", "Remove uploads that nobody claimed"), "0 17 * * * *");
        services.Every<ForgetTries>("forget-tries", new("清除查詢次數", "Forget how often somebody tried"), "0 27 * * * *");
        services.Every<ForgetAnswers>("forget-answers", new("清除重送時要用的舊回覆", "Forget old answers kept for a second sending"), "0 37 2 * * *");
        services.AddKernelSweeps();
        services.ConfigureHttpJsonOptions(options => Json.Configure(options.SerializerOptions));
        services.AddDataProtection().SetApplicationName("GridDesk").PersistKeysToDbContext<OfficeDb>();

        foreach (var module in modules)
        {
            module.AddServices(services);
        }

        return services;
    }
}
