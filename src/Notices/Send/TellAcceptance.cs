using GridDesk.Kernel.Events;
using GridDesk.Notices.Templates;
using GridDesk.Requests;

namespace GridDesk.Notices.Send;

/// <summary>Whose request was accepted hears of it by e-mail, when they gave an address; the slip and the tracking page say the same.</summary>
internal sealed class TellAcceptance(MessageDesk desk, RequestDirectory requests, RequestFields fields) : IHandle<RequestAccepted>
{
    private const string Template = "request-accepted";

    public async Task HandleAsync(RequestAccepted happened, Happening row, CancellationToken cancel)
    {
        if (desk.TemplateOf(Template) is not { } template || await requests.FindAsync(row.Subject, cancel) is not { Email: { } email } request)
        {
            return;
        }

        await desk.QueueAsync(template, new(row.Subject, MessageChannel.Email, email, Language.Chinese, $"{row.Id:N}:email", happened.Told), fields.Of(request, Language.Chinese), Actor.Office, cancel);
    }
}
