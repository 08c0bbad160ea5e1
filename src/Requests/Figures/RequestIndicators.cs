using GridDesk.Kernel.Events;
using GridDesk.Kernel.Indicators;

namespace GridDesk.Requests.Figures;

/// <summary>What requests can prove of the yearly plan. Every figure is a pure function of events, so it can be computed again.</summary>
internal static class RequestIndicators
{
    private static readonly Phrase Cases = new("件", "cases");
    private static readonly Phrase Percent = new("%", "%");
    private static readonly Phrase Days = new("工作日", "working days");
    private static readonly Phrase Hours = new("小時", "hours");
    private static readonly Phrase Times = new("次", "times");

    public static IReadOnlyList<Indicator> All { get; } =
    [
        Count<RequestClosed>("requests.closed", "辦結案件", "Cases closed", "期間內辦結（辦好）的案件。撤銷的結案不算，重新辦結的只算最後一次。", "Cases finished in the period. A closing that was reversed does not count; a case finished again counts once, as finished last.", c => c.Outcome == Outcome.Done),
        Share<RequestClosed>("requests.closed-in-time", "時限內辦結", "Closed in time", "辦結案件中，在告知日期（沒有告知就用期限）以前辦結的比例。", "Of the cases finished, the share finished by the day told (or due, where none was told).",
            c => c is { Outcome: Outcome.Done, InTime: not null }, c => c.InTime == true) with { Aim = Aim.More },
        new("requests.days-mean", new("平均處理日數", "Mean handling time"), Days, new("辦結案件從受理到結案、時鐘在走的工作日平均。", "Mean working days from acceptance to closing while the clock ran, of cases finished."), WhatStands.Sources<RequestClosed>(),
            (all, _) => Figure.Mean(DaysOf(all))) { Aim = Aim.Less },
        new("requests.days-p90", new("九成案件的處理日數", "Handling time, 90th percentile"), Days, new("九成辦結案件不超過的工作日。", "The working days that nine in ten finished cases did not exceed."), WhatStands.Sources<RequestClosed>(),
            (all, _) => Figure.Percentile(DaysOf(all), 90)) { Aim = Aim.Less },
        new("requests.overdue", new("逾期辦結", "Closed late"), Cases, new("期間內辦結但晚於告知日期的案件；有辦結而沒有逾期就是 0。", "Cases finished after the day told; 0 when cases were finished and none was late."), WhatStands.Sources<RequestClosed>(),
            (all, _) => Figure.CountOrZero([.. all.Standing<RequestClosed>().Select(h => (Row(h), h.Event is RequestClosed { Outcome: Outcome.Done, InTime: false }))])) { Aim = Aim.Less },
        new("requests.step-days-mean", new("每個步驟平均停留", "Mean time at a step"), Days, new("從一個步驟走到下一步的平均日曆天。", "Mean calendar days from one step to the next."), [typeof(RequestAccepted), typeof(RequestStepReached)],
            (all, period) => StepDays(all)),
        Count<RequestAccepted>("requests.accepted", "受理案件", "Cases accepted", "期間內正式受理的案件。撤銷的受理不算，重新受理的只算最後一次。", "Cases formally accepted in the period. An acceptance that was reversed does not count; a case accepted again counts once."),
        new("requests.numbered-share", new("經系統受理並編號的比例", "Share accepted through the system with a number"), Percent, new("受理案件中有受理號碼的比例，應為 100%。", "Of the cases accepted, the share with a number of the system; must be 100%."), WhatStands.Sources<RequestAccepted>(),
            (all, _) => Figure.Share([.. all.Standing<RequestAccepted>().Select(h => (Row(h), ((RequestAccepted)h.Event).Number.Length > 0))])) { Aim = Aim.More },
        .. Enum.GetValues<Channel>().Select(channel => Count<RequestAccepted>($"requests.accepted-{Word(channel)}",
            $"{channel.Name.Zh}受理", $"Accepted: {channel.Name.En.ToLowerInvariant()}", $"以{channel.Name.Zh}申請並正式受理的案件。", $"Cases accepted that came in by {channel.Name.En.ToLowerInvariant()}.", a => a.Channel == channel)),
        Share<RequestAccepted>("requests.accepted-web-share", "線上申辦比例", "Share applied for online", "受理案件中由網路或 APP 申請的比例。", "Of the cases accepted, the share that came by web or app.", _ => true, a => a.Channel is Channel.Web or Channel.App) with { Aim = Aim.More },
        Share<RequestAccepted>("requests.complete-at-first-share", "一次備齊比例", "Complete at first submission", "受理案件中，第一次送件就齊全的比例。", "Of the cases accepted, the share whose papers were complete at once.", _ => true, a => !a.WasPreReceived) with { Aim = Aim.More },
        Share<RequestAccepted>("requests.with-contact-share", "告知承辦部門與電話", "Told department and telephone", "受理案件中，用戶看得到承辦部門與電話的比例。", "Of the cases accepted, the share whose customer is shown the department and its telephone.", _ => true, a => a.ContactShown) with { Aim = Aim.More },
        new("requests.supplemented-share", new("需補件比例", "Share that needed a supplement"), Percent, new("受理案件中，受理後還請用戶補件的比例。", "Of the cases accepted, the share in which the customer was asked for more afterwards."), [.. WhatStands.Sources<RequestAccepted>(), typeof(RequestSupplementAsked)],
            (all, _) => Supplemented(all)) { Aim = Aim.Less },
        new("requests.supplemented-twice", new("補件超過一次", "Asked more than once"), Cases, new("請同一位用戶補件超過一次的案件，目標是 0。", "Cases in which the customer was asked more than once; the aim is 0."), [typeof(RequestSupplementAsked)],
            (all, _) => Asked(all, atLeast: 2)) { Aim = Aim.Less },
        .. Enum.GetValues<EnquiryChannel>().Select(channel => Count<RequestEnquired>($"requests.enquiries-{channel.ToString().ToLowerInvariant()}",
            $"{channel.Name.Zh}查詢進度", $"Progress enquiries: {channel.Name.En.ToLowerInvariant()}", $"以{channel.Name.Zh}查詢案件進度的次數。", $"Progress answers given by {channel.Name.En.ToLowerInvariant()}.", e => e.Channel == channel, Times)),
        Share<RequestEnquired>("requests.enquiries-self-service-share", "自助查詢比例", "Self-service share", "進度查詢中由用戶自己查的比例。", "Of the progress enquiries, the share answered without a person.", _ => true, e => e.SelfService) with { Aim = Aim.More },
        Count<RequestSlipPrinted>("requests.slips-with-qr", "印有 QR 碼的回條", "Slips with a QR code", "期間內印出、附 QR 碼的回條。", "Slips with a QR code printed in the period.", s => s.WithQr, Times),
        Share<RequestSlipPrinted>("requests.slips-qr-share", "回條印有 QR 碼的比例", "Slips that carry a QR code", "期間內印出的回條中，附 QR 碼的比例。", "Of the slips printed in the period, the share with a QR code.", _ => true, s => s.WithQr) with { Aim = Aim.More },
        Count<RequestSlipScanned>("requests.slip-scans", "掃描回條 QR 碼", "QR codes scanned", "期間內掃回條上的 QR 碼看進度的次數。", "Times that the QR code on a slip was scanned in the period.", unit: Times),
        Share<RequestClosed>("requests.first-window-share", "第一窗口辦結", "Finished at the first window", "辦結案件中，收件的人當天辦完的比例。", "Of the cases finished, the share finished the same day by the person who took them in.", c => c.Outcome == Outcome.Done, c => c.AtFirstWindow) with { Aim = Aim.More },
        Share<RequestClosed>("requests.owned-share", "專人全程負責", "One owner from start to end", "辦結案件中有專人負責的比例。", "Of the cases finished, the share that had one named owner.", c => c.Outcome == Outcome.Done, c => c.HadOwner) with { Aim = Aim.More },
        Count<RequestPreReceived>("requests.pre-received", "先行收件", "Papers taken in first", "期間內先行收件的案件。", "Cases whose papers were taken in before acceptance."),
        new("requests.pre-received-hours-mean", new("先行收件到正式受理", "From taking in to acceptance"), Hours, new("從先行收件到正式受理的平均時數（日曆時間）。", "Mean hours of calendar time from taking in to formal acceptance."), [typeof(RequestPreReceived), .. WhatStands.Sources<RequestAccepted>()],
            (all, _) => PreReceivedHours(all)) { Aim = Aim.Less },
    ];

