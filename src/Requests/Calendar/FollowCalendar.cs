using GridDesk.Kernel.Data;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Promises;
using GridDesk.Kernel.Recurring;
using GridDesk.Requests.Tell;

namespace GridDesk.Requests.Calendar;

/// <summary>
/// When a calendar was published or loaded: every open promise is reckoned by it, some hundred in a save, until none is left; whoever was
/// told an earlier day than can be kept is to be told. Stopped anywhere, it goes on where it was.
/// </summary>
internal sealed class FollowCalendar(OfficeDb db, TellDesk tell, PackInForce pack) : IRecur
{
    private const int AtOnce = 500;

    // Another process may still accept by the calendar before for some seconds.
    private static readonly Duration Settling = Duration.FromMinutes(1);

    public async Task RunAsync(Instant now, CancellationToken cancel)
    {
        var edition = pack.Calendar.Edition;
        var published = await db.Set<PublishedCalendar>().AsNoTracking().SingleOrDefaultAsync(cancel);
        if (published?.ReckonedBy == edition)
        {
            return;
        }

        while (await FollowAsync(edition, now, cancel))
        {
            db.ChangeTracker.Clear();
        }

        var loaded = await db.Set<Edition>().MaxAsync(e => (Instant?)e.LoadedAt, cancel);
        if (now - (published?.PublishedAt ?? Instant.MinValue) > Settling && now - (loaded ?? Instant.MinValue) > Settling)
        {
            await db.CommitAsync(async () => (await PublishedCalendar.GetAsync(db, cancel)).ReckonedBy = edition, cancel);
        }
    }

    private Task<bool> FollowAsync(string edition, Instant now, CancellationToken cancel) => db.CommitAsync(async () =>
    {
        // Locked, so that nobody stops a clock between the reading and the writing.
        var sql = "SELECT * FROM promises WHERE closed_at IS NULL AND calendar <> {0} ORDER BY id LIMIT " + AtOnce + (db.IsPostgres ? " FOR UPDATE" : "");
        var behind = await db.Set<Promise>().FromSqlRaw(sql, edition).ToListAsync(cancel);
        foreach (var promise in behind)
        {
            if (promise.Follow(pack.Calendar, now) is { } day
                && await db.Requests.Where(r => r.PromiseId == promise.Id && r.Status != RequestStatus.Closed).Select(r => (Guid?)r.Id).SingleOrDefaultAsync(cancel) is { } request)
            {
                await tell.RaiseAsync(request, NoticeReason.DayMoved, day, cancel);
            }
        }

        return behind.Count > 0;
    }, cancel);
}
