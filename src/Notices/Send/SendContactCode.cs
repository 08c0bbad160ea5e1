using System.Globalization;
using GridDesk.Customers.Contacts;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Time;

namespace GridDesk.Notices.Send;

/// <summary>Draws the code by which somebody proves that an address is theirs, and sends it there. It stands in the message and nowhere else.</summary>
internal sealed class SendContactCode(MessageDesk desk, ContactDirectory contacts, PackInForce pack, IClock clock) : IHandle<ContactCodeAsked>
{
    private const string Template = "contact-code";

    public async Task HandleAsync(ContactCodeAsked happened, Happening row, CancellationToken cancel)
    {
        if (desk.TemplateOf(Template) is not { } template || await contacts.DrawCodeAsync(row.Subject, clock.Now(), cancel) is not { } code)
        {
            return;
        }

        var channel = code.Kind is ContactKind.Email ? MessageChannel.Email : code.TakesText ? MessageChannel.Sms : MessageChannel.Voice;
        Dictionary<string, string> fields = new(StringComparer.Ordinal)
        {
            ["code"] = channel is MessageChannel.Voice ? string.Join(' ', code.Digits.AsEnumerable()) : code.Digits, // a machine reads digit by digit
            ["minutes"] = code.Minutes.ToString(CultureInfo.InvariantCulture),
            ["office"] = pack.Office.Name.In(code.Language),
        };
        await desk.QueueAsync(template, new(row.Subject, channel, code.Address, code.Language, $"{row.Id:N}:code"), fields, Actor.Office, cancel);
    }
}
