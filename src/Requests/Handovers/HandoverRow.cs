using GridDesk.Kernel.Data;
using GridDesk.Kernel.Promises;

namespace GridDesk.Requests.Handovers;

/// <summary>A hand-over with the promise that it runs under.</summary>
internal sealed class HandoverRow
{
    public required Handover Handover { get; init; }
    public required Promise Promise { get; init; }

    /// <summary>Every hand-over that the reader may see.</summary>
    public static IQueryable<HandoverRow> Seen(OfficeDb db, HandoverAccess access) => db.Handovers.AsNoTracking().Where(access.Rule)
        .Join(db.Set<Promise>().AsNoTracking(), h => h.PromiseId, p => p.Id, (h, p) => new HandoverRow { Handover = h, Promise = p });
}

/// <summary>What another page needs to lead to a hand-over.</summary>
internal sealed record HandoverLink(Guid Id, string Number);
