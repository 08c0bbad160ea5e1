using GridDesk.Kernel.Data;
using GridDesk.Notices.Spooled;

namespace GridDesk.Notices.Mass;

/// <summary>How far a mass notice has come over one channel.</summary>
/// <param name="Unsent">Not yet put into the queue.</param>
/// <param name="Waiting">In the queue; also for quiet hours to end.</param>
/// <param name="Spooled">Written to the spool because nobody carries the channel: nobody got them.</param>
internal sealed record ChannelProgress(MessageChannel Channel, int All, int Unsent, int Waiting, int HandedOver, int Spooled, int Delivered, int Failed, int Stopped)
{
    public int Remaining => Unsent + Waiting;
}

/// <summary>How far a mass notice has come.</summary>
/// <param name="LastMinute">How many messages left, or were found not to, within the last minute.</param>
internal sealed record MassProgress(IReadOnlyList<ChannelProgress> Channels, int LastMinute)
{
    private static readonly Duration Minute = Duration.FromMinutes(1);

    public int All => Channels.Sum(c => c.All);

    public int Remaining => Channels.Sum(c => c.Remaining);

    public int Left => All - Remaining;

    /// <summary>Whole minutes until all has left, at the pace of the last one; null when nothing left in it.</summary>
    public int? MinutesToGo => Remaining > 0 && LastMinute > 0 ? (int)Math.Ceiling(Remaining / (double)LastMinute) : null;

    public static async Task<MassProgress> OfAsync(OfficeDb db, Guid notice, Instant now, CancellationToken cancel)
    {
        var all = await db.MassAddressees.Where(a => a.Notice == notice).GroupBy(a => a.Channel).Select(g => new { Channel = g.Key, Count = g.Count(), Unsent = g.Count(a => a.Message == null) }).ToListAsync(cancel);
        var states = await db.MessagesOf(notice).GroupBy(m => new { m.Channel, m.State, Spooled = m.State == MessageState.HandedOver && m.Provider == Spool.ProviderName }).Select(g => new { g.Key.Channel, g.Key.State, g.Key.Spooled, Count = g.Count() }).ToListAsync(cancel);
        var lately = await db.MessagesOf(notice).CountAsync(m => m.State != MessageState.Waiting && m.ChangedAt > now - Minute, cancel);
        return new([.. all.OrderBy(a => a.Channel).Select(a => new ChannelProgress(a.Channel, a.Count, a.Unsent, In(a.Channel, MessageState.Waiting), In(a.Channel, MessageState.HandedOver), In(a.Channel, MessageState.HandedOver, spooled: true), In(a.Channel, MessageState.Delivered), In(a.Channel, MessageState.Failed), In(a.Channel, MessageState.Stopped)))], lately);

        int In(MessageChannel channel, MessageState state, bool spooled = false) => states.Where(s => s.Channel == channel && s.State == state && s.Spooled == spooled).Sum(s => s.Count);
    }
}

internal static class MassMessages
{
    extension(OfficeDb db)
    {
        /// <summary>The messages of a mass notice that were put into the queue.</summary>
        public IQueryable<Message> MessagesOf(Guid notice) => db.MassAddressees.Where(a => a.Notice == notice && a.Message != null).Join(db.Messages, a => a.Message, m => m.Id, (a, m) => m);

        /// <summary>Accounts that nobody heard of it for: nobody agreed, or nothing that was sent arrived.</summary>
        public IQueryable<string> NotToldOf(Guid notice)
        {
            var (addressees, left) = (db.MassAddressees, db.LeftMessages);
            return db.MassAccounts.Where(a => a.Notice == notice).GroupBy(a => a.Account)
                .Where(of => !of.Any(a => addressees.Any(to => to.Id == a.Addressee && left.Any(m => m.Id == to.Message))))
                .Select(of => of.Key);
        }
    }
}
