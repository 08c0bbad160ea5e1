using GridDesk.Kernel.Data;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Time;
using GridDesk.Kernel.Web;

namespace GridDesk.Hall.Book;

/// <summary>The code of a booking: whoever has it may move the visit, cancel it, and says at the entrance that they are here.</summary>
internal sealed class BookingCodes(OfficeDb db, ServerKeys keys, PackInForce pack, IClock clock)
{
    private const string Purpose = "booking";
    private const int MostTries = 60;

    private static readonly Duration Stretch = Duration.FromMinutes(10);

    /// <param name="id">Of a booking, or of somebody who waits.</param>
    public Task<string> OfAsync(Guid id, CancellationToken cancel = default) => keys.CodeAsync(db, Purpose, id, cancel);

    /// <summary>The booking with that number and code; a wrong code and a number that nobody has are the same.</summary>
    /// <exception cref="Refusal"><c>not-found</c></exception>
    public async Task<Booking> OpenAsync(string? number, string? code, CancellationToken cancel = default)
    {
        var name = number?.ToUpperInvariant();
        var booking = await db.Bookings.AsNoTracking().SingleOrDefaultAsync(b => b.Number == name, cancel);
        return await MatchesAsync(booking?.Id ?? Guid.Empty, code, cancel) && booking is not null ? booking : throw Unknown();
    }

    /// <exception cref="Refusal"><c>not-found</c></exception>
    public async Task<Waiting> OpenWaitAsync(Guid id, string? code, CancellationToken cancel = default) =>
        await MatchesAsync(id, code, cancel) && await db.WaitList.AsNoTracking().SingleOrDefaultAsync(w => w.Id == id, cancel) is { } waiting ? waiting : throw Unknown();

    /// <summary>Whose code was typed at the entrance, of a site's bookings of today and the week around it; guesses are counted.</summary>
    /// <exception cref="Refusal"><c>booking.code-unknown</c>, <c>booking.too-many-tries</c></exception>
    public async Task<Booking> FindAsync(string site, string? code, string address, CancellationToken cancel = default)
    {
        var now = clock.Now();
        if (await Tries.CountAsync(db, $"booking-code:{address}", now, Stretch, cancel) > MostTries)
        {
            throw new Refusal("booking.too-many-tries", "試太多次了，請等一下，或請服務人員幫忙。", "Too many codes were tried; please wait a while, or ask any of us.", "code");
        }

        var (from, to) = (pack.Calendar.Today(now).PlusDays(-7), pack.Calendar.Today(now).PlusDays(7));
        foreach (var booking in await db.Bookings.AsNoTracking().Where(b => b.Site == site && b.Day >= from && b.Day <= to).OrderBy(b => b.At).ToListAsync(cancel))
        {
            if (await MatchesAsync(booking.Id, code, cancel))
            {
                return booking;
            }
        }

        throw new Refusal("booking.code-unknown", "查不到這個代碼的預約。代碼在預約的確認信或簡訊上，8 個字。", "No booking has this code. It stands in your confirmation: 8 letters and digits.", "code");
    }

    private async Task<bool> MatchesAsync(Guid id, string? code, CancellationToken cancel) => ServerKeys.Matches(await OfAsync(id, cancel), code);

    private static Refusal Unknown() => new("not-found", "查不到這個預約。號碼和代碼要一起對。", "There is no such booking. Number and code must match.", "number");
}
