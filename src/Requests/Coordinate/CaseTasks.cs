using GridDesk.Kernel.Data;
using GridDesk.Kernel.Pack;

namespace GridDesk.Requests.Coordinate;

/// <summary>The tasks of one case, and how long it has waited for each department or agency.</summary>
internal sealed record CaseTasks(IReadOnlyList<TaskRow> Rows, IReadOnlyList<Waited> Waited, Units Units, IReadOnlyList<Standing> Standings)
{
    public static async Task<CaseTasks> OfAsync(OfficeDb db, ServiceRequest request, PackInForce pack, Instant now, CancellationToken cancel)
    {
        var rows = await TaskRow.Of(db, db.Tasks.AsNoTracking().Where(t => t.Request == request.Id)).OrderBy(row => row.Task.Sequence).ToListAsync(cancel);
        return new(rows, Coordinate.Waited.By(rows.Select(row => row.Task), pack.Calendar, now), new(pack), [.. rows.Select(row => TaskStanding.Of(row, pack.Calendar, now))]);
    }
}
