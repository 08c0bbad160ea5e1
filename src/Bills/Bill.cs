using GridDesk.Kernel.Events;
using GridDesk.Kernel.Time;

namespace GridDesk.Bills;

/// <summary>What an account owes for one period, by when, and whether it is paid. The company issues it; the office knows it from a file.</summary>
internal sealed class Bill : Subject
{
    /// <summary>The company's number of the bill.</summary>
    public required string Number { get; init; }

    /// <summary>The 11 digits of the electricity number; the office may not know whose it is yet.</summary>
    public required string Account { get; set; }

    /// <summary>The first day of the month that the company counts it under.</summary>
    public required LocalDate Month { get; set; }

    public required Money Amount { get; set; }
    public required LocalDate IssuedOn { get; set; }

    /// <summary>As printed on it; on a day off the next working day is in time.</summary>
    public required LocalDate DueOn { get; set; }

    public BillState State { get; private set; }

    /// <summary>When it was paid, how much and how; or when it was cancelled.</summary>
    public Instant? ClosedAt { get; private set; }
    public Money? Paid { get; private set; }
    public PaymentChannel? PaidBy { get; private set; }

    /// <summary>Null while it is not paid.</summary>
    public bool? PaidInTime { get; private set; }

    public override string Key => KeyOf(Number);

    public static string KeyOf(string number) => $"bill:{number}";

    /// <exception cref="Refusal"><c>bill.amount</c>, <c>bill.due</c></exception>
    public static Bill Issue(BillFacts facts)
    {
        Check(facts);
        return new() { Number = facts.Number, Account = facts.Account, Month = facts.Month, Amount = facts.Amount, IssuedOn = facts.IssuedOn, DueOn = facts.DueOn };
    }

    /// <summary>What a later file says of it; null when that is what we know.</summary>
    /// <exception cref="Refusal"><c>bill.closed</c>: it is paid or cancelled and stays as it was; and as <see cref="Issue"/>.</exception>
    public BillCorrected? Correct(BillFacts facts)
    {
        var changed = Changed(facts);
        if (changed.Count == 0)
        {
            return null;
        }

        if (State is not BillState.Open)
        {
            throw new Refusal("bill.closed", $"這張帳單{StateText.Zh}，不能再改{string.Join("、", changed.Select(c => c.Name.Zh))}。請和帳務單位核對。",
                $"This bill is {StateText.En} already, so its {string.Join(", ", changed.Select(c => c.Name.En))} cannot change. Please check with accounting.");
        }

        Check(facts);
        (Account, Month, Amount, IssuedOn, DueOn) = (facts.Account, facts.Month, facts.Amount, facts.IssuedOn, facts.DueOn);
        return new([.. changed.Select(c => c.Field)], DueOn);
    }

    /// <summary>It was paid; null when that is known already.</summary>
    /// <exception cref="Refusal"><c>bill.cancelled</c>, <c>bill.paid-already</c>, <c>bill.paid-too-early</c>, <c>bill.paid-in-future</c>, <c>bill.underpaid</c></exception>
    public BillPaid? Pay(Instant at, Money amount, PaymentChannel by, WorkCalendar calendar, Instant now)
    {
        var day = calendar.Today(at);
        if (State is BillState.Paid)
        {
            return (ClosedAt, Paid, PaidBy) == (at, amount, by) ? null
                : throw new Refusal("bill.paid-already", $"這張帳單 {RocDate.Show(calendar.Today(ClosedAt!.Value)).Zh} 已經繳了 {Paid} 元，和這一筆不同。請查是不是重複繳費。",
                    $"This bill was paid with NT${Paid} on {RocDate.Show(calendar.Today(ClosedAt!.Value)).En}, which is not this payment. Check whether it was paid twice.");
        }

        if (State is BillState.Cancelled)
        {
            throw new Refusal("bill.cancelled", "這張帳單已經作廢，不能繳。請和帳務單位核對這筆錢。", "This bill was cancelled and cannot be paid. Please check this payment with accounting.");
        }

        if (at > now || day < IssuedOn)
        {
            throw at > now ? new Refusal("bill.paid-in-future", "繳費時間還沒到，請檢查日期。", "The payment lies in the future: check the date.", "paid")
                : new Refusal("bill.paid-too-early", "繳費日早於帳單開立日，請檢查日期。", "It was paid before the bill was issued: check the date.", "paid");
        }

        if (amount < Amount)
        {
            throw new Refusal("bill.underpaid", $"繳的 {amount} 元比帳單的 {Amount} 元少，還不算繳清。請和帳務單位核對。", $"NT${amount} is less than the NT${Amount} of the bill, which stays open. Please check with accounting.", "amount");
        }

        var inTime = day <= KnownBill.LastDayToPay(DueOn, calendar);
        (State, ClosedAt, Paid, PaidBy, PaidInTime) = (BillState.Paid, at, amount, by, inTime);
        return new(day, DueOn, by, inTime);
    }

    /// <summary>Nobody has to pay it; null when that is known already.</summary>
    /// <exception cref="Refusal"><c>bill.paid-already</c></exception>
    public BillCancelled? Cancel(Instant now)
    {
        if (State is BillState.Cancelled)
        {
            return null;
        }

        if (State is BillState.Paid)
        {
            throw new Refusal("bill.paid-already", "這張帳單已經繳了，不能作廢。請和帳務單位核對。", "This bill is paid and cannot be cancelled. Please check with accounting.");
        }

        (State, ClosedAt) = (BillState.Cancelled, now);
        return new(DueOn);
    }

    public Phrase StateText => State switch { BillState.Open => new("未繳", "open"), BillState.Paid => new("已繳", "paid"), _ => new("已作廢", "cancelled") };

    private static void Check(BillFacts facts)
    {
        if (facts.Amount <= default(Money))
        {
            throw new Refusal("bill.amount", "金額是 0，沒有要繳的錢，請檢查金額。", "The amount is 0, so there is nothing to pay: check the amount.", "amount");
        }

        if (facts.DueOn < facts.IssuedOn || facts.DueOn > facts.IssuedOn.PlusYears(1))
        {
            throw new Refusal("bill.due", "繳費期限要在開立日之後一年內，請檢查兩個日期。", "The bill must be due within a year after it was issued: check both dates.", "due");
        }
    }

    private List<(string Field, Phrase Name)> Changed(BillFacts facts)
    {
        IEnumerable<(bool Differs, string Field, Phrase Name)> all =
        [
            (Account != facts.Account, "account", new("電號", "account")), (Month != facts.Month, "month", new("計費年月", "month")), (Amount != facts.Amount, "amount", new("金額", "amount")),
            (IssuedOn != facts.IssuedOn, "issued", new("開立日", "day of issue")), (DueOn != facts.DueOn, "due", new("繳費期限", "due date")),
        ];
        return [.. all.Where(one => one.Differs).Select(one => (one.Field, one.Name))];
    }
}

/// <summary>What a file says of a bill.</summary>
internal sealed record BillFacts(string Number, string Account, LocalDate Month, Money Amount, LocalDate IssuedOn, LocalDate DueOn);
