using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Pack;

namespace GridDesk.Plan;

/// <summary>
/// Takes the pack's plans over into the database, once for each year: from then on a plan is the office's, and its wording changes
/// by amendment only. Which statistics prove a row is no wording and follows the pack.
/// </summary>
public sealed class PlanSeed(OfficeDb db, EventLog events, PackInForce pack)
{
    /// <summary>Call it when the pack was loaded and before anybody is served. Does nothing when all is stored.</summary>
    public async Task RunAsync(Instant now, CancellationToken cancel = default)
    {
        try
        {
            await db.CommitAsync(() => TakeOverAsync(now, cancel), cancel);
        }
        catch (DbUpdateException)
        {
            // Another process, starting at the same moment, may have stored the same plans; if so there is nothing left to do.
            db.ChangeTracker.Clear();
            await db.CommitAsync(() => TakeOverAsync(now, cancel), cancel);
        }
    }

    private async Task TakeOverAsync(Instant now, CancellationToken cancel)
    {
        var stored = await db.Plans.OrderBy(p => p.RocYear).ToListAsync(cancel);
        foreach (var definition in pack.Pack.All<PlanDefinition>())
        {
            if (stored.FirstOrDefault(p => p.RocYear == definition.Year) is { } plan)
            {
                Rebind(plan, definition, stored);
            }
            else
            {
                var (adopted, happened) = ServicePlan.Adopt(definition, now);
                db.Add(adopted);
                events.Record(adopted, happened, Actor.Office);
            }
        }
    }

    private void Rebind(ServicePlan plan, PlanDefinition to, List<ServicePlan> stored)
    {
        var from = plan.Definition;
        foreach (var copy in stored.Where(p => p == plan || ComesFrom(p, plan, stored)))
        {
            if (copy.Rebind(from, to) is { } rebound)
            {
                events.Record(copy, rebound, Actor.Office);
            }
        }
    }

    private static bool ComesFrom(ServicePlan copy, ServicePlan origin, List<ServicePlan> stored) =>
        copy.CopiedFrom is { } year && (year == origin.RocYear || (stored.Find(p => p.RocYear == year) is { } between && ComesFrom(between, origin, stored)));
}
