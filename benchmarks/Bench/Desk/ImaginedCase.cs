using GridDesk.Customers.Fields;

namespace GridDesk.Bench.Desk;

/// <summary>One case of an office that has very many: believable names, addresses and dates, the same for the same number.</summary>
internal sealed record ImaginedCase(
    Guid Id, Guid Promise, string Number, string Name, string Phone, string Account, string Address, string Department, string? Owner, string? TakenInBy,
    DateTime Received, DateTime? Closed, DateTime Due)
{
    private const string Surnames = "陳林黃張李王吳劉蔡楊許鄭謝洪郭邱曾廖賴徐周葉蘇莊呂江何蕭羅高潘簡朱鍾游彭詹胡施沈余盧梁趙顏柯翁魏孫戴范方宋鄧杜侯薛曹";
    private const string Given = "怡君雅婷志明俊傑建宏美玲淑芬文雄秀英麗華家豪宗翰冠宇詩涵佳穎承恩品妤子晴宥廷柏翰欣怡惠如玉蘭阿好金水春生國棟永昌進財德成銘傑嘉義彥廷思穎郁婷雯琪曉薇振宇哲瑋孟潔依珊淑惠素貞";
    private const string Roads = "民族中山垂楊新民興業吳鳳林森忠孝世賢文化光彩公明仁愛國華成仁維新共和友愛自由博愛北港重慶";

    private static readonly string[] Towns = ["嘉義市東區", "嘉義市西區", "嘉義縣民雄鄉", "嘉義縣水上鄉", "嘉義縣中埔鄉", "嘉義縣朴子市", "嘉義縣太保市", "嘉義縣竹崎鄉", "嘉義縣新港鄉", "嘉義縣布袋鎮"];

    private static string AccountOf(string ten) => ten + ElectricityNumber.CheckDigit(ten);

    /// <param name="departments">The office's; the first is the reader's.</param>
    /// <param name="people">The staff; the first is the reader.</param>
    public static ImaginedCase Of(int index, int count, DateTime now, IReadOnlyList<string> departments, IReadOnlyList<string> people)
    {
        var random = new Random(index);
        var received = now.AddMinutes(-(count - index) * (240_000.0 / count));
        var isOpen = random.Next(10) == 0;
        var given = $"{Given[random.Next(Given.Length)]}{(random.Next(12) == 0 ? "" : Given[random.Next(Given.Length)])}";
        var road = 2 * random.Next(Roads.Length / 2);
        return new(
            Guid.CreateVersion7(new DateTimeOffset(received, TimeSpan.Zero)), Guid.CreateVersion7(new DateTimeOffset(received, TimeSpan.Zero)), $"CY108-{2_000_000 + index}-0",
            $"{Surnames[random.Next(Surnames.Length)]}{given}", $"09{random.Next(100_000_000):D8}", AccountOf($"{random.NextInt64(1_000_000_000, 9_999_999_999)}"),
            $"{Towns[random.Next(Towns.Length)]}{Roads.Substring(road, 2)}路{random.Next(1, 600)}號{(random.Next(3) == 0 ? $"{random.Next(2, 12)}樓" : "")}",
            departments[random.Next(departments.Count)], isOpen && random.Next(4) > 0 ? people[random.Next(people.Count)] : null, random.Next(3) == 0 ? people[random.Next(people.Count)] : null,
            received, isOpen ? null : received.AddDays(random.Next(1, 20)), isOpen ? now.AddHours(random.Next(-240, 720)) : received.AddDays(10));
    }
}
