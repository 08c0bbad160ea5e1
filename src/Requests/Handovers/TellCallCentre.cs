using GridDesk.Kernel.Deliveries;
using GridDesk.Kernel.Events;

namespace GridDesk.Requests.Handovers;

/// <summary>Tells the call centre what became of a hand-over, in order for each, until it has heard it.</summary>
internal sealed class TellCallCentre(HandoverDesk desk, ICallCentre callCentre) : ICallOut<HandoverAccepted>, ICallOut<HandoverReturned>, ICallOut<HandoverAnswered>
{
    public Task<Called> CallAsync(HandoverAccepted happened, Happening row, CancellationToken cancel) => TellAsync(HandoverState.Accepted, row, cancel);

    public Task<Called> CallAsync(HandoverReturned happened, Happening row, CancellationToken cancel) => TellAsync(HandoverState.Returned, row, cancel);

    public Task<Called> CallAsync(HandoverAnswered happened, Happening row, CancellationToken cancel) => TellAsync(HandoverState.Answered, row, cancel);

    private async Task<Called> TellAsync(HandoverState state, Happening row, CancellationToken cancel)
    {
        var handover = await desk.GetAsync(Guid.Parse(row.Subject.Split(':')[1]), cancel);
        var isReply = state is not HandoverState.Accepted;
        await callCentre.TellAsync(new(handover.Number, HandoversApi.Word(state), isReply ? handover.Reply : null, row.HappenedAt), row.Id, cancel);
        return Called.Done(() => isReply ? desk.ToldAsync(handover.Id, cancel) : Task.CompletedTask);
    }
}
