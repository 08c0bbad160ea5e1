using GridDesk.Kernel.Data;
using GridDesk.Kernel.Indicators;
using GridDesk.Staff;

namespace GridDesk.Hall.Book;

/// <summary>Behind a figure the bookings are seen by those who see them on the list.</summary>
internal sealed class BookingSight(OfficeDb db, CurrentStaff staff) : IEvidenceSight
{
    public string Kind => "booking";

    public async Task<IReadOnlyDictionary<string, string>> SeenAsync(IReadOnlyCollection<string> subjects, CancellationToken cancel = default)
    {
        if (!staff.Has(Right.CallTickets))
        {
            return new Dictionary<string, string>();
        }

        var asked = subjects.Select(key => Guid.TryParse(key.Split(':')[^1], out var id) ? id : Guid.Empty).ToHashSet();
        return (await db.Bookings.Where(b => asked.Contains(b.Id)).Select(b => new { b.Id, b.Number }).ToListAsync(cancel)).ToDictionary(b => Booking.KeyOf(b.Id), b => b.Number);
    }
}
