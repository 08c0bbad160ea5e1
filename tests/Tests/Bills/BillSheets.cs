using System.Text;
using GridDesk.Bills;
using GridDesk.Bills.Import;
using GridDesk.Customers.Fields;
using GridDesk.Kernel.Data;
using GridDesk.Tests.Infrastructure;

namespace GridDesk.Tests.Bills;

/// <summary>Files as the company's billing gives them out, with names in them.</summary>
internal static class BillSheets
{
    public const string BillHeads = "帳單號碼,電號,戶名,計費年月,應繳金額,開立日,繳費期限,狀態\r\n";

    public const string PaymentHeads = "帳單號碼,繳費日期,繳費金額,繳費管道\r\n";

    /// <summary>The electricity number of the nth account, with its right check digit.</summary>
    public static string Account(int n)
    {
        var digits = $"1901{n:000000}";
        return digits + ElectricityNumber.CheckDigit(digits);
    }

    public static string Number(int n) => $"10806-{n:000000}";

    public static string BillRow(int n, string due = "108/06/25", string amount = "\"1,234\"", string state = "", string? account = null) =>
        $"{Number(n)},{account ?? Account(n)},\"陳＊, 先生\",10806,{amount},1080605,{due},{state}\r\n";

    public static byte[] BillFileOf(params IEnumerable<string> rows) => Encoding.UTF8.GetBytes(BillHeads + string.Concat(rows));

    public static byte[] PaymentFileOf(params IEnumerable<string> rows) => Encoding.UTF8.GetBytes(PaymentHeads + string.Concat(rows));

    /// <summary>Sends a file through the page, by a ready-made mapping or one of the office's own.</summary>
    public static async Task<Visitor> SendAsync(this TestOffice office, byte[] file, string kind = "bills", string? mapping = null, string user = "clerk")
    {
        var visitor = await office.SignInAsync(user);
        await visitor.GoAsync("/en/desk/bills/import");
        visitor.Fill("How it is read", mapping is null ? kind : "own");
        (string, string, byte[])[] files = mapping is null ? [("File", $"{kind}.csv", file)] : [("File", $"{kind}.csv", file), ("Mapping", "mapping.yaml", Encoding.UTF8.GetBytes(mapping))];
        await visitor.PressAsync("Read it", files);
        return visitor;
    }

    /// <summary>Sends a file and lets the worker go on until nothing waits.</summary>
    public static async Task<BillFile> TakeInAsync(this TestOffice office, byte[] file, string kind = "bills", string? mapping = null)
    {
        var visitor = await office.SendAsync(file, kind, mapping);
        visitor.Status.ShouldBe(System.Net.HttpStatusCode.OK, string.Join('\n', visitor.Errors));
        await office.FinishAsync();
        return await office.WithAsync<BillFileDesk, BillFile>(desk => desk.GetAsync(IdOf(visitor)));
    }

    public static async Task FinishAsync(this TestOffice office)
    {
        while (await office.WithAsync<OfficeDb, bool>(db => db.Set<BillFile>().AnyAsync(f => f.DoneAt == null && f.Failure == null)))
        {
            await office.WithAsync<TakeBillsIn>(run => run.RunAsync(office.Clock.GetCurrentInstant(), default));
        }
    }

    public static Task<Bill> BillAsync(this TestOffice office, int n) => office.WithAsync<OfficeDb, Bill>(db => db.Set<Bill>().AsNoTracking().SingleAsync(b => b.Number == Number(n)));

    public static Guid IdOf(Visitor visitor) => Guid.Parse(visitor.Path.Split('/')[^1]);
}
