using GridDesk.Customers;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Forms;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Promises;
using GridDesk.Kernel.Time;
using GridDesk.Kernel.Web;
using GridDesk.Services;
using GridDesk.Staff;
using Microsoft.Extensions.DependencyInjection;

namespace GridDesk.Requests;

/// <summary>Who and what the invented requests are drawn from.</summary>
internal sealed class DemoOffice(PackInForce pack, ServiceCatalogue services, IReadOnlyList<ServiceDefinition> offered, IReadOnlyList<KnownCustomer> customers, ILookup<string, Colleague> people)
{
    // Four in five requests ask for one of these.
    private static readonly string[] Usual = ["XFER", "EBILL", "ADDR", "AUTO", "CERT", "MOVE", "FAULT", "NEW-LV", "INC", "TEMP", "MTEST", "TERM", "REFUND", "COMPLAINT"];

    public IReadOnlyList<KnownCustomer> Customers => customers;

    public WorkCalendar Calendar => pack.Calendar;

    /// <summary>The department that takes most services in.</summary>
    public string FrontDesk { get; } = offered.GroupBy(s => s.Steps[0].Department).MaxBy(services => services.Count())!.Key;

    /// <summary>Mostly the first site, sometimes one of the others.</summary>
    public string Site(Random random) => pack.Sites.Sites[random.Next(4) > 0 ? 0 : random.Next(pack.Sites.Sites.Count)].Code;

    public static async Task<DemoOffice> OfAsync(IServiceProvider services, CancellationToken cancel)
    {
        var (pack, catalogue) = (services.GetRequiredService<PackInForce>(), services.GetRequiredService<ServiceCatalogue>());
        var today = pack.Calendar.Today(services.GetRequiredService<IClock>().Now());
        var directory = services.GetRequiredService<StaffDirectory>();
        List<Colleague> people = [];
        foreach (var department in pack.Departments.All)
        {
            people.AddRange((await directory.MembersAsync(department.Code, cancel)).Where(p => p.Roles.Any(r => r is Role.Clerk or Role.Handler or Role.Supervisor)));
        }

        return new(pack, catalogue, [.. catalogue.At(today).Where(s => s.OpensCase)],
            await services.GetRequiredService<CustomerDirectory>().FirstAsync(4000, cancel), people.ToLookup(p => p.Department));
    }

    public Form FormOf(ServiceDefinition service) => services.FormOf(service);

    public ServiceDefinition Service(Random random)
    {
        var usual = random.Next(5) > 0 ? offered.FirstOrDefault(s => s.Code == Usual[random.Next(Usual.Length)]) : null;
        return usual ?? offered[random.Next(offered.Count)];
    }

    public Channel Channel(ServiceDefinition service, Random random)
    {
        var drawn = random.Next(100) switch { < 42 => Requests.Channel.Counter, < 66 => Requests.Channel.Web, < 82 => Requests.Channel.Phone, < 88 => Requests.Channel.App, < 92 => Requests.Channel.Post, < 96 => Requests.Channel.Email, _ => Requests.Channel.Fax };
        return service.Channels.Contains($"{drawn}".ToLowerInvariant()) ? drawn : Enum.Parse<Channel>(service.Channels[0], ignoreCase: true);
    }

    /// <summary>Somebody of the department, those who joined first more often: they can sign in. Null when nobody there handles cases.</summary>
    public Colleague? Someone(string department, Random random) =>
        people[department].OrderBy(p => p.Id).ToList() is { Count: > 0 } here ? here[(int)(random.NextDouble() * random.NextDouble() * here.Count)] : null;

    /// <summary>A minute of office hours between a day and now.</summary>
    public Instant Moment(LocalDate from, Instant now, bool isRecent, Random random)
    {
        var start = isRecent ? now - Duration.FromHours(27) : from.AtStartOfDayInZone(Calendar.Zone).ToInstant();
        var at = Working(start + ((now - start) * random.NextDouble()));
        return at < now ? at : now - Duration.FromMinutes(random.Next(5, 90));
    }

    /// <summary>That moment, or the next one at which somebody is at work, with a little spread behind the opening of the doors.</summary>
    public Instant Working(Instant at)
    {
        var open = Calendar.NextWorkingMinute(at);
        return open - at > Duration.FromMinutes(1) ? open + Duration.FromMinutes(at.ToUnixTimeSeconds() % 170) : open;
    }
}
