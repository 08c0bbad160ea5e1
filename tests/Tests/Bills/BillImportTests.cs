using System.Net;
using System.Text;
using GridDesk.Bills;
using GridDesk.Bills.Import;
using GridDesk.Kernel.Csv;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using GridDesk.Tests.Infrastructure;
using static GridDesk.Tests.Bills.BillSheets;

namespace GridDesk.Tests.Bills;

/// <summary>Files of bills and payments come in, however they are written and however often.</summary>
[Trait("store", "both")]
public sealed class BillImportTests
{
    [Fact]
    public async Task A_file_comes_in_and_the_same_file_again_changes_nothing()
    {
        await using var office = await TestOffice.OpenAsync();
        var bills = BillFileOf(Enumerable.Range(1, 40).Select(n => BillRow(n)));
        Counts(await office.TakeInAsync(bills)).ShouldBe((40, 0, 0, 0));
        Counts(await office.TakeInAsync(bills)).ShouldBe((0, 0, 40, 0));

        var bill = await office.BillAsync(1);
        (bill.Account, bill.Month, bill.Amount, bill.IssuedOn, bill.DueOn, bill.State).ShouldBe((Account(1), new LocalDate(2019, 6, 1), Money.OfDollars(1234), new LocalDate(2019, 6, 5), new LocalDate(2019, 6, 25), BillState.Open));
        bill.Version.ShouldBe(0);
    }

    [Fact]
    public async Task A_corrected_row_changes_an_open_bill_with_an_event_and_a_cancelled_one_closes_it()
    {
        await using var office = await TestOffice.OpenAsync();
        await office.TakeInAsync(BillFileOf(BillRow(1), BillRow(2), BillRow(3)));
        Counts(await office.TakeInAsync(BillFileOf(BillRow(1, due: "2019-06-28", amount: "999"), BillRow(2, state: "作廢"), BillRow(3)))).ShouldBe((0, 2, 1, 0));

        var history = await office.WithAsync<EventLog, IReadOnlyList<Happening>>(log => log.HistoryAsync(Bill.KeyOf(Number(1))));
        var corrected = history.ShouldHaveSingleItem().Event.ShouldBeOfType<BillCorrected>();
        (string.Join(' ', corrected.Fields), corrected.DueOn).ShouldBe(("amount due", new LocalDate(2019, 6, 28)));
        (await office.BillAsync(2)).State.ShouldBe(BillState.Cancelled);
    }

    [Fact]
    public async Task A_payment_closes_its_bill_once_and_one_that_cannot_be_says_why()
    {
        await using var office = await TestOffice.OpenAsync();
        await office.TakeInAsync(BillFileOf(BillRow(1), BillRow(2), BillRow(3, state: "作廢")));
        var payments = PaymentFileOf($"{Number(1)},108/06/18,\"1,234\",超商\r\n", $"{Number(2)},1080619,1000,銀行\r\n", $"{Number(9)},108/06/19,5,銀行\r\n", $"{Number(3)},108/06/19,5,火星\r\n");
        Counts(await office.TakeInAsync(payments, "payments")).ShouldBe((1, 0, 0, 3));
        Counts(await office.TakeInAsync(payments, "payments")).ShouldBe((0, 0, 1, 3));

        var bill = await office.BillAsync(1);
        (bill.State, bill.PaidBy, bill.Paid, bill.ClosedAt).ShouldBe((BillState.Paid, PaymentChannel.ConvenienceStore, Money.OfDollars(1234), Instant.FromUtc(2019, 6, 17, 16, 0)));
        var paid = (await office.WithAsync<EventLog, IReadOnlyList<Happening>>(log => log.HistoryAsync(bill.Key))).ShouldHaveSingleItem();
        paid.Event.ShouldBe(new BillPaid(new(2019, 6, 18), new(2019, 6, 25), PaymentChannel.ConvenienceStore, InTime: true));
        paid.HappenedAt.ShouldBe(bill.ClosedAt!.Value);
        var clerk = await office.SendAsync(payments, "payments");
        await office.FinishAsync();
        await clerk.GoAsync(clerk.Path);
        clerk.Text.ShouldContain("NT$1,000 is less than the NT$1,234 of the bill");
        clerk.Text.ShouldContain("There is no bill of that number");
        RowsOf(clerk).ShouldContain("5|繳費管道|What “火星” means stands nowhere: add it to channels in the mapping.");
    }

