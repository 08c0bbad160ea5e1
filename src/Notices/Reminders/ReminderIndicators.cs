using GridDesk.Customers.Contacts;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Indicators;
using GridDesk.Notices.Templates;

namespace GridDesk.Notices.Reminders;

/// <summary>What reminders of bills can prove of the yearly plan (rows 1.1.2.5 and 1.2.3.4).</summary>
internal static class ReminderIndicators
{
    private static readonly Phrase Customers = new("戶", "customers");
    private static readonly Phrase Percent = new("%", "%");

    public static IReadOnlyList<Indicator> All { get; } =
    [
        new("reminders.sms", new("以簡訊提醒", "Reminded by text message"), Customers, new("期間內以簡訊提醒繳費的帳單，一張算一戶；業者收下才算，寫進暫存匣的不算。", "Bills of which customers were reminded by text message in the period, each once; a message counts when a provider took it, not when it was written to the spool."), [typeof(MessageQueued), typeof(MessageHandedOver), typeof(MessageDelivered)],
            (all, _) => Reminded(all, MessageChannel.Sms)),
        new("reminders.voice", new("以語音提醒", "Reminded by voice call"), Customers, new("期間內以語音電話提醒繳費的帳單，一張算一戶；客服中心外撥的，有人接才算。", "Bills of which customers were reminded by a call in the period, each once; a call that the call centre makes counts when it was answered."), [typeof(MessageQueued), typeof(MessageHandedOver), typeof(MessageDelivered)],
            (all, _) => Reminded(all, MessageChannel.Voice)),
        new("reminders.delivered-share", new("提醒送達", "Reminders that arrived"), Percent, new("有回條的提醒中，簡訊送達或電話有人接的比例，一張帳單算一次。", "Of the reminders of which a receipt says what became of them, the share that arrived or was answered, each bill once."), [typeof(MessageQueued), typeof(MessageDelivered), typeof(MessageFailed)],
            (all, _) => Delivered(all)) { Aim = Aim.More },
        new("reminders.paid-in-time-share", new("提醒後如期繳費", "Paid in time after a reminder"), Percent, new("提醒過的帳單中，提醒之後在期限內繳清的比例；期限未到又還沒繳的不算。", "Of the bills of which customers were reminded, the share that was then paid by the due date; those that are open and not due yet do not count."), [typeof(ReminderClosed)],
            (all, _) => PaidInTime(all)) { Aim = Aim.More },
        new("reminders.sent", new("發出的提醒", "Reminders sent"), new("則", "messages"), new("期間內發出的繳費提醒，簡訊、語音和電子郵件都算，再打一次的也算；寫進暫存匣的不算。", "Reminders of payment sent in the period by text message, call or e-mail, repeated calls included; what was written to the spool does not count."), [typeof(MessageHandedOver), typeof(MessageDelivered)],
            (all, _) => Figure.Count([.. all.Where(h => WentOut(h, null)).DistinctBy(h => h.Subject).Select(h => Row(h.Subject, h))])),
    ];

    private static Figure Reminded(IReadOnlyList<Happening> all, MessageChannel channel)
    {
        var bills = BillsOf(all);
        return Figure.Count([.. all.Where(h => WentOut(h, channel) && bills.ContainsKey(h.Subject))
            .DistinctBy(h => bills[h.Subject]).Select(h => Row(bills[h.Subject], h))]);
    }

    // A provider took it, or it arrived: calls that the call centre makes lie in the spool until then.
    private static bool WentOut(Happening happening, MessageChannel? channel) => happening.Event switch
    {
        MessageHandedOver { Purpose: ContactPurpose.PaymentReminder } over => over.Left && over.Channel == (channel ?? over.Channel),
        MessageDelivered { Purpose: ContactPurpose.PaymentReminder } came => came.Channel == (channel ?? came.Channel),
        _ => false,
    };

    // A call that nobody answers is made again: a bill of which somebody heard at last has arrived.
    private static Figure Delivered(IReadOnlyList<Happening> all)
    {
        var bills = BillsOf(all);
        return Figure.Share([.. all.Where(h => bills.ContainsKey(h.Subject)).GroupBy(h => bills[h.Subject])
            .Select(of => (Row(of.Key, of.Last()), of.Any(h => h.Event is MessageDelivered)))]);
    }

    // Of a bill that was reminded of twice, whichever closed last.
    private static Figure PaidInTime(IReadOnlyList<Happening> all) => Figure.Share(
        [.. all.Where(h => h.Event is ReminderClosed { PaidInTime: not null }).GroupBy(h => ((ReminderClosed)h.Event).Bill)
            .Select(of => (Row($"bill:{of.Key}", of.Last()), of.Any(h => h.Event is ReminderClosed { PaidInTime: true })))]);

    // What was queued just before the period began and left within it is known by its message alone.
    private static Dictionary<string, string> BillsOf(IReadOnlyList<Happening> all) =>
        all.Select(h => h.Event).OfType<MessageQueued>().Where(q => q.Purpose == ContactPurpose.PaymentReminder).ToDictionary(q => Message.KeyOf(q.Message), q => q.About);

    private static EvidenceRow Row(string subject, Happening h) => new(subject, Phrase.Same(subject.Split(':')[^1]), h.HappenedAt, "/desk/reminders") { Work = h };
}
