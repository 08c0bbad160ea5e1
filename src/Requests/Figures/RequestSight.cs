using GridDesk.Kernel.Data;
using GridDesk.Kernel.Indicators;

namespace GridDesk.Requests.Figures;

/// <summary>Behind a figure a person sees the requests that the person's lists show.</summary>
internal sealed class RequestSight(OfficeDb db, RequestAccess access) : IEvidenceSight
{
    public string Kind => "request";

    public async Task<IReadOnlyDictionary<string, string>> SeenAsync(IReadOnlyCollection<string> subjects, CancellationToken cancel = default)
    {
        var asked = subjects.ToHashSet();
        var seen = await db.Requests.Where(access.Rule).Select(r => new { r.Id, Name = r.Number ?? r.Slip! }).ToListAsync(cancel);
        return seen.Select(r => (Key: ServiceRequest.KeyOf(r.Id), r.Name)).Where(r => asked.Contains(r.Key)).ToDictionary(r => r.Key, r => r.Name);
    }
}
