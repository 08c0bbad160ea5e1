using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Promises;
using GridDesk.Kernel.Time;

namespace GridDesk.Requests.Tell;

/// <summary>What customers have to be told, and that they were.</summary>
internal sealed class TellDesk(OfficeDb db, EventLog events, RequestDesk requests, RequestAccess access, IClock clock)
{
    /// <summary>What is still to be told, of the requests that the reader may see.</summary>
    public IQueryable<NoticeRow> ToTell => db.DueNotices.AsNoTracking().Where(n => n.ToldAt == null && n.LapsedAt == null)
        .Join(db.Requests.AsNoTracking().Where(access.Rule), n => n.Request, r => r.Id, (n, r) => new NoticeRow { Notice = n, Request = r });

    /// <summary>A day that moved before anything else, and what waits longest first.</summary>
    public static IQueryable<NoticeRow> InOrder(IQueryable<NoticeRow> rows) => rows.OrderByDescending(n => n.Notice.Day != null).ThenBy(n => n.Notice.RaisedAt).ThenBy(n => n.Notice.Id);

    /// <summary>Raises a notice, or moves the day of one that nobody has told yet; saved with the rest of the command.</summary>
    public async Task RaiseAsync(Guid request, NoticeReason reason, LocalDate? day, CancellationToken cancel = default)
    {
        var now = clock.Now();
        var waiting = await db.DueNotices.SingleOrDefaultAsync(n => n.Request == request && n.Reason == reason && n.ToldAt == null && n.LapsedAt == null, cancel);
        if (waiting is null)
        {
            var notice = DueNotice.Of(request, reason, day, now);
            db.Add(notice);
            events.Record(notice, notice.Raised(), Actor.Office);
        }
        else if (day is { } later && waiting.Day != day)
        {
            events.Record(waiting, waiting.MoveTo(later), Actor.Office);
        }
    }

    /// <summary>The customer was told; a new day is the one that they were told from now on.</summary>
    /// <exception cref="Refusal"><c>not-found</c>, <c>forbidden</c>, and those of <see cref="DueNotice.Tell"/>.</exception>
    public Task ToldAsync(Guid id, EnquiryChannel channel, Actor by, CancellationToken cancel = default) => db.CommitAsync(async () =>
    {
        var notice = await db.DueNotices.SingleOrDefaultAsync(n => n.Id == id, cancel)
            ?? throw new Refusal("not-found", "沒有這一則通知。", "There is no such notice.");
        var request = await requests.GetAsync(notice.Request, cancel);
        access.Require(request);
        events.Record(notice, notice.Tell(channel, clock.Now()), by);
        if (notice.Day is { } day && request.Status != RequestStatus.Closed)
        {
            await requests.TellAsync(new(request.Id, null, by), day, cancel);
        }
    }, cancel);

    /// <summary>Drops what is no longer to be told: closed, or a day as late was told otherwise.</summary>
    public Task LapseAsync(CancellationToken cancel = default) => db.CommitAsync(async () =>
    {
        var gone = await db.DueNotices.Where(n => n.ToldAt == null && n.LapsedAt == null)
            .Join(db.Requests, n => n.Request, r => r.Id, (n, r) => new { Notice = n, r.Status, r.PromiseId })
            .Where(row => row.Status == RequestStatus.Closed || db.Set<Promise>().Any(p => p.Id == row.PromiseId && row.Notice.Day != null && p.Told >= row.Notice.Day))
            .Select(row => row.Notice).Take(500).ToListAsync(cancel);
        foreach (var notice in gone)
        {
            events.Record(notice, notice.Lapse(clock.Now()), Actor.Office);
        }
    }, cancel);
}

/// <summary>A notice with the request that it is about.</summary>
internal sealed class NoticeRow
{
    public required DueNotice Notice { get; init; }
    public required ServiceRequest Request { get; init; }
}
