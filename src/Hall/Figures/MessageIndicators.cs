using GridDesk.Hall.Messages;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Indicators;

namespace GridDesk.Hall.Figures;

/// <summary>What plan row 1.2.1.12 can prove: messages shown on each medium, and those that hung on when their time was over.</summary>
internal static class MessageIndicators
{
    private static readonly Phrase Messages = new("則", "messages");

    public static IReadOnlyList<Indicator> All { get; } =
    [
        new("hall.messages-hung", new("公布欄張貼的訊息", "Messages on the notice board"), Messages,
            new("期間內有人記下貼上公布欄的訊息，同一則算一次。", "Messages whose paper somebody hung up in the period; each counts once."),
            [typeof(HallMessageHung)], (all, _) => Each(all)) { Aim = Aim.More },
        On("hall.messages-marquee", HallMedium.Marquee, new("跑馬燈播出的訊息", "Messages in the running line")),
        On("hall.messages-television", HallMedium.Television, new("LCD 電視播出的訊息", "Messages on the LCD television")),
        new("hall.messages-expired", new("過期還在公告的訊息", "Expired messages still showing"), Messages,
            new("到期間結束時，時間已過、公布欄上的紙還沒有人記下拿下來的訊息。跑馬燈和電視到時間自己撤下，不會過期，所以只有紙會算進來。",
                "Messages whose time was over and whose paper nobody had noted as taken down by the end of the period. The running line and the television drop a message at its end by themselves, so only paper can count."),
            [typeof(HallMessageHung), typeof(HallMessageShown), typeof(HallMessageHungTooLong), typeof(HallMessageTakenDown)],
            (all, _) => Figure.CountOrZero([.. all.GroupBy(h => h.Subject).Select(of => of.Last()).Select(last => (Row(last), last.Event is HallMessageHungTooLong))])) { Aim = Aim.Less, FromTheBeginning = true },
    ];

    private static Indicator On(string code, HallMedium medium, Phrase title) => new(code, title, Messages,
        new("期間內開始播出的訊息，同一則算一次；沒核准的、還沒開始就撤下的不算。到結束的時間自己撤下。", "Messages that came up in the period, each once; what was not approved, or withdrawn before its start, does not count. Each comes down at its end by itself."),
        [typeof(HallMessageShown)], (all, _) => Each(all.Where(h => ((HallMessageShown)h.Event).Media.Contains(medium)))) { Aim = Aim.More };

    private static Figure Each(IEnumerable<Happening> shown) => Figure.Count([.. shown.DistinctBy(h => h.Subject).Select(Row)]);

    private static EvidenceRow Row(Happening h) => new(h.Subject, Said(h.Event), h.HappenedAt, $"/desk/hall/messages/{h.Subject.Split(':')[^1]}") { Work = h };

    private static Phrase Said(IEvent happened) => happened switch
    {
        HallMessageShown shown => HallMessageWords.Together(shown.Media),
        HallMessageHungTooLong => NoticePaper.HangsTooLong.Name,
        HallMessageTakenDown => NoticePaper.TakenDown.Name,
        _ => HallMedium.NoticeBoard.Name,
    };
}
