using System.Text;
using GridDesk.Bills.Import;
using GridDesk.Customers;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Time;
using Microsoft.Extensions.DependencyInjection;

namespace GridDesk.Bills;

/// <summary>A month's bills of the invented accounts and the payments so far, read from files as an office does.</summary>
internal static class DemoBills
{
    private const int Accounts = 400;

    private static readonly string[] Channels = ["超商", "銀行", "代繳", "臨櫃", "網路繳費"];

    public static async Task AddAsync(IServiceProvider of, Demo demo, CancellationToken cancel)
    {
        var now = of.GetRequiredService<IClock>().Now();
        var calendar = of.GetRequiredService<PackInForce>().Calendar;
        var (today, random) = (calendar.Today(now), new Random(demo.Seed));
        var issued = calendar.LastWorkingDayUpTo(today.PlusDays(-14));
        var bills = new StringBuilder("帳單號碼,電號,戶名,計費年月,應繳金額,開立日,繳費期限,狀態\r\n");
        var payments = new StringBuilder("帳單號碼,繳費日期,繳費金額,繳費管道\r\n");
        foreach (var (n, account) in (await of.GetRequiredService<CustomerDirectory>().FirstAsync(Accounts, cancel)).Index())
        {
            var (number, amount, due) = ($"{RocDate.YearOf(issued)}{issued.Month:00}-{n + 1:000000}", random.Next(250, 9_000), today.PlusDays(random.Next(-3, 12)));
            bills.Append($"{number},{account.ElectricityNumber},{account.Name},{RocDate.YearOf(issued)}{issued.Month:00},\"{amount:#,0}\",{Written(issued)},{Written(due)},{(n % 90 == 89 ? "作廢" : "")}\r\n");
            if (n % 90 != 89 && random.Next(100) < (due < today ? 95 : 45))
            {
                payments.Append($"{number},{Written(issued.PlusDays(random.Next(1, 10)))},{amount},{Channels[random.Next(Channels.Length)]}\r\n");
            }
        }

        bills.Append($"{RocDate.YearOf(issued)}{issued.Month:00}-999999,19010000001,某用戶,{RocDate.YearOf(issued)}{issued.Month:00},1O5,{Written(issued)},108/2/30,\r\n");
        var desk = of.GetRequiredService<BillFileDesk>();
        await desk.ReadAsync($"{RocDate.YearOf(issued)}{issued.Month:00}帳單.csv", Encoding.UTF8.GetBytes(bills.ToString()), "bills.yaml", BillMappings.Preset("bills"), Actor.Office, cancel);
        await desk.ReadAsync($"{Written(today).Replace("/", "")}繳費.csv", Encoding.UTF8.GetBytes(payments.ToString()), "payments.yaml", BillMappings.Preset("payments"), Actor.Office, cancel);
        while (await of.GetRequiredService<OfficeDb>().BillFiles.AnyAsync(f => f.DoneAt == null && f.Failure == null, cancel))
        {
            await of.GetRequiredService<TakeBillsIn>().RunAsync(now, cancel);
        }
    }

    private static string Written(LocalDate day) => $"{RocDate.YearOf(day)}/{day.Month:00}/{day.Day:00}";
}
