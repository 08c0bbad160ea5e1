using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Promises;
using GridDesk.Kernel.Time;

namespace GridDesk.Requests.Tell;

/// <summary>What customers have to be told, and that they were.</summary>
internal sealed class TellDesk(OfficeDb db, EventLog events, RequestDesk requests, RequestAccess access, IClock clock)
{
    private const int AtOnce = 500;

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

    /// <summary>When something that the customer can see happened last, or they asked and were told how far it has come.</summary>
    public async Task<IReadOnlyDictionary<Guid, Instant>> LastNewsAsync(IReadOnlyCollection<Guid> requests, CancellationToken cancel = default)
    {
        var seen = await events.LastAsync([.. requests.Select(ServiceRequest.KeyOf)], Silence.News, cancel);
        var asked = await db.Set<Enquiry>().Where(e => requests.Contains(e.Request)).GroupBy(e => e.Request).Select(e => new { e.Key, At = e.Max(x => x.At) }).ToDictionaryAsync(e => e.Key, e => e.At, cancel);
        return requests.Distinct().Select(id => (id, at: Instant.Max(seen.GetValueOrDefault(ServiceRequest.KeyOf(id), Instant.MinValue), asked.GetValueOrDefault(id, Instant.MinValue))))
            .Where(one => one.at > Instant.MinValue).ToDictionary(one => one.id, one => one.at);
    }

    /// <summary>Drops what is no longer to be told: closed, a day as late was told otherwise, or the silence was broken.</summary>
    public async Task LapseAsync(CancellationToken cancel = default)
    {
        var waiting = db.DueNotices.Where(n => n.ToldAt == null && n.LapsedAt == null);
        var gone = await waiting.Join(db.Requests, n => n.Request, r => r.Id, (n, r) => new { Notice = n, r.Status, r.PromiseId })
            .Where(row => row.Status == RequestStatus.Closed || db.Set<Promise>().Any(p => p.Id == row.PromiseId && row.Notice.Day != null && p.Told >= row.Notice.Day))
            .OrderBy(row => row.Notice.Id).Select(row => row.Notice.Id).Take(AtOnce).ToListAsync(cancel);
        for (Guid? after = null; ;)
        {
            var silent = await waiting.AsNoTracking().Where(n => n.Reason == NoticeReason.LongSilence && (after == null || n.Id > after)).OrderBy(n => n.Id).Take(AtOnce).ToListAsync(cancel);
            if (silent.Count == 0)
            {
                break;
            }

            after = silent[^1].Id;
            var news = await LastNewsAsync([.. silent.Select(n => n.Request)], cancel);
            gone.AddRange(silent.Where(n => news.TryGetValue(n.Request, out var at) && at > n.RaisedAt).Select(n => n.Id));
        }

        foreach (var some in gone.Distinct().Chunk(AtOnce))
        {
            await db.CommitAsync(async () =>
            {
                foreach (var notice in await waiting.Where(n => some.Contains(n.Id)).ToListAsync(cancel))
                {
                    events.Record(notice, notice.Lapse(clock.Now()), Actor.Office);
                }
            }, cancel);
        }
    }
}

/// <summary>A notice with the request that it is about.</summary>
internal sealed class NoticeRow
{
    public required DueNotice Notice { get; init; }
    public required ServiceRequest Request { get; init; }
}
