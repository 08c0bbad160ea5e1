using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Promises;
using GridDesk.Kernel.Time;
using GridDesk.Requests.Tell;
using GridDesk.Requests.Track;

namespace GridDesk.Requests;

/// <summary>What other modules may ask about requests in the name of the office: they tell customers, not the staff.</summary>
public sealed class RequestDirectory
{
    private readonly OfficeDb _db;
    private readonly RequestDesk _desk;
    private readonly TellDesk _tell;
    private readonly PackInForce _pack;
    private readonly IClock _clock;

    internal RequestDirectory(OfficeDb db, RequestDesk desk, TellDesk tell, PackInForce pack, IClock clock) => (_db, _desk, _tell, _pack, _clock) = (db, desk, tell, pack, clock);

    /// <summary>What its customer may be told; null when there is no such request.</summary>
    /// <param name="key">As events name it: <c>request:0197…</c>.</param>
    public async Task<RequestFacts?> FindAsync(string key, CancellationToken cancel = default)
    {
        if (IdOf(key) is not { } id || await _desk.FindAsync(id, cancel) is not { } request)
        {
            return null;
        }

        var promise = await _desk.PromiseOfAsync(request, cancel);
        var progress = Progress.Of(request, _desk.ServiceOf(request), promise, _pack, _clock.Now());
        return new(request.Name, await _desk.CodeOfAsync(request, cancel), request.Particulars.Name, request.Particulars.Phone, request.Particulars.Email, request.Particulars.ElectricityNumber,
            progress.Service.Name, progress.Department?.Name ?? _pack.Office.Name, progress.Phone, promise?.Told, progress.Sentence, request.Status == RequestStatus.Closed, request.Particulars.Address,
            await _db.DueNotices.Where(n => n.Request == id && n.ToldAt == null && n.LapsedAt == null && n.Day != null).MaxAsync(n => n.Day, cancel))
        {
            Stands = InShort.Of(progress, _pack.Calendar, _clock.Now()),
            Status = request.Status,
            Language = request.Language,
            WaitsForCustomer = request.Missing.Count > 0 && request.Status != RequestStatus.Closed,
        };
    }

    /// <summary>Key of the request that a number and the code on its slip open; guesses are counted as on the tracking page.</summary>
    /// <param name="address">Where whoever asks is connected from.</param>
    /// <exception cref="Refusal">Code <c>not-found</c>, or <c>too-many-tries</c>.</exception>
    public async Task<string> LookUpAsync(string? number, string? code, string address, CancellationToken cancel = default) => (await _desk.LookUpAsync(number, code, address, cancel)).Key;

    /// <summary>The same by the last three digits of its customer's telephone: it tells where the request stands, and no more.</summary>
    /// <exception cref="Refusal">Code <c>not-found</c>, or <c>too-many-tries</c>.</exception>
    public async Task<string> LookUpByPhoneAsync(string? number, string? lastThree, string address, CancellationToken cancel = default) => (await _desk.LookUpByPhoneAsync(number, lastThree, address, cancel)).Key;

    /// <summary>What happened to a request, as its customer reads it; null when it is no news to them.</summary>
    public async Task<Phrase?> NewsOfAsync(Happening row, CancellationToken cancel = default) => IdOf(row.Subject) is { } id
        ? PublicHistory.Of([row], _desk.ServiceOf(await _desk.GetAsync(id, cancel))) is [var said] ? said.What : null
        : null;

    /// <summary>The customer was told that day by a message; nothing changes when it is the day told already, or the request is closed.</summary>
    public async Task TellAsync(string key, LocalDate day, CancellationToken cancel = default)
    {
        // Whoever hears of a day that is over by then, from a mailbox that was full for a week, is promised nothing by it.
        // Nearly every message says what was told already; that is seen without reading the whole request.
        if (day < _pack.Calendar.Today(_clock.Now()) || await _db.Set<Promise>().Where(p => p.Subject == key).OrderByDescending(p => p.Id).Select(p => p.Told).FirstOrDefaultAsync(cancel) == day)
        {
            return;
        }

        if (IdOf(key) is { } id && await _desk.GetAsync(id, cancel) is { Status: not RequestStatus.Closed } request && await _desk.PromiseOfAsync(request, cancel) is { } promise && promise.Told != day)
        {
            await _desk.TellAsync(new(id, null, Actor.Office), day, cancel);
        }
    }

    /// <summary>What the customer was still to be told stands in a letter that somebody prints: a new day is told by that, and nobody need ring them up.</summary>
    public async Task ToldByLetterAsync(string key, Actor by, CancellationToken cancel = default)
    {
        var id = IdOf(key);
        foreach (var notice in await _db.DueNotices.Where(n => n.Request == id && n.ToldAt == null && n.LapsedAt == null).Select(n => n.Id).ToListAsync(cancel))
        {
            await _tell.ToldAsync(notice, EnquiryChannel.Post, by, cancel);
        }
    }

    /// <summary>A message to the customer cannot arrive, or they want none: whoever handles the request tells them otherwise. Nothing when it is closed.</summary>
    public async Task CouldNotReachAsync(string key, NoticeReason why, CancellationToken cancel = default)
    {
        if (IdOf(key) is { } id && await _db.Requests.AnyAsync(r => r.Id == id && r.Status != RequestStatus.Closed, cancel))
        {
            await _tell.RaiseAsync(id, why, null, cancel);
        }
    }

    private static Guid? IdOf(string key) => key.StartsWith("request:", StringComparison.Ordinal) && Guid.TryParse(key[8..], out var id) ? id : null;
}

/// <param name="Number">Of the case, or of the slip before it was accepted.</param>
/// <param name="Code">By which the customer looks it up.</param>
/// <param name="Phone">Of whoever handles it.</param>
/// <param name="Told">The day that the customer was told; null when none is known.</param>
/// <param name="Address">Where the electricity is used, when known.</param>
/// <param name="NewDay">A later day that the customer is still to be told; null when there is none.</param>
/// <param name="Progress">How far it has come, in one sentence.</param>
public sealed record RequestFacts(
    string Number, string Code, string CustomerName, string CustomerPhone, string? Email, string? ElectricityNumber,
    Phrase Service, Phrase Department, string Phone, LocalDate? Told, Phrase Progress, bool IsClosed,
    string? Address, LocalDate? NewDay)
{
    /// <summary>How it stands, as a list shows it.</summary>
    public required ShortStanding Stands { get; init; }

    public required RequestStatus Status { get; init; }

    /// <summary>In which its customer filed it; null when nobody knows.</summary>
    public Language? Language { get; init; }

    /// <summary>The customer has to send something.</summary>
    public required bool WaitsForCustomer { get; init; }
}

/// <param name="Kind">Of <c>gd-status</c>.</param>
public sealed record ShortStanding(string Kind, Phrase Text);
