using GridDesk.Kernel.Data;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Promises;
using GridDesk.Kernel.Recurring;
using GridDesk.Requests.Chasing;
using GridDesk.Requests.Usual;

namespace GridDesk.Requests.Tell;

/// <summary>
/// On a working morning: whoever has heard nothing of a request for longer than usual is to be told before they ask. A request that waits
/// for its customer is left alone; they know.
/// </summary>
internal sealed class BreakSilence(OfficeDb db, TellDesk desk, PackInForce pack) : IRecur
{
    private const int AtOnce = 500;

    public async Task RunAsync(Instant now, CancellationToken cancel)
    {
        await desk.LapseAsync(cancel);
        if (!ChaseLadder.IsOpen(pack.Calendar, now))
        {
            return;
        }

        var usual = await db.KnownTimes.AsNoTracking().ToDictionaryAsync(k => k.Service, k => k.Silence, cancel);
        for (Guid? after = null; ;)
        {
            var open = await db.Requests.AsNoTracking().Where(r => r.Status == RequestStatus.InProgress && (after == null || r.Id > after))
                .Where(r => db.Set<Promise>().Any(p => p.Id == r.PromiseId && p.ClosedAt == null && !p.Stopped))
                .OrderBy(r => r.Id).Select(r => new { r.Id, r.Service, r.AcceptedAt }).Take(AtOnce).ToListAsync(cancel);
            if (open.Count == 0)
            {
                return;
            }

            after = open[^1].Id;
            var ids = open.Select(r => r.Id).ToList();
            var news = await desk.LastNewsAsync(ids, cancel);
            var notices = await db.DueNotices.AsNoTracking().Where(n => ids.Contains(n.Request))
                .GroupBy(n => n.Request).Select(n => new { n.Key, At = n.Max(x => x.RaisedAt) }).ToDictionaryAsync(n => n.Key, n => n.At, cancel);
            var silent = open.Where(r => Silence.IsLong(
                usual.GetValueOrDefault(r.Service, pack.Office.TellAfter),
                news.GetValueOrDefault(r.Id, r.AcceptedAt!.Value),
                notices.TryGetValue(r.Id, out var last) ? last : null, pack.Calendar, now)).ToList();
            if (silent.Count > 0)
            {
                await db.CommitAsync(async () =>
                {
                    foreach (var request in silent)
                    {
                        await desk.RaiseAsync(request.Id, NoticeReason.LongSilence, null, cancel);
                    }
                }, cancel);
                db.ChangeTracker.Clear();
            }
        }
    }
}
