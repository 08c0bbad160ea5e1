using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using GridDesk.Requests;

namespace GridDesk.Notices.Send;

/// <summary>What cannot arrive becomes work for a person: whoever handles the request tells the customer otherwise.</summary>
internal sealed class TellOtherwise(OfficeDb db, RequestDirectory requests) : IHandle<MessageFailed>
{
    public async Task HandleAsync(MessageFailed happened, Happening row, CancellationToken cancel)
    {
        var id = Guid.Parse(row.Subject.Split(':')[1]);
        await requests.CouldNotReachAsync(await db.Messages.Where(m => m.Id == id).Select(m => m.About).SingleAsync(cancel), cancel);
    }
}
