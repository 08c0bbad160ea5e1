using GridDesk.Customers.Show;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Pack;
using GridDesk.Staff;

namespace GridDesk.Hall.Book;

/// <summary>Booked visits in a customer's contact history, for those who may see bookings.</summary>
internal sealed class BookingContacts(OfficeDb db, PackInForce pack, CurrentStaff staff) : IContactHistory
{
    private const int Most = 40;

    public async Task<IReadOnlyList<Contact>> OfAsync(IReadOnlyCollection<string> accounts, string phone, CancellationToken cancel = default)
    {
        if (!staff.Has(Right.CallTickets))
        {
            return [];
        }

        var bookings = await db.Bookings.AsNoTracking().Where(b => b.Phone == phone).OrderByDescending(b => b.At).Take(Most).ToListAsync(cancel);
        return bookings.ConvertAll(b =>
        {
            var when = BookingWords.When(b.At.InZone(pack.Calendar.Zone).LocalDateTime);
            return new Contact(b.At, new($"預約 {when.Zh}：{b.State.Name.Zh}", $"Visit booked for {when.En}: {b.State.Name.En.ToLowerInvariant()}"), new("臨櫃", "Counter"), $"~/desk/bookings/{b.Id}", b.Number);
        });
    }
}
