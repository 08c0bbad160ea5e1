using System.Text;
using GridDesk.Kernel.Data;
using GridDesk.Requests.Shadow;
using GridDesk.Tests.Infrastructure;

namespace GridDesk.Tests.Requests.Shadow;

/// <summary>Registers as offices keep them, with names and telephones in them.</summary>
internal static class Registers
{
    public const string Mapping = """
        columns:
          number: 受理號碼
          service: 業務別
          department: 承辦部門
          received: [收件日期, 收件時間]
          closed: 結案日期
          due: 預定完成日
          outcome: 結果
        outcomes: { 辦結: done, 未結: open, 作廢: void }
        pauses:
          - { from: 通知補件日, to: 補件日, kind: customer }
        services: { 過戶: XFER, 裝表: MTEST }
        departments: { 服務課: service-centre }
        """;

    public const string Heads = "受理號碼,戶名,電話,業務別,承辦部門,收件日期,收件時間,通知補件日,補件日,預定完成日,結案日期,結果\r\n";

    /// <summary>A register of a year that nobody could check by hand: dates in both calendars, a few open, void and late ones; the same seed writes the same.</summary>
    public static byte[] Write(int rows, int seed = 108)
    {
        var random = new Random(seed);
        var text = new StringBuilder(Heads, rows * 110);
        var first = new LocalDate(2019, 1, 2);
        for (var n = 1; n <= rows; n++)
        {
            var received = first.PlusDays(random.Next(350));
            var closed = received.PlusDays(random.Next(random.Next(12) == 0 ? 30 : 4));
            var (isOpen, isAsked) = (random.Next(60) == 0, random.Next(8) == 0);
            text.Append($"R{n:000000},\"陳＊{n % 97}, 先生\",0912-{n % 1000:000}-{seed:000},{(random.Next(3) > 0 ? "過戶" : "裝表")},{(random.Next(4) > 0 ? "服務課" : "線路課")},")
                .Append($"{received.Year - 1911}/{received.Month:00}/{received.Day:00},{8 + random.Next(9):00}:{random.Next(60):00},")
                .Append(isAsked ? $"{received:uuuu-MM-dd},{received.PlusDays(2):uuuu-MM-dd}," : ",,")
                .Append($"{received.PlusDays(3):uuuu/MM/dd},{(isOpen ? "" : $"{closed.Year - 1911}{closed.Month:00}{closed.Day:00}")},{(isOpen ? "未結" : random.Next(200) == 0 ? "作廢" : "辦結")}\r\n");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    public static async Task<Visitor> UploadAsync(this TestOffice office, byte[] register, string? mapping = Mapping, string kind = "own", string name = "register.csv", string user = "head")
    {
        var visitor = await office.SignInAsync(user);
        await visitor.GoAsync("/en/desk/shadow");
        visitor.Fill("How it is read", kind);
        (string, string, byte[])[] files = mapping is null ? [("Register", name, register)] : [("Register", name, register), ("Mapping", "mapping.yaml", Encoding.UTF8.GetBytes(mapping))];
        await visitor.PressAsync("Read it", files);
        return visitor;
    }

    /// <summary>Lets the worker go on until nothing waits.</summary>
    public static async Task JudgeAsync(this TestOffice office)
    {
        while (await office.WithAsync<OfficeDb, bool>(db => db.ShadowImports.AnyAsync(i => i.DoneAt == null && i.Failure == null)))
        {
            await office.WithAsync<ShadowRun>(run => run.RunAsync(office.Clock.GetCurrentInstant(), default));
        }
    }

    public static Guid IdOf(Visitor visitor) => Guid.Parse(visitor.Path.Split('/')[^1]);
}
