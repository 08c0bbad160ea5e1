using Cronos;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Time;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace GridDesk.Kernel.Recurring;

/// <summary>Runs each piece of recurring work when it is due, in one process at a time. A missed time is made up for once.</summary>
public sealed class RecurringWorker(IServiceScopeFactory scopes, IEnumerable<RecurringWork> works, PackInForce pack, IClock clock, ILogger<RecurringWorker> log) : BackgroundService
{
    private static readonly Duration Lease = Duration.FromMinutes(10);

    protected override async Task ExecuteAsync(CancellationToken stopping)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1));
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await timer.WaitForNextTickAsync(stopping);
                await RunDueAsync(stopping);
            }
            catch (Exception problem) when (!stopping.IsCancellationRequested)
            {
                log.LogError(problem, "The recurring worker could not reach its work; it tries again");
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    /// <summary>Runs everything that is due now.</summary>
    public async Task RunDueAsync(CancellationToken cancel = default)
    {
        var waiting = await WaitingAsync(clock.Now(), cancel);
        foreach (var work in works.Where(work => !waiting.Contains(work.Name)))
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<OfficeDb>();
            if (await ClaimAsync(db, work, clock.Now(), cancel) is { } claimed)
            {
                await RunAsync(work, claimed, cancel);
            }
        }
    }

    // Nearly always all of them: one look a second instead of a write for each.
    private async Task<IReadOnlyCollection<string>> WaitingAsync(Instant now, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<OfficeDb>();
        return await db.Set<Recurrence>().Where(r => r.NextAt > now || r.LeaseUntil >= now).Select(r => r.Name).ToListAsync(cancel);
    }

    private TimeZoneInfo Zone => pack.Hash is null ? TimeZoneInfo.Utc : TimeZoneInfo.FindSystemTimeZoneById(pack.Office.TimeZone.Id);

    private async Task RunAsync(RecurringWork work, Recurrence claimed, CancellationToken cancel)
    {
        string? error = null;
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await ((IRecur)scope.ServiceProvider.GetRequiredService(work.Handler)).RunAsync(clock.Now(), cancel);
        }
        catch (Exception problem) when (!cancel.IsCancellationRequested)
        {
            log.LogError(problem, "{Work} failed; it runs again at its next time", work.Name);
            error = problem.Message.Length > 2000 ? problem.Message[..2000] : problem.Message;
        }

        await using var done = scopes.CreateAsyncScope();
        var db = done.ServiceProvider.GetRequiredService<OfficeDb>();
        var now = clock.Now();
        var next = Instant.FromDateTimeUtc(CronExpression.Parse(work.Cron, CronFormat.IncludeSeconds).GetNextOccurrence(now.ToDateTimeUtc(), Zone)!.Value);
        await db.CommitAsync(() => db.Set<Recurrence>().Where(r => r.Name == work.Name && r.Fence == claimed.Fence).ExecuteUpdateAsync(set => set
            .SetProperty(r => r.LastAt, now)
            .SetProperty(r => r.NextAt, next)
            .SetProperty(r => r.LastError, error)
            .SetProperty(r => r.LeaseUntil, (Instant?)null), cancel), cancel);
    }

    private static Task<Recurrence?> ClaimAsync(OfficeDb db, RecurringWork work, Instant now, CancellationToken cancel)
    {
        var at = now.ToDateTimeUtc();
        var lease = (now + Lease).ToDateTimeUtc();
        return db.CommitAsync(async () =>
        {
            await db.Database.ExecuteSqlAsync($"INSERT INTO recurring (name, next_at, fence) VALUES ({work.Name}, {at}, 0) ON CONFLICT (name) DO NOTHING", cancel);
            var claimed = await db.Set<Recurrence>().FromSql($"""
                UPDATE recurring SET lease_until = {lease}, fence = fence + 1
                WHERE name = {work.Name} AND next_at <= {at} AND (lease_until IS NULL OR lease_until < {at}) RETURNING *
                """).AsNoTracking().ToListAsync(cancel);
            return claimed.SingleOrDefault();
        }, cancel);
    }
}
