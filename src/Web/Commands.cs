using GridDesk.Kernel.Data;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Seals;
using GridDesk.Kernel.Time;
using GridDesk.Plan;

namespace GridDesk.Web;

/// <summary>What <c>./run</c> does, a verb at a time.</summary>
internal static class Commands
{
    public static async Task<int> RunAsync(RunOptions options)
    {
        switch (options.Verb)
        {
            case "help":
                Console.WriteLine(RunOptions.Usage);
                return 0;
            case "check-pack":
                var pack = PackLoader.Check(options.Argument!, OfficeProgram.Modules);
                Console.WriteLine($"{options.Argument}: {pack.Files.Count} files, no mistakes. Edition {pack.Hash[..12]}.");
                return 0;
            case "load-pack":
                return await WithOfficeAsync(options, (_, _) => Task.FromResult(0));
            case "verify":
                return await WithOfficeAsync(options, async (services, _) => Report(await Verification.RunAsync(services.GetRequiredService<OfficeDb>())));
            case "import-plan":
                return await WithOfficeAsync(options, async (services, clock) =>
                {
                    var imported = await services.GetRequiredService<PlanImport>().RunAsync(options.Argument!, clock.Now());
                    Console.WriteLine($"Plan {imported.RocYear}: the official text of {imported.Rows} measures was imported.");
                    return 0;
                });
            default:
                return await ServeAsync(options);
        }
    }

    private static async Task<int> ServeAsync(RunOptions options)
    {
        await using var app = OfficeProgram.Build(options);
        var news = await OfficeStart.PrepareAsync(app.Services, options);
        try
        {
            await app.StartAsync();
        }
        catch (IOException closed) when (closed.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            throw new RunRefused($"Another program serves {options.Urls} already. Stop it, or choose another address with --urls.");
        }

        foreach (var line in news)
        {
            Console.WriteLine(line);
        }

        await app.WaitForShutdownAsync();
        return 0;
    }

    private static async Task<int> WithOfficeAsync(RunOptions options, Func<IServiceProvider, IClock, Task<int>> work)
    {
        await using var app = OfficeProgram.Build(options);
        await OfficeStart.OpenAsync(app.Services, options);
        await using var scope = app.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider, scope.ServiceProvider.GetRequiredService<IClock>());
    }

    private static int Report(Findings findings)
    {
        foreach (var fault in findings.Faults)
        {
            Console.WriteLine($"{fault.Zh} / {fault.En}");
        }

        Console.WriteLine($"{findings.Events} events, {findings.Seals} seals, {findings.Unsealed} events not yet sealed, {findings.Faults.Count} faults.");
        return findings.Faults.Count == 0 ? 0 : 1;
    }
}
