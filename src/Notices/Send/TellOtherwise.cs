using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using GridDesk.Requests;
using GridDesk.Requests.Tell;

namespace GridDesk.Notices.Send;

/// <summary>What cannot arrive, or is not wanted, becomes work for a person: whoever handles the request tells the customer otherwise.</summary>
internal sealed class TellOtherwise(OfficeDb db, RequestDirectory requests) : IHandle<MessageFailed>, IHandle<MessageStopped>
{
    public async Task HandleAsync(MessageFailed happened, Happening row, CancellationToken cancel) => await requests.CouldNotReachAsync(await AboutAsync(row, cancel), NoticeReason.Undelivered, cancel);

    public async Task HandleAsync(MessageStopped happened, Happening row, CancellationToken cancel) => await requests.CouldNotReachAsync(await AboutAsync(row, cancel), NoticeReason.Declined, cancel);

    private Task<string> AboutAsync(Happening row, CancellationToken cancel)
    {
        var id = Guid.Parse(row.Subject.Split(':')[1]);
        return db.Messages.Where(m => m.Id == id).Select(m => m.About).SingleAsync(cancel);
    }
}
