using System.Security.Cryptography;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Time;
using GridDesk.Plan;
using GridDesk.Staff;
using GridDesk.Staff.Links;

namespace GridDesk.Web;

/// <summary>What happens before the door opens: the database, the pack, the first people.</summary>
internal static class OfficeStart
{
    /// <summary>Opens the office and fills it when it is new; gives the lines to print once it serves.</summary>
    public static async Task<IReadOnlyList<string>> PrepareAsync(IServiceProvider services, RunOptions options)
    {
        await OpenAsync(services, options);
        var url = options.Urls.Split(';')[0];
        List<string> news =
        [
            $"GridDesk serves {url}",
            $"  customers   {url}/          {url}/en/",
            $"  staff       {url}/desk",
            $"  the plan    {url}/plan",
        ];
        await using var scope = services.CreateAsyncScope();
        if (options.Demo)
        {
            news.AddRange(await FillAsync(scope.ServiceProvider, options));
        }
        else if (await scope.ServiceProvider.GetRequiredService<FirstAdministrator>().IssueAsync() is { } token)
        {
            news.Add($"Nobody works here yet. The first administrator registers at {url}/first-administrator?token={token} (once, within 24 hours).");
        }

        return news;
    }

    /// <summary>The database at this version, the pack checked, loaded and in force.</summary>
    public static async Task OpenAsync(IServiceProvider services, RunOptions options)
    {
        if (options.Postgres is null)
        {
            Directory.CreateDirectory(options.Data);
        }

        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<OfficeDb>().PrepareAsync();
        var pack = await scope.ServiceProvider.GetRequiredService<PackLoader>().LoadAsync(options.Pack, services.GetRequiredService<IClock>().Now());
        var inForce = services.GetRequiredService<PackInForce>();
        inForce.Follow(pack);
        inForce.Follow(await PublishedCalendar.ChangesAsync(scope.ServiceProvider.GetRequiredService<OfficeDb>()));
        foreach (var module in OfficeProgram.Modules)
        {
            await module.OnPackAsync(scope.ServiceProvider, pack, default);
        }
    }

    private static async Task<IReadOnlyList<string>> FillAsync(IServiceProvider services, RunOptions options)
    {
        if ((await services.GetRequiredService<StaffDirectory>().InRoleAsync(Role.Admin)).Count > 0)
        {
            return ["This office is filled already; the demo accounts keep their password."];
        }

        var password = options.DemoPassword ?? $"{RandomNumberGenerator.GetInt32(1000, 9999)}-office-{RandomNumberGenerator.GetInt32(1000, 9999)}";
        var today = services.GetRequiredService<PackInForce>().Calendar.Today(services.GetRequiredService<IClock>().Now());
        var demo = new Demo(password, Customers: 2000, From: today.PlusMonths(-3));
        foreach (var module in OfficeProgram.Modules)
        {
            await using var scope = services.CreateAsyncScope();
            await module.AddDemoAsync(scope.ServiceProvider, demo, default);
        }

        return
        [
            "Accounts: admin head supervisor clerk handler callcentre greeter volunteer inspector editor auditor",
            $"Password: {password}",
        ];
    }
}
