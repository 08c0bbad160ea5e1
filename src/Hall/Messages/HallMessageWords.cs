namespace GridDesk.Hall.Messages;

internal static class HallMessageWords
{
    extension(HallMedium medium)
    {
        public Phrase Name => medium switch
        {
            HallMedium.NoticeBoard => new("公布欄", "Notice board"),
            HallMedium.Marquee => new("跑馬燈", "Running line"),
            _ => new("LCD 電視", "LCD television"),
        };

        public Phrase Hint => medium switch
        {
            HallMedium.NoticeBoard => new("印出來貼，結束時請人拿下來", "Printed and hung up; somebody takes it down at its end"),
            HallMedium.Marquee => new("看板最下面，一行", "One line along the foot of the screen"),
            _ => new("看板中間，大字", "In the middle of the screen, in large letters"),
        };
    }

    extension(HallMessageState state)
    {
        public Phrase Name => state switch
        {
            HallMessageState.Unapproved => new("等核准", "To be approved"),
            HallMessageState.InForce => new("播出中", "Shown now"),
            HallMessageState.Coming => new("還沒開始", "To come"),
            HallMessageState.Withdrawn => new("已撤下", "Withdrawn"),
            _ => new("已結束", "Over"),
        };

        /// <summary>Of the status mark.</summary>
        public string Kind => state switch { HallMessageState.InForce => "ok", HallMessageState.Unapproved => "soon", HallMessageState.Coming => "wait", _ => "none" };
    }

    extension(NoticePaper paper)
    {
        public Phrase Name => paper switch
        {
            NoticePaper.Hangs => new("貼著", "Hangs"),
            NoticePaper.HangsTooLong => new("過期了，請拿下來", "Over: take it down"),
            NoticePaper.TakenDown => new("拿下來了", "Taken down"),
            _ => new("還沒貼", "Not hung up"),
        };
    }

    public static Phrase Together(IReadOnlyList<HallMedium> media) => new(string.Join("、", media.Select(m => m.Name.Zh)), string.Join(", ", media.Select(m => m.Name.En)));
}
