using GridDesk.Kernel.Promises;
using GridDesk.Kernel.Search;
using GridDesk.Kernel.Time;
using GridDesk.Kernel.Web;
using GridDesk.Kernel.Events;

namespace GridDesk.Requests;

internal sealed partial class RequestDesk
{
    /// <summary>The request of a number or slip, as typed; null when there is none.</summary>
    public async Task<ServiceRequest?> FindAsync(string? numberOrSlip, CancellationToken cancel = default)
    {
        var text = CaseNumber.Read(pack.Office.Code, numberOrSlip)?.Text;
        return text is null ? null : await Whole.SingleOrDefaultAsync(r => r.Number == text || r.Slip == text, cancel);
    }

    public Task<ServiceRequest?> FindAsync(Guid id, CancellationToken cancel = default) => Whole.SingleOrDefaultAsync(r => r.Id == id, cancel);

    /// <exception cref="Refusal"><c>not-found</c></exception>
    public async Task<ServiceRequest> GetAsync(Guid id, CancellationToken cancel = default) => await FindAsync(id, cancel)
        ?? throw new Refusal("not-found", "找不到這件案件，網址可能不完整。請用號碼或姓名查。", "There is no such case; the address may be incomplete. Search by number or name.");

    /// <summary>The latest promise of a request; null while it has only been taken in.</summary>
    public async Task<Promise?> PromiseOfAsync(ServiceRequest request, CancellationToken cancel = default)
    {
        // A reversed acceptance leaves its promise behind, closed for good.
        var subject = request.Key;
        return request.Number is null ? null : await db.Set<Promise>().Where(p => p.Subject == subject).OrderByDescending(p => p.Id).FirstOrDefaultAsync(cancel);
    }

    /// <summary>
    /// What a customer may see with the number and the code on the slip. A wrong code and an unknown number walk the same path
    /// and get the same answer.
    /// </summary>
    /// <exception cref="Refusal">Code <c>not-found</c>, or <c>too-many-tries</c> after 30 tries in a minute from one address.</exception>
    public async Task<ServiceRequest> LookUpAsync(string? numberOrSlip, string? code, string address, CancellationToken cancel = default)
    {
        await CountTryAsync(address, cancel);
        var request = await FindAsync(numberOrSlip, cancel);
        var expected = await keys.CodeAsync(db, CodePurpose, request?.Id ?? Guid.Empty, cancel);
        return ServerKeys.Matches(expected, code) && request is not null ? request : throw NotFound();
    }

    /// <summary>The same with the last three digits of the phone; only the status may be shown. Five wrong ones a day close this way for the number.</summary>
    /// <exception cref="Refusal">Code <c>not-found</c>, or <c>too-many-tries</c>.</exception>
    public async Task<ServiceRequest> LookUpByPhoneAsync(string? numberOrSlip, string? lastThree, string address, CancellationToken cancel = default)
    {
        await CountTryAsync(address, cancel);
        var now = clock.Now();
        var number = CaseNumber.Read(pack.Office.Code, numberOrSlip)?.Text ?? "";
        var today = Calendar.Today(now).AtStartOfDayInZone(Calendar.Zone).ToInstant();
        var wrongSoFar = await Tries.SoFarAsync(db, $"phone:{number}", today, cancel);
        var request = await FindAsync(numberOrSlip, cancel);
        var digits = new string([.. (request?.Particulars.Phone.Split('#')[0] ?? "").Where(char.IsAsciiDigit)]);
        var typed = new string([.. SearchWords.Fold(lastThree ?? "").Where(char.IsAsciiDigit)]);
        if (wrongSoFar < 5 && typed.Length == 3 && digits.EndsWith(typed, StringComparison.Ordinal) && request is not null)
        {
            return request;
        }

        if (number.Length > 0)
        {
            await Tries.CountAsync(db, $"phone:{number}", today, cancel);
        }

        throw NotFound();
    }

    /// <summary>Logs that somebody was told how far a request has come.</summary>
    public Task LogEnquiryAsync(ServiceRequest request, EnquiryChannel channel, bool selfService, Actor by, CancellationToken cancel = default) =>
        db.CommitAsync(() =>
        {
            var enquiry = new Enquiry { Id = Guid.CreateVersion7(clock.Now().ToDateTimeOffset()), Request = request.Id, Channel = channel, At = clock.Now(), By = by.Key };
            db.Add(enquiry);
            events.Record(enquiry, new RequestEnquired(request.Key, channel, selfService), by);
            return Task.CompletedTask;
        }, cancel);

    /// <summary>Logs that somebody came by the QR code of a slip.</summary>
    public Task LogScanAsync(ServiceRequest request, CancellationToken cancel = default) =>
        db.CommitAsync(() =>
        {
            var scan = new SlipScan { Id = Guid.CreateVersion7(clock.Now().ToDateTimeOffset()), Request = request.Id, At = clock.Now() };
            db.Add(scan);
            events.Record(scan, new RequestSlipScanned(request.Key), Actor.Customer);
            return Task.CompletedTask;
        }, cancel);

    private IQueryable<ServiceRequest> Whole => db.Requests.Include(r => r.Particulars).Include(r => r.Documents).AsSplitQuery();

    private async Task CountTryAsync(string address, CancellationToken cancel)
    {
        var now = clock.Now();
        if (await Tries.CountAsync(db, $"track:{address}", now, Duration.FromMinutes(1), cancel) > 30)
        {
            throw new Refusal("too-many-tries", "查詢太頻繁了，請等一分鐘再試。", "That was too many tries; please wait a minute and try again.");
        }
    }

    private static Refusal NotFound() => new("not-found",
        "查不到。號碼和後三碼（或回條上的查詢碼）要一起對才查得到，請看回條最上面。",
        "Nothing found. The number and the last 3 digits (or the code on your slip) must both match; see the top of your slip.", "number");
}

/// <summary>One answer about progress. A subject of its own, so that a customer who looks never stands in the way of a clerk who saves.</summary>
internal sealed class Enquiry : Subject
{
    public required Guid Id { get; init; }
    public required Guid Request { get; init; }
    public required EnquiryChannel Channel { get; init; }
    public required Instant At { get; init; }
    public required string By { get; init; }

    public override string Key => $"enquiry:{Id:N}";
}

/// <summary>Somebody scanned a slip; who, and with what, is not asked.</summary>
internal sealed class SlipScan : Subject
{
    public required Guid Id { get; init; }
    public required Guid Request { get; init; }
    public required Instant At { get; init; }

    public override string Key => $"scan:{Id:N}";
}
