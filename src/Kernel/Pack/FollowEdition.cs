using GridDesk.Kernel.Data;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace GridDesk.Kernel.Pack;

/// <summary>Follows the edition in force and the calendar published over it: another process may have loaded or published newer ones.</summary>
public sealed class FollowEdition(IServiceScopeFactory scopes, PackInForce inForce, IReadOnlyList<Module> modules, ILogger<FollowEdition> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stopping)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(5));
        try
        {
            while (await timer.WaitForNextTickAsync(stopping))
            {
                try
                {
                    await LookAsync(stopping);
                }
                catch (Exception problem) when (!stopping.IsCancellationRequested)
                {
                    log.LogError(problem, "The edition of the pack could not be looked up; the present one stays in force");
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The program is stopping.
        }
    }

    public async Task LookAsync(CancellationToken cancel = default)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<OfficeDb>();
        var hash = await db.Set<Edition>().OrderByDescending(e => e.LoadedAt).Select(e => e.Hash).FirstOrDefaultAsync(cancel);
        if (hash is not null && hash != inForce.Hash)
        {
            var edition = (await PackLoader.LatestAsync(db, cancel))!;
            inForce.Follow(LoadedPack.Load(edition.Folder(), modules.AllSections));
        }

        if (inForce.Hash is not null)
        {
            inForce.Follow(await PublishedCalendar.ChangesAsync(db, cancel));
        }
    }
}
