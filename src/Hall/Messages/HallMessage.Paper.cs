namespace GridDesk.Hall.Messages;

/// <summary>Its paper on the notice board, which no clock takes down.</summary>
internal sealed partial class HallMessage
{
    public NoticePaper Paper { get; private set; }

    public bool Hangs => Paper is NoticePaper.Hangs or NoticePaper.HangsTooLong;

    public bool MayHang(Instant now) => !Hangs && Media.Contains(HallMedium.NoticeBoard) && At(now) is HallMessageState.InForce;

    /// <exception cref="Refusal"><c>hall-message.not-to-hang</c></exception>
    public HallMessageHung HangUp(Instant now)
    {
        if (!MayHang(now))
        {
            throw new Refusal("hall-message.not-to-hang", "這則現在不用貼：還沒核准、還沒開始、已經結束，或已經貼了。", "This is not to be hung up now: not approved, not begun, over, or it hangs already.");
        }

        Paper = NoticePaper.Hangs;
        return new(Site);
    }

    /// <exception cref="Refusal"><c>hall-message.not-hanging</c></exception>
    public HallMessageTakenDown TakeDown()
    {
        if (!Hangs)
        {
            throw new Refusal("hall-message.not-hanging", "公布欄上沒有這則。", "This does not hang on the notice board.");
        }

        Paper = NoticePaper.TakenDown;
        return new(Site);
    }

    /// <summary>Null unless it hangs though its time is over, and nobody has said so yet.</summary>
    public HallMessageHungTooLong? FindHanging(Instant now)
    {
        if (Paper is not NoticePaper.Hangs || At(now) is not (HallMessageState.Over or HallMessageState.Withdrawn))
        {
            return null;
        }

        Paper = NoticePaper.HangsTooLong;
        return new(Site);
    }
}

internal enum NoticePaper { None, Hangs, HangsTooLong, TakenDown }
