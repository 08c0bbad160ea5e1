using GridDesk.Kernel.Data;
using GridDesk.Kernel.Promises;

namespace GridDesk.Requests.Work;

/// <summary>A request with the promise that it runs under, as queries see it.</summary>
internal sealed class OpenPromise
{
    public required ServiceRequest Request { get; init; }
    public required Promise Promise { get; init; }

    /// <summary>Every open promise that the reader may see.</summary>
    public static IQueryable<OpenPromise> Seen(OfficeDb db, RequestAccess access) => Seen(db, access, Open(db));

    /// <summary>Those of the given promises that the reader may see.</summary>
    public static IQueryable<OpenPromise> Seen(OfficeDb db, RequestAccess access, IQueryable<Promise> promises) => db.Requests.AsNoTracking().Where(access.Rule)
        .Join(promises, r => r.PromiseId, p => p.Id, (r, p) => new OpenPromise { Request = r, Promise = p });

    public static IQueryable<Promise> Open(OfficeDb db) => db.Set<Promise>().AsNoTracking().Where(p => p.ClosedAt == null);
}

/// <summary>A line of a list: what is needed to recognise a case and to know how it stands, and nobody's whole name.</summary>
internal sealed record CaseRow(
    Guid Id, string Number, string Service, string Definition, string CustomerName, string? Address, string? Owner, string? Step, string Department,
    RequestStatus Status, Instant ReceivedAt, List<MissingItem> Missing, Instant? DueAt, bool Stopped, LocalDate? Told, int Version, Guid? Promise)
{
    public static IQueryable<CaseRow> Of(IQueryable<OpenPromise> open) => open.Select(o => new CaseRow(
        o.Request.Id, o.Request.Number ?? o.Request.Slip!, o.Request.Service, o.Request.Definition, o.Request.Particulars.Name, o.Request.Particulars.Address, o.Request.Owner, o.Request.Step, o.Request.Department,
        o.Request.Status, o.Request.ReceivedAt, o.Request.Missing, o.Promise.DueAt, o.Promise.Stopped, o.Promise.Told, o.Request.Version, o.Promise.Id));

    /// <summary>Without a promise: papers that were only taken in.</summary>
    public static IQueryable<CaseRow> Of(IQueryable<ServiceRequest> requests) => requests.Select(r => new CaseRow(
        r.Id, r.Number ?? r.Slip!, r.Service, r.Definition, r.Particulars.Name, r.Particulars.Address, r.Owner, r.Step, r.Department,
        r.Status, r.ReceivedAt, r.Missing, null, false, null, r.Version, r.PromiseId));
}
