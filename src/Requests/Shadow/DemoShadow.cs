using System.Text;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Promises;
using GridDesk.Kernel.Time;
using GridDesk.Requests.Shadow.Read;
using GridDesk.Services;
using Microsoft.Extensions.DependencyInjection;

namespace GridDesk.Requests.Shadow;

/// <summary>An invented register of the months before, as somebody kept it in a spreadsheet who counted weekends and the time spent waiting.</summary>
internal sealed class DemoShadow(WorkCalendar calendar, IReadOnlyList<ServiceDefinition> services, Random random)
{
    private const int Rows = 400;

    private static readonly string[] Codes = ["XFER", "ADDR", "MTEST", "MOVE", "CERT"];

    public static async Task AddAsync(IServiceProvider of, Demo demo, CancellationToken cancel)
    {
        var (pack, now) = (of.GetRequiredService<PackInForce>(), of.GetRequiredService<IClock>().Now());
        var today = pack.Calendar.Today(now);
        List<ServiceDefinition> services = [.. of.GetRequiredService<ServiceCatalogue>().At(today).Where(s => Codes.Contains(s.Code))];
        var first = new LocalDate(today.Year, 1, 2);
        if (services.Count == 0 || Period.DaysBetween(first, today) < 60)
        {
            return;
        }

        var text = new DemoShadow(pack.Calendar, services, new Random(demo.Seed)).Write(first, today.PlusDays(-20), pack);
        await of.GetRequiredService<ShadowDesk>().ReadAsync($"{RocDate.YearOf(today)}年登記簿.csv", Encoding.UTF8.GetBytes(text), "register.yaml", MappingReader.Preset("register"), Actor.Office, cancel);
        while (await of.GetRequiredService<OfficeDb>().ShadowImports.AnyAsync(i => i.DoneAt == null && i.Failure == null, cancel))
        {
            await of.GetRequiredService<ShadowRun>().RunAsync(now, cancel);
        }
    }

    private string Write(LocalDate first, LocalDate last, PackInForce pack)
    {
        var text = new StringBuilder("受理號碼,戶名,業務別,承辦部門,收件日期,受理日期,通知補件日,補件日,預定完成日,結案日期,結果\r\n");
        for (var n = 1; n <= Rows; n++)
        {
            var service = services[random.Next(services.Count)];
            var limit = ((service.Limits.Norm ?? service.Limits.Rule)?.Limit as WorkingDays)?.Days ?? 0; // what is due within hours is done the same day
            var received = calendar.FirstWorkingDayFrom(first.PlusDays(random.Next(Period.DaysBetween(first, last))));
            var (asked, supplied) = random.Next(9) == 0 ? ($"{received:uuuu/MM/dd}", $"{received.PlusDays(3):uuuu/MM/dd}") : ("", "");
            var wait = asked.Length > 0 ? 3 : 0;
            var closed = calendar.FirstWorkingDayFrom(received.PlusDays(wait + (random.Next(9) == 0 ? limit + 1 + random.Next(12) : random.Next(limit + 1))));
            var isOpen = random.Next(70) == 0;
            text.Append($"{Written(received)[..3]}-{n:0000},某用戶,{(n % 97 == 0 ? "其他" : service.Name.Zh)},{pack.Departments.Find(service.Department)?.Name.Zh},{Written(received)} {8 + random.Next(9):00}:{random.Next(60):00},,")
                .Append($"{asked},{supplied},{Written(received.PlusDays(limit))},{(isOpen ? "" : n % 131 == 0 ? "108/2/30" : Written(closed))},{(isOpen ? "未結" : "辦結")}\r\n");
        }

        return text.ToString();
    }

    private static string Written(LocalDate day) => $"{RocDate.YearOf(day)}/{day.Month:00}/{day.Day:00}";
}
