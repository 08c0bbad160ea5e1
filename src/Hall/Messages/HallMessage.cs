using GridDesk.Kernel.Events;
using GridDesk.Kernel.Pack;

namespace GridDesk.Hall.Messages;

/// <summary>
/// What everybody in a hall is to know. Somebody writes it and somebody else approves it; on the screens it comes up and goes down by the
/// clock, and nobody has to think of taking it down. A paper on the notice board is hung up and taken down by hand.
/// </summary>
internal sealed partial class HallMessage : Subject
{
    public required Guid Id { get; init; }
    public required string Site { get; init; }
    public IReadOnlyList<HallMedium> Media { get; private set; } = [];
    public string Zh { get; private set; } = "";
    public string En { get; private set; } = "";
    public Instant From { get; private set; }
    public Instant Until { get; private set; }

    /// <summary>Key of whoever wrote it or changed it last.</summary>
    public string WrittenBy { get; private set; } = "";

    public Instant? ApprovedAt { get; private set; }

    /// <summary>When the screens were first seen to show it as it is now.</summary>
    public Instant? ShownAt { get; private set; }

    public Instant? WithdrawnAt { get; private set; }

    public override string Key => $"hall-message:{Id:N}";

    public Phrase Text => new(Zh, En);

    /// <summary>How it stands; its start belongs to it and its end does not.</summary>
    public HallMessageState At(Instant now) => WithdrawnAt is not null ? HallMessageState.Withdrawn
        : now >= Until ? HallMessageState.Over
        : ApprovedAt is null ? HallMessageState.Unapproved
        : now < From ? HallMessageState.Coming
        : HallMessageState.InForce;

    public static (HallMessage, HallMessageWritten) Write(Guid id, HallMessageWish wish, Actor by)
    {
        var message = new HallMessage { Id = id, Site = wish.Site };
        message.Take(wish, by);
        return (message, new(wish.Site, wish.Media, message.Digest(), wish.From, wish.Until));
    }

    /// <summary>What was changed has to be approved again.</summary>
    /// <exception cref="Refusal"><c>hall-message.over</c>, <c>hall-message.hangs</c></exception>
    public HallMessageChanged Change(HallMessageWish wish, Actor by, Instant now)
    {
        RefuseIfOver(now);
        if (Hangs)
        {
            throw new Refusal("hall-message.hangs", "公布欄上還貼著這則。請先拿下來，再改。", "Its paper still hangs on the notice board. Take it down first, then change it.");
        }

        Take(wish, by);
        (ApprovedAt, ShownAt) = (null, null);
        return new(wish.Media, Digest(), wish.From, wish.Until);
    }

    /// <exception cref="Refusal"><c>hall-message.over</c>, <c>hall-message.own</c>, <c>hall-message.approved</c></exception>
    public HallMessageApproved Approve(Actor by, Instant now)
    {
        RefuseIfOver(now);
        if (ApprovedAt is not null)
        {
            throw new Refusal("hall-message.approved", "這則已經核准了。", "This message is approved already.");
        }

        if (by.Key == WrittenBy)
        {
            throw new Refusal("hall-message.own", "這則是您寫的，要由別人核准。", "You wrote this yourself; somebody else has to approve it.");
        }

        ApprovedAt = now;
        return new(Digest());
    }

    /// <exception cref="Refusal"><c>hall-message.over</c></exception>
    public HallMessageWithdrawn Withdraw(Instant now)
    {
        RefuseIfOver(now);
        WithdrawnAt = now;
        return new();
    }

    /// <summary>Null when no screen shows it now, or was seen to before.</summary>
    public HallMessageShown? Show(Instant now)
    {
        var screens = Media.Where(medium => medium is not HallMedium.NoticeBoard).ToList();
        if (ShownAt is not null || screens.Count == 0 || At(now) is not HallMessageState.InForce)
        {
            return null;
        }

        ShownAt = now;
        return new(Site, screens);
    }

    private void Take(HallMessageWish wish, Actor by) =>
        (Media, Zh, En, From, Until, WrittenBy) = (wish.Media, wish.Text.Zh, wish.Text.En, wish.From, wish.Until, by.Key);

    private string Digest() => ContentHash.Of(Text);

    private void RefuseIfOver(Instant now)
    {
        if (At(now) is HallMessageState.Over or HallMessageState.Withdrawn)
        {
            throw new Refusal("hall-message.over", "這則訊息已經結束，不能再改；要再播出，請寫一則新的。", "This message is over and cannot be changed; to show it again, write a new one.");
        }
    }
}

internal enum HallMessageState { Unapproved, InForce, Coming, Over, Withdrawn }
