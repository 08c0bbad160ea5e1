using GridDesk.Kernel.Data;
using GridDesk.Kernel.Indicators;

namespace GridDesk.Requests.Figures;

/// <summary>Behind a figure a person sees the requests that the person's lists show.</summary>
internal sealed class RequestSight(OfficeDb db, RequestAccess access) : IEvidenceSight
{
    public string Kind => "request";

    public async Task<IReadOnlySet<string>> SeenAsync(IReadOnlyCollection<string> subjects, CancellationToken cancel = default)
    {
        var ids = await db.Requests.Where(access.Rule).Select(r => r.Id).ToListAsync(cancel);
        return ids.Select(ServiceRequest.KeyOf).Intersect(subjects).ToHashSet();
    }
}
