using GridDesk.Kernel.Data;
using GridDesk.Kernel.Deliveries;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Sweeps;

namespace GridDesk.Notices.Mass;

/// <summary>Mass notices that run or choose although no delivery feeds them: thousands would wait for good. It is written again.</summary>
internal sealed class UnfedMassNotices(OfficeDb db, EventLog events, DeliveryRepair repair) : ISweep
{
    public async Task<Swept> RunAsync(Instant since, Instant now, CancellationToken cancel)
    {
        var (mended, before) = (0, now - Duration.FromMinutes(5));
        foreach (var notice in await db.MassNotices.AsNoTracking().Where(n => (n.State == MassState.Choosing || n.State == MassState.Running) && n.Since < before).ToListAsync(cancel))
        {
            var handler = notice.State is MassState.Choosing ? typeof(ChooseAddressees) : typeof(FeedMassNotice);
            var lane = DeliveryRepair.LaneOf(notice.Key, handler);
            if (!await db.Set<Delivery>().AnyAsync(d => d.Lane == lane && d.DoneAt == null, cancel))
            {
                var last = (await events.HistoryAsync(notice.Key, cancel)).Last(h => h.Event is MassNoticePlanned or MassNoticeStarted or MassNoticeResumed);
                mended += await db.CommitAsync(() => repair.QueueAsync(last.Id, handler, now, cancel), cancel) ? 1 : 0;
            }
        }

        return Swept.Of(mended);
    }
}
