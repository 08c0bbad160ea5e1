namespace GridDesk.Notices.Mass;

internal static class MassWords
{
    extension(MassState state)
    {
        public Phrase Title => state switch
        {
            MassState.Choosing => new("正在選", "Being chosen"),
            MassState.Ready => new("還沒開始", "Not started"),
            MassState.Running => new("正在送", "Being sent"),
            MassState.Paused => new("暫停", "Paused"),
            MassState.CalledOff => new("取消了", "Called off"),
            _ => new("送完了", "Done"),
        };

        /// <summary>Of <c>gd-status</c>.</summary>
        public string Mark => state switch
        {
            MassState.Running => "soon",
            MassState.Done => "ok",
            MassState.CalledOff => "none",
            _ => "wait",
        };
    }
}
