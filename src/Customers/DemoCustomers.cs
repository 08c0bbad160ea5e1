using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Search;
using GridDesk.Kernel.Time;
using Microsoft.Extensions.DependencyInjection;

namespace GridDesk.Customers;

/// <summary>Invented customers of a believable district. Names, numbers and house numbers are drawn; towns and roads are the pack's.</summary>
internal static class DemoCustomers
{
    private static readonly string[] Families = ["陳", "林", "黃", "張", "李", "王", "吳", "劉", "蔡", "楊", "許", "鄭", "謝", "郭", "洪", "邱", "曾", "廖", "賴", "徐", "周", "葉", "蘇", "莊", "呂", "江", "何", "蕭", "羅", "高", "𡍼"];
    private static readonly string[] Given = ["志明", "淑芬", "俊傑", "美玲", "雅婷", "家豪", "怡君", "建宏", "秀英", "麗華", "明哲", "佳穎", "宗翰", "惠雯", "金龍", "玉蘭", "文雄", "素貞", "柏翰", "詩涵", "阿招", "國華", "春嬌", "冠宇", "𤧞琦"];
    private static readonly string[] Firms = ["企業行", "小吃店", "股份有限公司", "冷凍工廠", "便利商店", "管理委員會", "農場"];

    public static async Task AddAsync(IServiceProvider services, Demo demo, CancellationToken cancel)
    {
        var random = new Random(demo.Seed);
        var taken = new HashSet<string>();
        var towns = (services.GetRequiredService<PackInForce>().Pack.All<DemoPlaces>() is [var places, ..] ? places : DemoPlaces.Invented).Towns;
        foreach (var batch in Enumerable.Range(0, demo.Customers).Chunk(200))
        {
            await using var scope = services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<OfficeDb>();
            var events = scope.ServiceProvider.GetRequiredService<EventLog>();
            var now = scope.ServiceProvider.GetRequiredService<IClock>().Now();
            await db.CommitAsync(async () =>
            {
                foreach (var _ in batch)
                {
                    var customer = Draw(random, taken, towns, now, demo.From);
                    db.Add(customer);
                    events.Record(customer, new CustomerRegistered(customer.Accounts.Count), Actor.Office);
                    await SearchIndex.WriteAsync(db, "customer", customer.Id, SearchWords.Of(
                        [customer.Name, customer.Phone, .. customer.Accounts.SelectMany(a => new[] { a.Number, a.Address })]), isNew: true, cancel);
                }
            }, cancel);
        }
    }

    private static Customer Draw(Random random, HashSet<string> taken, IReadOnlyList<DemoTown> towns, Instant now, LocalDate from)
    {
        var id = Guid.CreateVersion7(now.ToDateTimeOffset());
        var firm = random.Next(12) == 0;
        var given = Pick(Given);
        return new Customer
        {
            Id = id,
            Name = firm ? $"{given}{Pick(Firms)}" : $"{Pick(Families)}{given}",
            Phone = firm ? $"05-2{random.Next(100000, 999999)}" : $"09{random.Next(10, 89)}-{random.Next(1000):D3}-{random.Next(1000):D3}",
            Email = random.Next(3) == 0 ? $"c{random.Next(100000)}@example.org" : null,
            IsOrganisation = firm,
            Accounts = [.. Enumerable.Range(0, random.Next(8) == 0 ? 2 : 1).Select(_ => new Account { Number = DrawNumber(), Customer = id, Address = DrawAddress(), Since = from.PlusDays(-random.Next(200, 9000)) })],
        };

        string DrawNumber()
        {
            while (true)
            {
                var digits = $"19{random.Next(1, 25):D2}{random.Next(10000):D4}{random.Next(100):D2}";
                var number = digits + Fields.ElectricityNumber.CheckDigit(digits);
                if (taken.Add(number))
                {
                    return number;
                }
            }
        }

        string DrawAddress()
        {
            var (county, town, roads) = towns[random.Next(towns.Count)];
            var lane = random.Next(3) == 0 ? $"{random.Next(2, 90)}巷" : "";
            var floor = random.Next(4) == 0 ? $"{random.Next(2, 9)}樓" : "";
            return $"{county}{town}{Pick(roads)}{lane}{random.Next(1, 400)}號{floor}";
        }

        string Pick(IReadOnlyList<string> from) => from[random.Next(from.Count)];
    }
}
