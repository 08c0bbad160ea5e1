using GridDesk.Customers.Contacts;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Forms;

namespace GridDesk.Requests;

/// <summary>
/// Whoever files something may agree, by one tick, to be reminded of bills by text message or call: at the telephone number that they left,
/// for the account that the request names and no other (plan row 1.2.3.4).
/// </summary>
internal sealed class ReminderTick(ContactDirectory contacts, FieldKinds kinds)
{
    public static Phrase Text { get; } = new("同意用簡訊或語音電話提醒這個電號的繳費期限，隨時可以取消", "Agrees to be reminded of this account’s bills by text message or call; it can be stopped at any time");

    /// <summary>A tick makes sense: there is an account, and a number that a machine can reach.</summary>
    public bool Fits(string? electricityNumber, string? phone)
    {
        try
        {
            return !string.IsNullOrWhiteSpace(electricityNumber) && ContactAddress.Read(kinds, phone, "applicant.phone") is not null;
        }
        catch (Refusal)
        {
            return false;
        }
    }

    /// <summary>Belongs inside the save of the request.</summary>
    /// <exception cref="Refusal"><c>contact.account</c>, <c>contact.extension</c></exception>
    public Task TakeAsync(ServiceRequest request, Actor by, CancellationToken cancel = default) =>
        contacts.RemindAsync(ContactAddress.Read(kinds, request.Particulars.Phone, "applicant.phone"), request.Particulars.ElectricityNumber, request.Language, WayOf(request.Channel), by, cancel);

    private static ContactWay WayOf(Channel channel) => channel switch
    {
        Channel.Counter => ContactWay.Counter,
        Channel.Web or Channel.App => ContactWay.Online,
        Channel.Phone => ContactWay.Phone,
        Channel.CallCentre => ContactWay.CallCentre,
        _ => ContactWay.Paper,
    };
}
