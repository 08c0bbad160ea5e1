using FsCheck;
using FsCheck.Fluent;
using GridDesk.Bills;
using GridDesk.Bills.Import;
using GridDesk.Kernel.Time;
using GridDesk.Tests.Time;

namespace GridDesk.Tests.Bills;

/// <summary>What may become of a bill.</summary>
public sealed class BillTests
{
    private static readonly WorkCalendar Calendar = Offices.Chiayi;
    private static readonly Instant Now = Offices.At(2019, 6, 20, 10, 0);

    [Fact]
    public void A_bill_is_paid_once_and_the_same_payment_again_is_nothing_new()
    {
        var bill = Bill.Issue(Facts());
        bill.Pay(Now, Money.OfDollars(1234), PaymentChannel.Bank, Calendar, Now).ShouldBe(new BillPaid(new(2019, 6, 20), new(2019, 6, 25), PaymentChannel.Bank, InTime: true));
        bill.Pay(Now, Money.OfDollars(1234), PaymentChannel.Bank, Calendar, Now).ShouldBeNull();
        Should.Throw<Refusal>(() => bill.Pay(Now, Money.OfDollars(1234), PaymentChannel.Counter, Calendar, Now)).Code.ShouldBe("bill.paid-already");
        Should.Throw<Refusal>(() => bill.Cancel(Now)).Code.ShouldBe("bill.paid-already");
        Should.Throw<Refusal>(() => bill.Correct(Facts() with { Amount = Money.OfDollars(1) })).Reason.En.ShouldBe("This bill is paid already, so its amount cannot change. Please check with accounting.");
    }

    [Fact]
    public void Too_little_too_early_and_in_the_future_do_not_close_it()
    {
        var bill = Bill.Issue(Facts());
        Should.Throw<Refusal>(() => bill.Pay(Now, new Money(123_399), PaymentChannel.Bank, Calendar, Now)).Code.ShouldBe("bill.underpaid");
        Should.Throw<Refusal>(() => bill.Pay(Offices.At(2019, 6, 4, 10, 0), Money.OfDollars(1234), PaymentChannel.Bank, Calendar, Now)).Code.ShouldBe("bill.paid-too-early");
        Should.Throw<Refusal>(() => bill.Pay(Now + Duration.FromMinutes(1), Money.OfDollars(1234), PaymentChannel.Bank, Calendar, Now)).Code.ShouldBe("bill.paid-in-future");
        bill.State.ShouldBe(BillState.Open);
    }

    [Fact]
    public void Who_pays_on_the_working_day_after_a_day_off_has_paid_in_time()
    {
        var saturday = Facts() with { DueOn = new(2019, 6, 22) };
        Bill.Issue(saturday).Pay(Offices.At(2019, 6, 24, 23, 59), Money.OfDollars(1234), PaymentChannel.Online, Calendar, Offices.At(2019, 6, 30, 0, 0))!.InTime.ShouldBeTrue();
        Bill.Issue(saturday).Pay(Offices.At(2019, 6, 25, 0, 0), Money.OfDollars(1234), PaymentChannel.Online, Calendar, Offices.At(2019, 6, 30, 0, 0))!.InTime.ShouldBeFalse();
    }

    [Fact]
    public void A_correction_names_what_changed_and_a_cancelled_bill_stays_as_it_is()
    {
        var bill = Bill.Issue(Facts());
        bill.Correct(Facts()).ShouldBeNull();
        var corrected = bill.Correct(Facts() with { Amount = Money.OfDollars(999), DueOn = new(2019, 6, 28) })!;
        (string.Join(' ', corrected.Fields), corrected.DueOn).ShouldBe(("amount due", new LocalDate(2019, 6, 28)));
        bill.Cancel(Now).ShouldBe(new BillCancelled(new(2019, 6, 28)));
        bill.Cancel(Now).ShouldBeNull();
        Should.Throw<Refusal>(() => bill.Pay(Now, Money.OfDollars(999), PaymentChannel.Bank, Calendar, Now)).Code.ShouldBe("bill.cancelled");
        Should.Throw<Refusal>(() => bill.Correct(Facts())).Code.ShouldBe("bill.closed");
    }

    [Theory]
    [InlineData("1234", 123_400)]
    [InlineData(" 1,234 ", 123_400)]
    [InlineData("NT$1,234.50", 123_450)]
    [InlineData("１２３４元", 123_400)]
    [InlineData("0.05", 5)]
    [InlineData("1,23,4", null)]
    [InlineData("1.234", null)]
    [InlineData("-5", null)]
    [InlineData("1O5", null)]
    [InlineData("9999999999999", null)]
    [InlineData("", null)]
    public void Amounts_are_read_exactly_or_not_at_all(string text, int? cents)
    {
        if (cents is { } exact)
        {
            Money.Parse(text).Cents.ShouldBe(exact);
        }
        else
        {
            Should.Throw<Refusal>(() => Money.Parse(text)).Code.ShouldBe("money.unreadable");
        }
    }

    [Fact]
    public void What_an_amount_is_shown_as_reads_back_as_the_same() =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), cents => Money.Parse($"{new Money(cents)}") == new Money(cents)).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("10806")]
    [InlineData("108/06")]
    [InlineData("108年6月")]
    [InlineData("民國108年06月")]
    [InlineData("201906")]
    [InlineData("2019-06")]
    public void Months_are_read_as_bills_write_them(string text) => BillMonth.Parse(text).ShouldBe(new LocalDate(2019, 6, 1));

    [Theory]
    [InlineData("10813")]
    [InlineData("6月")]
    [InlineData("0806")]
    public void What_is_no_month_is_refused(string text) => Should.Throw<Refusal>(() => BillMonth.Parse(text)).Code.ShouldBe("bill-file.month");

    private static BillFacts Facts() => new("10806-000001", "19010000006", new(2019, 6, 1), Money.OfDollars(1234), new(2019, 6, 5), new(2019, 6, 25));
}
