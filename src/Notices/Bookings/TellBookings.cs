using GridDesk.Customers.Contacts;
using GridDesk.Hall.Book;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Time;
using GridDesk.Notices.Templates;

namespace GridDesk.Notices.Bookings;

/// <summary>Whoever booked a visit hears that it is booked, moved or cancelled, is reminded of it, and whoever waits hears that a time became free: by e-mail, or else by text message.</summary>
internal sealed class TellBookings(MessageDesk desk, BookingDirectory bookings, ContactDirectory contacts, PackInForce pack, PublicAddress address, IClock clock)
    : IHandle<BookingMade>, IHandle<BookingMoved>, IHandle<BookingCancelled>, IHandle<BookingReminderDue>, IHandle<WaitOffered>
{
    /// <summary>Of the message that nobody needs once the time has come.</summary>
    public const string Reminder = "booking-reminder";

    public Task HandleAsync(BookingMade happened, Happening row, CancellationToken cancel) => TellAsync("booking-made", row, cancel);

    public Task HandleAsync(BookingMoved happened, Happening row, CancellationToken cancel) => TellAsync("booking-moved", row, cancel);

    public Task HandleAsync(BookingCancelled happened, Happening row, CancellationToken cancel) => TellAsync(happened.Why is CancelReason.Shut ? "booking-shut" : "booking-cancelled", row, cancel);

    public Task HandleAsync(BookingReminderDue happened, Happening row, CancellationToken cancel) => TellAsync(Reminder, row, cancel);

    public Task HandleAsync(WaitOffered happened, Happening row, CancellationToken cancel) => TellAsync("booking-offered", row, cancel);

    private async Task TellAsync(string code, Happening row, CancellationToken cancel)
    {
        if (desk.TemplateOf(code) is not { } template || await bookings.FindAsync(row.Subject, cancel) is not { } booking || AddressOf(booking) is not var (channel, kind, to) || template.Over(channel) is null
            || (await contacts.MayAsync(kind, to, template.Purpose, clock.Now(), cancel)).Verdict is ContactVerdict.Withdrawn)
        {
            return;
        }

        var language = await contacts.LanguageOfAsync(kind, to, cancel) ?? booking.Language;
        await desk.QueueAsync(template, new(row.Subject, channel, to, language, $"{row.Id:N}:booking"), FieldsOf(booking, language), Actor.Office, cancel);
    }

    private static (MessageChannel Channel, ContactKind Kind, string To)? AddressOf(BookingFacts booking) => booking switch
    {
        { Email: { } email } => (MessageChannel.Email, ContactKind.Email, email),
        { Phone: ['0', '9', ..] mobile } => (MessageChannel.Sms, ContactKind.Phone, mobile.Split('#')[0]),
        _ => null,
    };

    private Dictionary<string, string> FieldsOf(BookingFacts booking, Language language) => new(StringComparer.Ordinal)
    {
        ["name"] = booking.Name,
        ["number"] = booking.Number ?? "",
        ["code"] = booking.Code,
        ["link"] = address.Of(language) + booking.Path,
        ["service"] = booking.Service.In(language),
        ["when"] = booking.When.In(language),
        ["site"] = booking.Site.In(language),
        ["place"] = booking.Place.In(language),
        ["until"] = booking.Until?.In(language) ?? "",
        ["phone"] = pack.Office.Phone,
        ["office"] = pack.Office.Name.In(language),
    };
}
