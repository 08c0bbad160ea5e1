using GridDesk.Kernel.Data;
using GridDesk.Kernel.Indicators;
using GridDesk.Staff;

namespace GridDesk.Customers.Contacts;

/// <summary>Behind a figure, whoever keeps addresses sees them masked; nobody else sees any.</summary>
internal sealed class ContactSight(OfficeDb db, CurrentStaff staff) : IEvidenceSight
{
    private const int AtOnce = 500;

    public string Kind => "contact";

    public async Task<IReadOnlyDictionary<string, string>> SeenAsync(IReadOnlyCollection<string> subjects, CancellationToken cancel = default)
    {
        Dictionary<string, string> seen = [];
        foreach (var some in (staff.Has(Right.KeepContacts) ? subjects : []).Select(key => Guid.Parse(key.Split(':')[1])).Chunk(AtOnce))
        {
            foreach (var point in await db.ContactPoints.AsNoTracking().Where(p => some.Contains(p.Id)).ToListAsync(cancel))
            {
                seen[point.Key] = point.Masked;
            }
        }

        return seen;
    }
}
