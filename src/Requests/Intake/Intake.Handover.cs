using GridDesk.Requests.Handovers;

namespace GridDesk.Requests.Intake;

/// <summary>A request that is made of what the call centre passed on.</summary>
internal sealed partial class IntakePage
{
    /// <summary>What the call centre passed on, when this is made of it.</summary>
    public Handover? Handover { get; private set; }

    // With the request itself: the draft is gone, the hand-over and the ticket know what became of them, and a tick for reminders counts.
    private async Task FinishAsync(ServiceRequest request)
    {
        await drafts.DiscardAsync(staff.Id, Service.Code, Cancel);
        if (Typed.WantsReminders)
        {
            await reminders.TakeAsync(request, staff.Actor, Cancel);
        }

        foreach (var origin in Typed[IntakeBeginning.Origin] is { Length: > 0 } ? origins : [])
        {
            if (await origin.FiledAsync(Typed[IntakeBeginning.Origin], request.Key, request.Service, staff.Actor, Cancel) is { } served)
            {
                desk.Served(request, served, staff.Actor);
            }
        }

        if (Handover is not null)
        {
            await handovers.FileAsAsync(Handover, request, staff.Actor, Cancel);
        }
    }

    private async Task<Handover?> HandoverAsync()
    {
        if (Typed["handover"].Length == 0)
        {
            return null;
        }

        var handover = await handovers.FindAsync(Typed["handover"], Cancel);
        handoverAccess.Require(handover);
        return handover;
    }
}
