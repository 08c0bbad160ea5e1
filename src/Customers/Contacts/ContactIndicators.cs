using GridDesk.Kernel.Events;
using GridDesk.Kernel.Indicators;

namespace GridDesk.Customers.Contacts;

/// <summary>What collecting mobile numbers can prove of the yearly plan (row 1.2.3.4).</summary>
internal static class ContactIndicators
{
    public static IReadOnlyList<Indicator> All { get; } =
    [
        new("contacts.mobiles", new("留下的手機號碼", "Mobile numbers left"), new("支", "numbers"), new("期間內用戶留給本處、可以收簡訊的號碼。", "Numbers that take text messages and were left with the office in the period."), [typeof(ContactAdded)],
            (all, _) => Figure.Count([.. all.Where(h => ((ContactAdded)h.Event).TakesText).Select(Row)])),
        new("contacts.reachable-share", new("可以提醒繳費的戶數", "Accounts that can be reminded"), new("%", "%"), new("期末，本處的電號中有人同意收繳費提醒的比例。", "At the end of the period, the share of the office’s accounts for which somebody agrees to payment reminders."),
            [typeof(CustomerRegistered), typeof(ContactConsented), typeof(ContactWithdrawn)], (all, _) => Reachable(all)) { FromTheBeginning = true, Aim = Aim.More },
        new("contacts.opt-outs", new("不要再提醒", "Reminders declined"), new("件", "withdrawals"), new("期間內撤回繳費提醒同意的聯絡方式；有人同意而沒有人撤回就是 0。", "Addresses whose consent to payment reminders was withdrawn in the period; 0 when some agreed and none withdrew."), [typeof(ContactConsented), typeof(ContactWithdrawn)],
            (all, _) => OptOuts(all)) { Aim = Aim.Less },
    ];

    // One account may be reached at several addresses; a withdrawal ends all that its address stood for.
    private static Figure Reachable(IReadOnlyList<Happening> all)
    {
        var whole = all.Sum(h => h.Event is CustomerRegistered registered ? registered.Accounts : 0);
        Dictionary<string, Dictionary<string, Happening>> standing = [];
        foreach (var h in all)
        {
            switch (h.Event)
            {
                case ContactConsented { Purpose: ContactPurpose.PaymentReminder, Account: { } account }:
                    (standing.TryGetValue(h.Subject, out var accounts) ? accounts : standing[h.Subject] = [])[account] = h;
                    break;
                case ContactWithdrawn { Purpose: ContactPurpose.PaymentReminder }:
                    standing.Remove(h.Subject);
                    break;
            }
        }

        List<EvidenceRow> rows = [.. standing.Values.SelectMany(accounts => accounts).DistinctBy(one => one.Key).Select(one => Row(one.Value))];
        return whole == 0 ? Figure.None : new(Math.Round(100m * rows.Count / whole, 1), rows.Count, whole, rows);
    }

    private static Figure OptOuts(IReadOnlyList<Happening> all)
    {
        var reminders = all.Where(h => h.Event is ContactConsented { Purpose: ContactPurpose.PaymentReminder } or ContactWithdrawn { Purpose: ContactPurpose.PaymentReminder });
        return Figure.CountOrZero([.. reminders.Select(h => (Row(h), h.Event is ContactWithdrawn))]);
    }

    private static EvidenceRow Row(Happening h) => new(h.Subject, new("聯絡方式", "An address"), h.HappenedAt, $"/desk/contacts/{h.Subject.Split(':')[1]}") { Work = h };
}
