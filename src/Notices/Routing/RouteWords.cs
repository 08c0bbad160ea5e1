namespace GridDesk.Notices.Routing;

internal static class RouteWords
{
    extension(RouteStretch stretch)
    {
        /// <summary>What happened to the shares.</summary>
        public Phrase What => stretch.After switch
        {
            0 => new("全部改走第二家", "Everything went over to the second"),
            100 => new("全部回到第一家", "Everything was back with the first"),
            _ when stretch.After < stretch.Before => new($"100 則裡 {100 - stretch.After} 則改走第二家", $"{100 - stretch.After} of 100 went over to the second"),
            _ => new($"100 則裡 {stretch.After} 則回到第一家", $"{stretch.After} of 100 were back with the first"),
        };

        public Phrase Because => stretch.Why switch
        {
            RouteReason.FirstIsSlow => new($"第一家出了狀況：前 10 分鐘 {stretch.All} 則裡，{stretch.Slow} 則沒有收，或超過 5 分鐘還沒送到。", $"The first was in trouble: of {stretch.All} messages in ten minutes it did not take {stretch.Slow}, or they took longer than five minutes."),
            RouteReason.SecondIsSlow => new($"第二家出了狀況：前 10 分鐘 {stretch.All} 則裡，{stretch.Slow} 則沒有收，或超過 5 分鐘還沒送到。", $"The second was in trouble: of {stretch.All} messages in ten minutes it did not take {stretch.Slow}, or they took longer than five minutes."),
            _ => new("兩家都正常了，每 5 分鐘回來一步。", "Both were well again; it came back one step every five minutes."),
        };
    }

    extension(ChannelStanding channel)
    {
        /// <summary>Where its messages go now, in one sentence.</summary>
        public Phrase Goes => channel switch
        {
            { IsSpooled: true } => new("沒有設定業者：訊息寫進暫存匣，沒有送出去。", "No provider is set: messages are written into the spool and do not leave."),
            { Channel: MessageChannel.Push } => new("每支手機由自己瀏覽器的推播服務送。", "Each phone is told by the push service of its own browser."),
            { Providers: [var first, { Share: 0 } second] } => new($"全部先給第一家（{first.Name}）；它沒有收，才給第二家（{second.Name}）。", $"Everything goes to the first ({first.Name}), and to the second ({second.Name}) when it does not take it."),
            { Providers: [{ Share: 0 } first, var second] } => new($"現在全部先給第二家（{second.Name}）；它沒有收，才給第一家（{first.Name}）。", $"Everything now goes to the second ({second.Name}), and to the first ({first.Name}) when it does not take it."),
            { Providers: [var first, var second] } => new($"現在 100 則裡 {first.Share} 則先給第一家（{first.Name}），{second.Share} 則先給第二家（{second.Name}）。", $"Of 100 now {first.Share} go to the first ({first.Name}) and {second.Share} to the second ({second.Name})."),
            { Providers: [var only] } => new($"只有一家（{only.Name}）；它沒有收的，過一會兒再試。", $"There is one provider ({only.Name}); what it does not take is tried again."),
            _ => new("", ""),
        };
    }
}