    private static string Word(Channel channel) => channel.ToString().ToLowerInvariant();

    private static Indicator Count<T>(string code, string zh, string en, string meaningZh, string meaningEn, Func<T, bool>? counts = null, Phrase? unit = null) where T : IEvent =>
        new(code, new(zh, en), unit ?? Cases, new(meaningZh, meaningEn), WhatStands.Sources<T>(),
            (all, _) => Figure.Count([.. all.Standing<T>().Where(h => counts?.Invoke((T)h.Event) ?? true).Select(Row)]));

    private static Indicator Share<T>(string code, string zh, string en, string meaningZh, string meaningEn, Func<T, bool> of, Func<T, bool> holds) where T : IEvent =>
        new(code, new(zh, en), Percent, new(meaningZh, meaningEn), WhatStands.Sources<T>(),
            (all, _) => Figure.Share([.. all.Standing<T>().Where(h => of((T)h.Event)).Select(h => (Row(h), holds((T)h.Event)))]));

    internal static EvidenceRow Row(Happening h)
    {
        var request = h.Event switch { RequestEnquired enquired => enquired.Request, RequestSlipScanned scanned => scanned.Request, _ => h.Subject };
        return EvidenceRow.Of(request, h.HappenedAt, Shown, h);
    }

    // The number is not in every event; RequestSight puts it in for those who may see the request.
    internal static (Phrase Label, string Path) Shown(string subject)
    {
        var id = subject[(subject.IndexOf(':', StringComparison.Ordinal) + 1)..];
        return (Phrase.Same(id[^8..]), $"/desk/requests/{id}");
    }

