using GridDesk.Hall.Greet;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Indicators;

namespace GridDesk.Hall.Figures;

/// <summary>What plan rows 1.2.3.1 and 2.1.2.3 can prove: visitors greeted, papers complete at a first look, people met in the hall, wishes of their own.</summary>
internal static class EncounterIndicators
{
    private static readonly Phrase People = new("人次", "visitors");
    private static readonly Phrase PerCent = new("%", "%");

    public static IReadOnlyList<Indicator> All { get; } =
    [
        new("hall.greeted", new("門口招呼", "Greeted at the entrance"), People, new("期間內在門口招呼並記下的用戶。", "Visitors greeted at the entrance and written down in the period."), [typeof(EncounterRecorded)],
            (all, _) => Figure.Count([.. all.Where(h => Of(h).Place is EncounterPlace.Entrance).Select(Row)])),
        new("hall.complete-at-check-share", new("預檢時文件就備齊", "Papers complete at the first look"), PerCent, new("看過文件的用戶中，文件齊全的比例。", "Of the visitors whose papers were looked at, the share that had all."), [typeof(EncounterRecorded)],
            (all, _) => Figure.Share([.. all.Where(h => Of(h).Papers is not PapersFound.NotLooked).Select(h => (Row(h), Of(h).Papers is PapersFound.Complete))])) { Aim = Aim.More },
        new("hall.roving", new("走動服務", "Helped in the hall"), People, new("期間內在大廳走動時主動協助並記下的用戶。", "Visitors whom somebody walking about the hall helped, written down in the period."), [typeof(EncounterRecorded)],
            (all, _) => Figure.Count([.. all.Where(h => Of(h).Place is EncounterPlace.Hall).Select(Row)])),
        new("hall.own-wishes", new("個別需要", "Wishes of their own"), People, new("期間內記下的個別需要，包括做到的和轉給同仁的。", "Wishes of visitors’ own written down in the period, met or passed on."), [typeof(EncounterRecorded)],
            (all, _) => Figure.Count([.. all.Where(h => Of(h).Wish is not OwnWish.None).Select(Row)])),
        new("hall.own-wishes-met-share", new("個別需要當場做到", "Wishes met at once"), PerCent, new("個別需要中，當場做到的比例。", "Of the wishes of visitors’ own, the share that was met at once."), [typeof(EncounterRecorded)],
            (all, _) => Figure.Share([.. all.Where(h => Of(h).Wish is not OwnWish.None).Select(h => (Row(h), Of(h).Wish is OwnWish.Met))])) { Aim = Aim.More },
    ];

    private static EncounterRecorded Of(Happening h) => (EncounterRecorded)h.Event;

    private static EvidenceRow Row(Happening h) => new(h.Subject, Of(h).Place.Name(), h.HappenedAt, null) { Work = h };
}
