using GridDesk.Bills;
using GridDesk.Customers;
using GridDesk.Hall;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Time;
using GridDesk.Notices;
using GridDesk.Plan;
using GridDesk.Requests;
using GridDesk.Services;
using GridDesk.Staff;
using GridDesk.Ui;

namespace GridDesk.Web;

/// <summary>Puts the office together: the modules, lower ones first, and nothing else.</summary>
public static class OfficeProgram
{
    public static IReadOnlyList<Module> Modules { get; } =
        [new StaffModule(), new ServicesModule(), new CustomersModule(), new BillsModule(), new RequestsModule(), new HallModule(), new NoticesModule(), new PlanModule()];

    /// <param name="adjust">For tests: another server, another clock.</param>
    public static WebApplication Build(RunOptions options, Action<WebApplicationBuilder>? adjust = null)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ApplicationName = typeof(OfficeProgram).Assembly.GetName().Name, ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseKestrelHttpsConfiguration().UseUrls(options.Urls).UseStaticWebAssets();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = 12 * 1024 * 1024);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        // It warns that keys lie unencrypted where they are kept; they lie in the office's own database, beside what they protect.
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection.KeyManagement.XmlKeyManager", LogLevel.Error);

        var store = new Store(Path.Combine(options.Data, "office.db"), options.Postgres);
        IClock clock = options.Clock is { } start ? new ShiftedClock(start) : SystemClock.Instance;
        builder.Services.AddOffice(store, clock, [.. Modules]);
        builder.Services.AddUi().AddMvcOptions(mvc => mvc.Filters.Add<PageMethods>());
        builder.Services.AddSingleton(services => Surroundings.Of(services.GetRequiredService<PackInForce>(), options));
        builder.Services.AddTransient(services => Surroundings.Places(services.GetRequiredService<PackInForce>()));
        builder.Services.AddOpenApi("v1");
        adjust?.Invoke(builder);
        builder.AddTelemetry();

        var app = builder.Build();
        app.UseUi();
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseOutputCache();
        app.UseReadableInput();
        app.MapStaticAssets().AllowPublic();
        app.MapRazorPages();
        app.MapOpenApi().AllowPublic();
        app.MapGet("/healthz", async (OfficeDb db, PackInForce pack) =>
            await db.Database.CanConnectAsync() ? Results.Text($"ready, edition {pack.Pack.Hash[..12]}") : Results.StatusCode(503)).AllowPublic().ExcludeFromDescription();
        if (Environment.GetEnvironmentVariable("GRIDDESK_DIAGNOSTICS") == "1")
        {
            // For ./bench soak: what is left after a full collection, in MB.
            app.MapGet("/healthz/heap", () => $"{GC.GetTotalMemory(forceFullCollection: true) / 1048576.0:F1}").AllowPublic().ExcludeFromDescription();
        }

        foreach (var module in Modules)
        {
            module.MapEndpoints(app);
        }

        return app;
    }
}
