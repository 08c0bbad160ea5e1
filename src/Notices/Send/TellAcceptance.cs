using GridDesk.Customers.Contacts;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Time;
using GridDesk.Notices.Templates;
using GridDesk.Requests;
using GridDesk.Requests.Tell;

namespace GridDesk.Notices.Send;

/// <summary>Whose request was accepted hears of it by e-mail, when they gave an address, in its language or else in the one in which they filed it; whoever declined such mails is told by a person. The slip and the tracking page say the same.</summary>
internal sealed class TellAcceptance(MessageDesk desk, RequestDirectory requests, ContactDirectory contacts, RequestFields fields, IClock clock) : IHandle<RequestAccepted>
{
    private const string Template = "request-accepted";

    public async Task HandleAsync(RequestAccepted happened, Happening row, CancellationToken cancel)
    {
        if (desk.TemplateOf(Template) is not { } template || await requests.FindAsync(row.Subject, cancel) is not { Email: { } email } request)
        {
            return;
        }

        if ((await contacts.MayAsync(ContactKind.Email, email, template.Purpose, clock.Now(), cancel)).Verdict is ContactVerdict.Withdrawn)
        {
            await requests.CouldNotReachAsync(row.Subject, NoticeReason.Declined, cancel);
            return;
        }

        var language = await contacts.LanguageOfAsync(ContactKind.Email, email, cancel) ?? request.Language ?? Language.Chinese;
        await desk.QueueAsync(template, new(row.Subject, MessageChannel.Email, email, language, $"{row.Id:N}:email", happened.Told), fields.Of(request, language), Actor.Office, cancel);
    }
}