    private static IReadOnlyList<(EvidenceRow, decimal)> DaysOf(IReadOnlyList<Happening> all) =>
        [.. all.Standing<RequestClosed>().Where(h => ((RequestClosed)h.Event).Outcome == Outcome.Done).Select(h => (Row(h), ((RequestClosed)h.Event).WorkingDays))];

    private static Figure StepDays(IReadOnlyList<Happening> all)
    {
        Dictionary<string, Happening> before = [];
        List<(EvidenceRow, decimal)> steps = new(all.Count(h => h.Event is RequestStepReached));
        foreach (var h in all)
        {
            if (h.Event is RequestStepReached && before.TryGetValue(h.Subject, out var from))
            {
                // The days were those of the department that had the step before.
                steps.Add((EvidenceRow.Of(h.Subject, h.HappenedAt, Shown, from), (decimal)Math.Round((h.HappenedAt - from.HappenedAt).TotalDays, 2)));
            }

            before[h.Subject] = h;
        }

        return Figure.Mean(steps);
    }

    private static Figure Supplemented(IReadOnlyList<Happening> all)
    {
        var asked = all.Where(h => h.Event is RequestSupplementAsked).Select(h => h.Subject).ToHashSet();
        return Figure.Share([.. all.Standing<RequestAccepted>().Select(h => (Row(h), asked.Contains(h.Subject)))]);
    }

    private static Figure Asked(IReadOnlyList<Happening> all, int atLeast) =>
        Figure.CountOrZero([.. all.GroupBy(h => h.Subject).Select(g => (Row(g.Last()), g.Count() >= atLeast))]);

    private static Figure PreReceivedHours(IReadOnlyList<Happening> all)
    {
        var received = all.Where(h => h.Event is RequestPreReceived).GroupBy(h => h.Subject).ToDictionary(g => g.Key, g => g.First().HappenedAt);
        return Figure.Mean([.. all.Standing<RequestAccepted>().Where(h => received.ContainsKey(h.Subject))
            .Select(h => (Row(h), (decimal)Math.Round((h.RecordedAt - received[h.Subject]).TotalHours, 1)))]);
    }
}
