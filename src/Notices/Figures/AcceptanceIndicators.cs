using System.Runtime.CompilerServices;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Indicators;
using GridDesk.Notices.Phone;
using GridDesk.Requests;
using GridDesk.Requests.Figures;

namespace GridDesk.Notices.Figures;

/// <summary>Whether customers learnt the number of an accepted request, and how (plan row 1.2.4.6): by e-mail, by slip, in the list on their phone.</summary>
internal static class AcceptanceIndicators
{
    private static readonly Phrase Cases = new("件", "cases");

    private static readonly IReadOnlyList<Type> Sources =
    [
        .. WhatStands.Sources<RequestAccepted>(), typeof(RequestSupplied), typeof(RequestSlipPrinted), typeof(RequestInformed),
        typeof(MessageQueued), typeof(MessageHandedOver), typeof(MessageDelivered), typeof(MessageFailed), typeof(CaseKept),
    ];

    // The six figures are read from the same happenings, one after another.
    private static readonly ConditionalWeakTable<IReadOnlyList<Happening>, List<ToldCase>> Known = [];

    public static IReadOnlyList<Indicator> All { get; } =
    [
        new("notices.told-share", new("受理後告知號碼", "Told the number on acceptance"), new("%", "%"),
            new("受理案件中，以電子郵件、回條、手機清單、當場的畫面、電話或信函告知受理號碼的比例，應為 100%。", "Of the cases accepted, the share told the number by e-mail, slip, the list on a phone, on screen there and then, by a call or by letter; must be 100%."), Sources,
            (all, _) => Figure.Share([.. Told(all).Select(told => (told.Row, told.Ways != Ways.None))])),
        By("notices.told-email", Ways.Email, "以電子郵件告知", "Told by e-mail", "受理案件中，受理通知郵件已送出而沒有退回的件數。", "Cases accepted whose notice was handed over by e-mail and did not come back."),
        By("notices.told-slip", Ways.Slip, "以回條告知", "Told by slip", "受理案件中，受理後印了回條的件數。", "Cases accepted for which a slip was printed since."),
        By("notices.told-app", Ways.Phone, "列入手機清單", "Listed on a phone", "受理案件中，用 APP 申請或留在手機清單的件數。", "Cases accepted that came by the app or are kept on a phone."),
        new("notices.told-otherwise", new("只以畫面、電話或信函告知", "Told on screen, by a call or by letter only"), Cases,
            new("受理案件中，沒有郵件、回條或手機清單，只在網路申請的畫面、以電話或信函告知的件數；有受理而沒有這種就是 0。", "Cases accepted with no e-mail, slip or phone, told on the screen of the web application, by a call or by letter only; 0 when some were accepted and none so."), Sources,
            (all, _) => Some(all, told => told.Ways != Ways.None && (told.Ways & (Ways.Email | Ways.Slip | Ways.Phone)) == Ways.None)),
        new("notices.told-failed", new("受理郵件送不到", "Acceptance e-mails that failed"), Cases,
            new("受理案件中，受理通知郵件送不到的件數；承辦人會另外聯絡。有受理而都送到就是 0。", "Cases accepted whose notice by e-mail could not be delivered; whoever handles them tells the customer otherwise. 0 when some were accepted and none failed."), Sources,
            (all, _) => Some(all, told => told.EmailFailed)),
    ];

    [Flags]
    private enum Ways { None = 0, Email = 1, Slip = 2, Phone = 4, Screen = 8, Call = 16, Letter = 32 }

    private readonly record struct ToldCase(EvidenceRow Row, Ways Ways, bool EmailFailed);

    private static Indicator By(string code, Ways way, string zh, string en, string meaningZh, string meaningEn) =>
        new(code, new(zh, en), Cases, new(meaningZh, meaningEn), Sources, (all, _) => Figure.Count([.. Told(all).Where(told => told.Ways.HasFlag(way)).Select(told => told.Row)]));

    private static Figure Some(IReadOnlyList<Happening> all, Func<ToldCase, bool> counts) => Figure.CountOrZero([.. Told(all).Select(told => (told.Row, counts(told)))]);

    private static List<ToldCase> Told(IReadOnlyList<Happening> all) => Known.GetValue(all, Tell);

    private static List<ToldCase> Tell(IReadOnlyList<Happening> all)
    {
        var ofRequest = all.Where(h => h.Event is RequestSupplied or RequestSlipPrinted or RequestInformed).ToLookup(h => h.Subject);
        var onPhone = all.Select(h => h.Event).OfType<CaseKept>().Select(kept => kept.Request).ToHashSet();
        var failed = all.Where(h => h.Event is MessageFailed).Select(h => h.Subject).ToHashSet();
        var gone = all.Where(h => h.Event is MessageDelivered || (h.Event is MessageHandedOver over && over.Left)).Select(h => h.Subject).ToHashSet();
        var queued = all.Select(h => h.Event).OfType<MessageQueued>().ToList();
        var mails = queued.Where(m => m is { Channel: MessageChannel.Email, Template: "request-accepted" }).ToLookup(m => m.About, m => Message.KeyOf(m.Message));
        var byLetter = queued.Where(m => m.Channel is MessageChannel.Letter && Arrives(Message.KeyOf(m.Message))).Select(m => m.About).ToHashSet();
        return [.. all.Standing<RequestAccepted>().Select(accepted => new ToldCase(Row(accepted),
            WaysOf(accepted, ofRequest[accepted.Subject], onPhone, mails[accepted.Subject].Any(Arrives)) | (byLetter.Contains(accepted.Subject) ? Ways.Letter : Ways.None),
            mails[accepted.Subject].Any(failed.Contains)))];

        bool Arrives(string message) => gone.Contains(message) && !failed.Contains(message);
    }

    // A slip or a call before the acceptance could not name the number; the list on a phone shows it by itself.
    private static Ways WaysOf(Happening accepted, IEnumerable<Happening> ofRequest, HashSet<string> onPhone, bool byEmail)
    {
        var happened = (RequestAccepted)accepted.Event;
        var ways = byEmail ? Ways.Email : Ways.None;
        if (happened.Channel is Channel.App || onPhone.Contains(accepted.Subject))
        {
            ways |= Ways.Phone;
        }

        // Filed complete on the web, or its last paper sent there: the number stands on the screen at once.
        if ((happened.Channel is Channel.Web && !happened.WasPreReceived)
            || ofRequest.Any(h => h.Version == accepted.Version - 1 && h.Event is RequestSupplied { Channel: Channel.Web or Channel.App, Complete: true }))
        {
            ways |= Ways.Screen;
        }

        return ofRequest.Where(h => h.Version > accepted.Version).Aggregate(ways, (all, h) => all | h.Event switch { RequestSlipPrinted => Ways.Slip, RequestInformed => Ways.Call, _ => Ways.None });
    }

    private static EvidenceRow Row(Happening h) => EvidenceRow.Of(h.Subject, h.HappenedAt, static subject =>
    {
        var id = subject[(subject.IndexOf(':', StringComparison.Ordinal) + 1)..];
        return (Phrase.Same(id[^8..]), $"/desk/requests/{id}");
    }, h);
}