    [Fact]
    public async Task Every_mistake_is_listed_with_line_and_column_and_the_rest_goes_in()
    {
        await using var office = await TestOffice.OpenAsync();
        var clerk = await office.SendAsync(BillFileOf(
            BillRow(1), BillRow(2, due: "108/02/30", amount: "1O5"), BillRow(3, account: "19010000001"), $"{Number(4)},1,2\r\n", BillRow(1), BillRow(6, due: "108/06/01"), BillRow(7)));
        await office.FinishAsync();
        await clerk.GoAsync(clerk.Path);
        var rows = RowsOf(clerk);
        rows.Select(row => row.Split('|')[0]).ShouldBe(["3", "3", "4", "5", "6", "7"]);
        rows.ShouldContain(row => row.StartsWith("3|應繳金額|“1O5” is no amount"));
        rows.ShouldContain(row => row.StartsWith("3|繳費期限|There is no such day as “108/02/30”"));
        rows.ShouldContain(row => row.StartsWith("4|電號|The last digit does not match"));
        rows.ShouldContain(row => row.StartsWith("5|whole row|It has 3 cells, but the header has 8"));
        rows.ShouldContain(row => row.StartsWith("6|帳單號碼|The number “10806-000001” is given twice, first on line 2"));
        rows.ShouldContain(row => row.StartsWith("7|繳費期限|The bill must be due within a year after it was issued"));
        Counts(await office.WithAsync<BillFileDesk, BillFile>(desk => desk.GetAsync(IdOf(clerk)))).ShouldBe((2, 0, 0, 5));
        (await clerk.Http.GetStringAsync($"/en/desk/bills/import/{IdOf(clerk)}/mistakes.csv")).Split("\r\n").Length.ShouldBe(8);
        (await clerk.Http.GetStringAsync("/desk/bills/import/mappings/bills")).ShouldContain("columns:");
    }

    [Fact]
    public async Task Big5_with_columns_of_other_names_is_read_by_a_mapping_of_ones_own()
    {
        await using var office = await TestOffice.OpenAsync();
        var big5 = CodePagesEncodingProvider.Instance.GetEncoding(950)!;
        var file = big5.GetBytes($"單號;用戶電號;戶名;年月;金額;製單;期限\r\nA1;{Account(1)[..2]}-{Account(1)[2..]};林;108年6月;NT$ 1,234;民國108年6月5日;108.06.25\r\n");
        var taken = await office.TakeInAsync(file, mapping: "kind: bills\nletters: big5\nseparator: semicolon\ncolumns: { number: 單號, account: 用戶電號, month: 年月, amount: 金額, issued: 製單, due: 期限 }");
        (taken.Letters, Counts(taken)).ShouldBe((TextKind.Big5, (1, 0, 0, 0)));
        (await office.WithAsync<OfficeDb, Bill>(db => db.Set<Bill>().SingleAsync(b => b.Number == "A1"))).Amount.ShouldBe(Money.OfDollars(1234));
    }

    [Theory]
    [InlineData("kind: bills\ncolumns: { number: a, amount: b }", "It does not say which column is 'account'.")]
    [InlineData("kind: payments\ncolumns: { number: 帳單號碼, amount: 金額, paid: 日期 }", "The file has no such columns: 金額, 日期.")]
    [InlineData("kind: coins\ncolumns: { number: a, amount: b }", "mapping.yaml:1:")]
    public async Task A_wrong_mapping_says_what_to_mend(string mapping, string says)
    {
        await using var office = await TestOffice.OpenAsync();
        var clerk = await office.SendAsync(BillFileOf(BillRow(1)), mapping: mapping);
        clerk.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        string.Join('\n', clerk.Errors).ShouldContain(says);
    }

    [Fact]
    public async Task A_form_without_a_file_says_so_at_its_field()
    {
        await using var office = await TestOffice.OpenAsync();
        var clerk = await office.SignInAsync("clerk");
        await clerk.GoAsync("/en/desk/bills/import");
        await clerk.PressAsync("Read it");
        (clerk.Status, clerk.Errors.ShouldHaveSingleItem()).ShouldBe((HttpStatusCode.UnprocessableEntity, "Choose the file of bills or payments."));
    }

    private static (int Added, int Changed, int Same, int Broken) Counts(BillFile file) => (file.Added, file.Changed, file.Same, file.Broken);

    private static List<string> RowsOf(Visitor visitor) => [.. visitor.Page.QuerySelectorAll("table.gd-table tbody tr").Select(row => string.Join('|', row.Children.Select(cell => cell.TextContent.Trim())))];
}
