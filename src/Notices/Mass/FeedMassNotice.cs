using GridDesk.Kernel.Data;
using GridDesk.Kernel.Deliveries;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Time;
using GridDesk.Notices.Providers;
using GridDesk.Notices.Send;
using GridDesk.Notices.Templates;

namespace GridDesk.Notices.Mass;

/// <summary>
/// Puts the messages of a mass notice into the queues, never more than the providers take in some seconds: what comes in between, such as
/// the acceptance of a case, waits no longer than that, and a pause holds nearly everything back.
/// </summary>
internal sealed class FeedMassNotice(OfficeDb db, EventLog events, MessageDesk messages, ProvidersOfChannel providers, PackInForce pack, IClock clock) : ICallOut<IEvent>
{
    private const int SecondsAhead = 5;
    private const int FewestInLine = 20;
    private const int MostInLine = 1000;

    // Whoever saves something else meanwhile waits for this many.
    private const int AtOnce = 40;

    private static readonly Duration UntilThereIsRoom = Duration.FromSeconds(1);
    private static readonly Duration UntilLookingAgain = Duration.FromSeconds(5);

    public async Task<Called> CallAsync(IEvent happened, Happening row, CancellationToken cancel)
    {
        var id = MassNotice.IdIn(row.Subject);
        var (now, notice) = (clock.Now(), await db.MassNotices.AsNoTracking().SingleAsync(n => n.Id == id, cancel));
        if (notice.State is not MassState.Running)
        {
            return Called.Done();
        }

        if (messages.TemplateOf(notice.Template) is not { } template)
        {
            return Called.Failed($"The template '{notice.Template}' is not in the pack any more");
        }

        var unsent = await db.MassAddressees.Where(a => a.Notice == id && a.Message == null).Select(a => a.Channel).Distinct().ToListAsync(cancel);
        if (unsent.Count == 0)
        {
            return await db.MessagesOf(id).AnyAsync(m => m.State == MessageState.Waiting, cancel) ? Called.NotBefore(now + UntilLookingAgain) : Called.Done(() => FinishAsync(id, cancel));
        }

        List<(MessageChannel Channel, int Room)> rooms = [];
        foreach (var channel in unsent)
        {
            rooms.Add((channel, Math.Min(AtOnce, await RoomAsync(channel, now, cancel))));
        }

        return rooms.Any(r => r.Room > 0) ? Called.NotBefore(now, () => QueueAsync(id, template, rooms, cancel)) : Called.NotBefore(now + UntilThereIsRoom);
    }

    private async Task<int> RoomAsync(MessageChannel channel, Instant now, CancellationToken cancel)
    {
        var inLine = providers.Of(channel)[0].PerSecond is { } perSecond ? (int)Math.Clamp(perSecond * SecondsAhead, FewestInLine, MostInLine) : MostInLine;
        return inLine - await WaitingDeliveries.InLineAsync(db, NoticesModule.QueueOf(channel), HandOver.NoProvider, inLine, now, cancel);
    }

    private async Task QueueAsync(Guid id, MessageTemplate template, List<(MessageChannel Channel, int Room)> rooms, CancellationToken cancel)
    {
        var notice = await db.MassNotices.AsNoTracking().SingleAsync(n => n.Id == id, cancel);
        if (notice.State is not MassState.Running)
        {
            return;
        }

        foreach (var (channel, room) in rooms.Where(r => r.Room > 0))
        {
            foreach (var to in await db.MassAddressees.Where(a => a.Notice == id && a.Channel == channel && a.Message == null).OrderBy(a => a.Id).Take(room).ToListAsync(cancel))
            {
                to.Message = (await messages.QueueAsync(template, new(to.Key, channel, to.Address, to.Language, to.Key), notice.Facts.FieldsIn(to.Language, pack), Actor.Office, cancel)).Id;
            }
        }
    }

    private async Task FinishAsync(Guid id, CancellationToken cancel)
    {
        var notice = await db.MassNotices.SingleAsync(n => n.Id == id, cancel);
        if (notice.Finish(clock.Now()) is { } done)
        {
            events.Record(notice, done, Actor.Office);
        }
    }
}

/// <summary>Asked when a message of a mass notice leaves: not while it is paused, and never when it is called off or no longer true.</summary>
internal sealed class WhileItRuns(OfficeDb db) : IBeforeSending
{
    private static readonly Duration WhilePaused = Duration.FromSeconds(20);

    public async Task<MayLeave> AskAsync(Message message, Instant now, CancellationToken cancel)
    {
        if (MassAddressee.IdIn(message.About) is not { } id || await db.MassAddressees.Where(a => a.Id == id).Join(db.MassNotices.AsNoTracking(), a => a.Notice, n => n.Id, (a, n) => n).SingleOrDefaultAsync(cancel) is not { } notice)
        {
            return MayLeave.AtOnce;
        }

        return notice switch
        {
            { State: MassState.CalledOff } => new MayLeave.Never(StopReason.CalledOff),
            _ when notice.IsPast(now) => new MayLeave.Never(StopReason.Settled),
            { State: MassState.Paused } => new MayLeave.NotBefore(now + WhilePaused),
            _ => MayLeave.AtOnce,
        };
    }
}
