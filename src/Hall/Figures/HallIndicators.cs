using GridDesk.Kernel.Events;
using GridDesk.Kernel.Indicators;

namespace GridDesk.Hall.Figures;

/// <summary>What plan rows 1.2.1.6, 5.2.1.2 and 5.2.1.3 can prove: tickets, waiting, serving, no-shows, calls out of turn, by kind of line.</summary>
internal static class HallIndicators
{
    private static readonly Phrase Tickets = new("張", "tickets");
    private static readonly Phrase Minutes = new("分鐘", "minutes");
    private static readonly Phrase PerCent = new("%", "%");
    private static readonly Type[] Called = [typeof(TicketTaken), typeof(TicketCalled), typeof(TicketUndone)];
    private static readonly Type[] Answered = [typeof(TicketWaitTold), .. Called];
    private static readonly Type[] Ended = [typeof(TicketTaken), typeof(TicketFinished), typeof(TicketMissed), typeof(TicketUndone)];

    public static IReadOnlyList<Indicator> All { get; } =
    [
        new("hall.tickets", new("抽號", "Tickets taken"), Tickets, new("期間內抽的號碼牌。", "Queue tickets taken in the period."), [typeof(TicketTaken)],
            (all, _) => Figure.Count([.. all.Where(h => h.Event is TicketTaken).Select(Row)])),
        Mean("hall.wait-mean", new("平均等候", "Mean wait"), new("從抽號（或轉到另一個櫃檯）到第一次叫號的平均分鐘；復原的叫號不算。", "Mean minutes from taking the ticket, or from being sent on, to the call; a call that was undone does not count."), _ => true),
        new("hall.wait-90", new("九成在多久內叫到", "Nine of ten called within"), Minutes, new("九成的叫號，等候不超過這麼多分鐘。", "Nine of ten calls came within so many minutes."), Called,
            (all, _) => Figure.Percentile(Waits(all, _ => true), 90)) { Aim = Aim.Less },
        new("hall.as-told-share", new("等候和告訴用戶的一樣久", "Waited as long as they were told"), PerCent, new("抽號時聽到「大約 8–17 分鐘」這種說法、後來叫到的用戶中，等候真的落在這個範圍的比例；說的範圍是十次有九次。", "Of the visitors who were told a range of minutes when they took the ticket and were called, the share whose wait was within it; nine of ten is what they are told."), Answered,
            (all, _) => Figure.Share(AsTold(all))),
        Mean("hall.wait-quick-mean", new("快速櫃檯平均等候", "Mean wait at the quick counter"), new("抽快速號碼的平均等候分鐘。", "Mean minutes waited with a quick ticket."), kind => kind is TicketKind.Quick),
        Mean("hall.wait-ordinary-mean", new("一般櫃檯平均等候", "Mean wait in the ordinary line"), new("抽一般號碼的平均等候分鐘，和快速、高齡比較用。", "Mean minutes waited with an ordinary ticket, to compare the quick and the senior line with."), kind => kind is TicketKind.Ordinary),
        Mean("hall.wait-senior-mean", new("高齡櫃檯平均等候", "Mean wait in the senior line"), new("抽高齡號碼的平均等候分鐘。", "Mean minutes waited with a senior ticket."), kind => kind is TicketKind.Senior),
        new("hall.quick-tickets", new("快速櫃檯抽號", "Quick tickets"), Tickets, new("期間內抽的快速號碼。", "Tickets for the quick counter taken in the period."), [typeof(TicketTaken)],
            (all, _) => Figure.Count([.. all.Where(h => h.Event is TicketTaken { Kind: TicketKind.Quick }).Select(Row)])),
        new("hall.ordinary-tickets", new("一般櫃檯抽號", "Ordinary tickets"), Tickets, new("期間內抽的一般號碼，和快速、高齡比較用。", "Tickets for the ordinary line taken in the period, to compare the quick and the senior line with."), [typeof(TicketTaken)],
            (all, _) => Figure.Count([.. all.Where(h => h.Event is TicketTaken { Kind: TicketKind.Ordinary }).Select(Row)])),
        new("hall.senior-tickets", new("高齡櫃檯抽號", "Senior tickets"), Tickets, new("期間內抽的高齡號碼。", "Tickets for the senior line taken in the period."), [typeof(TicketTaken)],
            (all, _) => Figure.Count([.. all.Where(h => h.Event is TicketTaken { Kind: TicketKind.Senior }).Select(Row)])),
        new("hall.serving-mean", new("平均服務時間", "Mean serving time"), Minutes, new("從最後一次叫號到辦完的平均分鐘。", "Mean minutes from the last call to the end of the visit."), Ended,
            (all, _) => Figure.Mean(Servings(all))),
        new("hall.serving-90", new("九成在多久內辦完", "Nine of ten served within"), Minutes, new("九成的用戶，從最後一次叫號到辦完不超過這麼多分鐘。", "Nine of ten visits to a counter took no more than so many minutes, from the last call to the end."), Ended,
            (all, _) => Figure.Percentile(Servings(all), 90)),
        new("hall.missed-share", new("過號比例", "Share of no-shows"), PerCent, new("結束的號碼中，叫了沒有人來的比例。", "Of the tickets that ended, the share that was called and nobody came."), Ended,
            (all, _) => Figure.Share([.. StandingSteps.Of(all).Where(h => h.Event is TicketFinished or TicketMissed).Select(h => (Row(h), h.Event is TicketMissed))])) { Aim = Aim.Less },
        new("hall.out-of-turn", new("不照順序的叫號", "Calls out of turn"), Tickets, new("叫號時還有順序更前面的人在等；暫離的人回來才可以，每次都有紀錄。", "Calls while somebody with an earlier turn waited: only when somebody who was put aside comes back, and each is on record."), Called,
            (all, _) => Figure.CountOrZero([.. StandingSteps.Of(all).Where(h => h.Event is TicketCalled).Select(h => (Row(h), ((TicketCalled)h.Event).OutOfTurn))])) { Aim = Aim.Less },
        new("hall.wrong-counter-share", new("走錯櫃檯的比例", "Share at the wrong counter"), PerCent, new("叫號中，因為不是這個櫃檯辦的而轉到別的櫃檯的比例。", "Of the calls, the share of visitors who were sent on because another counter does it."), [typeof(TicketCalled), typeof(TicketSentOn), typeof(TicketUndone)],
            (all, _) => Figure.Share([.. StandingSteps.Of(all).Where(h => h.Event is TicketCalled { Waited: not null } or TicketSentOn { Wrong: true }).GroupBy(h => h.Subject).Where(of => of.Any(h => h.Event is TicketCalled)).Select(of => (Row(of.First()), of.Any(h => h.Event is TicketSentOn)))])) { Aim = Aim.Less },
    ];

