using GridDesk.Kernel.Data;
using GridDesk.Kernel.Indicators;
using GridDesk.Requests.Handovers;

namespace GridDesk.Requests.Figures;

/// <summary>Behind a figure a person sees the hand-overs that the person's list shows.</summary>
internal sealed class HandoverSight(OfficeDb db, HandoverAccess access) : IEvidenceSight
{
    public string Kind => "handover";

    public async Task<IReadOnlyDictionary<string, string>> SeenAsync(IReadOnlyCollection<string> subjects, CancellationToken cancel = default)
    {
        var asked = subjects.ToHashSet();
        var seen = await db.Handovers.Where(access.Rule).Select(h => new { h.Id, h.Number }).ToListAsync(cancel);
        return seen.Select(h => (Key: Handover.KeyOf(h.Id), h.Number)).Where(h => asked.Contains(h.Key)).ToDictionary(h => h.Key, h => h.Number);
    }
}
