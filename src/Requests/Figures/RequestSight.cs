using GridDesk.Kernel.Data;
using GridDesk.Kernel.Indicators;
using GridDesk.Staff;

namespace GridDesk.Requests.Figures;

/// <summary>Behind a figure a person sees the requests that the person's lists show: all, or those of the own department.</summary>
internal sealed class RequestSight(OfficeDb db, CurrentStaff me) : IEvidenceSight
{
    public string Kind => "request";

    public async Task<IReadOnlySet<string>> SeenAsync(IReadOnlyCollection<string> subjects, CancellationToken cancel = default)
    {
        if (me.Has(Right.SeeAllRequests))
        {
            return subjects.ToHashSet();
        }

        if (!me.Has(Right.SeeRequests))
        {
            return new HashSet<string>();
        }

        var ids = await db.Requests.Where(r => r.Department == me.Department).Select(r => r.Id).ToListAsync(cancel);
        return ids.Select(ServiceRequest.KeyOf).Intersect(subjects).ToHashSet();
    }
}