    private static Indicator Mean(string code, Phrase title, Phrase meaning, Func<TicketKind, bool> of) => new(code, title, Minutes, meaning, Called, (all, _) => Figure.Mean(Waits(all, of))) { Aim = Aim.Less };

    private static IReadOnlyList<(EvidenceRow, decimal)> Waits(IReadOnlyList<Happening> all, Func<TicketKind, bool> of) =>
        [.. StandingSteps.Of(all).Where(h => h.Event is TicketCalled { Waited: not null } called && of(called.Kind)).Select(h => (Row(h), ((TicketCalled)h.Event).Waited!.Value / 60m))];

    private static IReadOnlyList<(EvidenceRow, decimal)> Servings(IReadOnlyList<Happening> all) =>
        [.. StandingSteps.Of(all).Where(h => h.Event is TicketFinished).Select(h => (Row(h), ((TicketFinished)h.Event).Served / 60m))];

    // By the first call: whoever was sent on had been told nothing of the second counter.
    private static IReadOnlyList<(EvidenceRow, bool)> AsTold(IReadOnlyList<Happening> all)
    {
        var told = all.Where(h => h.Event is TicketWaitTold).ToDictionary(h => h.Subject, h => (TicketWaitTold)h.Event);
        return [.. StandingSteps.Of(all).Where(h => h.Event is TicketCalled { Waited: not null } && told.ContainsKey(h.Subject)).DistinctBy(h => h.Subject)
            .Select(h => (Row(h), told[h.Subject].Holds(((TicketCalled)h.Event).Waited!.Value)))];
    }

    private static EvidenceRow Row(Happening h) => new(h.Subject, h.Event switch
    {
        TicketTaken taken => Phrase.Same(taken.Name),
        TicketCalled called => new($"{called.Counter} 號櫃檯叫號", $"Called to counter {called.Counter}"),
        TicketFinished finished => new($"{finished.Counter} 號櫃檯辦完", $"Finished at counter {finished.Counter}"),
        TicketMissed missed => new($"{missed.Counter} 號櫃檯過號", $"Missed at counter {missed.Counter}"),
        _ => Phrase.Same(h.Subject),
    }, h.HappenedAt, null) { Work = h };
}
