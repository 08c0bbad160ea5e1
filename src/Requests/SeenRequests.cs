using GridDesk.Kernel.Data;

namespace GridDesk.Requests;

/// <summary>Requests as the reader may see them, by the one rule, for pages of other modules.</summary>
public sealed class SeenRequests
{
    private const int MostOpen = 10;

    private readonly OfficeDb _db;
    private readonly RequestDesk _desk;
    private readonly RequestAccess _access;

    internal SeenRequests(OfficeDb db, RequestDesk desk, RequestAccess access) => (_db, _desk, _access) = (db, desk, access);

    /// <summary>The open request that was taken in last; null when the reader may see none.</summary>
    public async Task<SeenRequest?> NewestAsync(CancellationToken cancel = default) =>
        await _db.Requests.AsNoTracking().Where(_access.Rule).Where(r => r.Number != null && r.Status != RequestStatus.Closed).OrderByDescending(r => r.Id).FirstOrDefaultAsync(cancel) is { } newest ? Of(newest) : null;

    /// <exception cref="Refusal"><c>not-found</c>, <c>forbidden</c></exception>
    public async Task<SeenRequest> GetAsync(Guid id, CancellationToken cancel = default) => Seen(await _desk.GetAsync(id, cancel));

    /// <exception cref="Refusal"><c>request.unknown-number</c> at the field <c>number</c>; <c>forbidden</c></exception>
    public async Task<SeenRequest> FindAsync(string number, CancellationToken cancel = default) => Seen(await _desk.FindAsync(number, cancel)
        ?? throw new Refusal("request.unknown-number", "沒有這個受理號碼。", "There is no request with that number.", "number"));

    /// <summary>The open requests of a customer that the reader may see, newest first.</summary>
    /// <param name="accounts">Electricity numbers.</param>
    /// <param name="phone">As the customer gave it; null when nobody knows.</param>
    public async Task<IReadOnlyList<SeenRequest>> OpenOfAsync(IReadOnlyCollection<string> accounts, string? phone, CancellationToken cancel = default) =>
        [.. (await _db.Requests.AsNoTracking().Where(_access.Rule)
            .Where(r => r.Status != RequestStatus.Closed && (accounts.Contains(r.Particulars.ElectricityNumber!) || phone != null && r.Particulars.Phone == phone))
            .OrderByDescending(r => r.Id).Take(MostOpen).ToListAsync(cancel)).Select(Of)];

    private SeenRequest Seen(ServiceRequest request)
    {
        _access.Require(request);
        return Of(request);
    }

    private static SeenRequest Of(ServiceRequest request) => new(request.Id, request.Key, request.Name, request.Number is not null && request.Status != RequestStatus.Closed);
}

/// <param name="Key">As events name it.</param>
/// <param name="Name">Its number, or that of its slip.</param>
/// <param name="IsOpen">Accepted and not closed.</param>
public sealed record SeenRequest(Guid Id, string Key, string Name, bool IsOpen);
