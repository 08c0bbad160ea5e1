using GridDesk.Bills;
using GridDesk.Kernel.Data;
using GridDesk.Notices.Send;

namespace GridDesk.Notices.Reminders;

/// <summary>
/// At the moment in which a reminder leaves: it does so only while the bill is open and says what the reminder says, and the bill stays
/// so until the provider has answered. A payment is never followed by a reminder of what it paid.
/// </summary>
internal sealed class StillOwed(OfficeDb db, BillDirectory bills) : IBeforeSending
{
    public async Task<MayLeave> AskAsync(Message message, Instant now, CancellationToken cancel)
    {
        if (!message.About.StartsWith("bill:", StringComparison.Ordinal) || await db.Reminders.AsNoTracking().SingleOrDefaultAsync(r => r.Message == message.Id, cancel) is not { } reminder)
        {
            return MayLeave.AtOnce;
        }

        var held = await bills.HoldAsync(reminder.Bills, cancel);
        if (reminder.IsStillTrue(held.Bills))
        {
            return new MayLeave.While(held);
        }

        await held.DisposeAsync();
        return new MayLeave.Never(StopReason.Settled);
    }
}
