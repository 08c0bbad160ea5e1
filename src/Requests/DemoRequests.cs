using GridDesk.Customers;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Forms;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Promises;
using GridDesk.Kernel.Time;
using GridDesk.Kernel.Web;
using GridDesk.Requests.Chasing;
using GridDesk.Requests.Handovers;
using GridDesk.Requests.Procedures;
using GridDesk.Requests.Supply;
using GridDesk.Services;
using GridDesk.Staff;
using Microsoft.Extensions.DependencyInjection;

namespace GridDesk.Requests;

/// <summary>
/// Three months of requests up to the present, made by the same methods that the counter uses, at moments in the past. Most
/// are closed in time; some are late, some wait for papers, some were only taken in.
/// </summary>
internal sealed partial class DemoRequests(OfficeDb db, EventLog events, RequestDesk desk, SupplyFollow supply, DemoClock clock, DemoOffice office, Random random, Random elsewhere)
{
    private const int AtOnce = 60;

    public static async Task AddAsync(IServiceProvider services, Demo demo, CancellationToken cancel)
    {
        var (random, elsewhere) = (new Random(demo.Seed), new Random(demo.Seed + 1));
        var now = services.GetRequiredService<IClock>().Now();
        var office = await DemoOffice.OfAsync(services, cancel);
        var count = demo.Customers * 3 / 5;
        var recent = count / 11; // so that there is something to do today
        var moments = Enumerable.Range(0, office.Customers.Count == 0 ? 0 : count).Select(n => office.Moment(demo.From, now, n < recent, random)).Order().ToList();
        foreach (var batch in moments.Chunk(AtOnce))
        {
            await using var scope = services.CreateAsyncScope();
            var clock = new DemoClock();
            var of = scope.ServiceProvider;
            var db = of.GetRequiredService<OfficeDb>();
            var events = new EventLog(db, of.GetRequiredService<EventKinds>(), of.GetRequiredService<Subscriptions>(), clock);
            var supply = new SupplyFollow(db, events, of.GetRequiredService<PackInForce>(), of.GetRequiredService<ServiceCatalogue>());
            var desk = new RequestDesk(db, events, of.GetRequiredService<PackInForce>(), of.GetRequiredService<ServiceCatalogue>(), of.GetRequiredService<FieldKinds>(), of.GetRequiredService<ServerKeys>(), supply, clock);
            var demos = new DemoRequests(db, events, desk, supply, clock, office, random, elsewhere);
            await db.CommitAsync(async () =>
            {
                foreach (var moment in batch)
                {
                    await demos.LiveAsync(moment, now, cancel);
                }
            }, cancel);
        }

        await DemoHandovers.AddAsync(services, office, demo.From, now, demo.Seed, cancel);
        await SimplifyAsync(services.GetRequiredService<ProcedureDesk>(), office, now, cancel);
        await services.GetRequiredService<ChaseRun>().RunAsync(now, cancel);
        await DemoSupply.ExplainAsync(services, now, random, cancel);
    }

    // One request from the first day as far as it has come.
    private async Task LiveAsync(Instant keyed, Instant now, CancellationToken cancel)
    {
        var service = office.Service(random);
        var customer = office.Customers[random.Next(office.Customers.Count)];
        var channel = office.Channel(service, random);
        var byStaff = channel is not (Channel.Web or Channel.App);
        var taker = byStaff ? office.Someone(office.FrontDesk, random) : null;
        clock.Now = keyed;
        var filed = await FileAsync(service, customer, channel, taker, keyed, cancel);
        var request = filed.Request;
        if (channel == Channel.Counter)
        {
            events.Record(request, request.PrintSlip(withQr: true, reprint: false), ActorOf(taker));
        }

        var promise = filed.Promise ?? await CompleteAsync(request, keyed, now, cancel);
        if (promise is not null)
        {
            await HandleAsync(request, promise, service, taker, clock.Now, now, cancel);
            if (random.Next(6) == 0)
            {
                clock.Now = Later(clock.Now, Duration.FromHours(2), now);
                await desk.LogEnquiryAsync(request, Pick(EnquiryChannel.Web, EnquiryChannel.Phone, EnquiryChannel.Counter, EnquiryChannel.Mobile) is var asked ? asked : default,
                    selfService: asked is EnquiryChannel.Web or EnquiryChannel.Mobile, asked is EnquiryChannel.Web or EnquiryChannel.Mobile ? Actor.Customer : ActorOf(taker), cancel);
            }
        }
    }

    private Task<Filed> FileAsync(ServiceDefinition service, KnownCustomer customer, Channel channel, Colleague? taker, Instant keyed, CancellationToken cancel)
    {
        var answers = new DemoAnswers(random, customer, office.Calendar.Today(keyed), office.Calendar).To(office.FormOf(service));
        var kind = customer.IsOrganisation ? ApplicantKind.Organisation : ApplicantKind.Person;
        var needed = service.DocumentsFor(new(office.FormOf(service).Read(answers).Answers, kind, false)).Where(d => d.Required).ToList();
        var lacks = needed.Count > 0 && random.Next(9) == 0;
        var arrived = channel is Channel.Post or Channel.Fax or Channel.Email ? keyed - Duration.FromHours(random.Next(1, 20)) : keyed;
        return desk.FileAsync(
            new(service.Code, channel, new(customer.Name, customer.Phone, customer.Email, kind), null,
                service.ElectricityNumber == ElectricityNumberUse.None ? null : customer.ElectricityNumber, answers,
                [.. needed.Skip(lacks ? 1 : 0).Select(d => new GivenDocument(d.Id, null))]) { ReceivedAt = arrived, Site = office.Site(random) },
            ActorOf(taker), taker is null ? null : $"{taker.Id}", null, cancel);
    }

    // Papers that were taken in: most people bring the rest within days, and then it is accepted.
    private async Task<Promise?> CompleteAsync(ServiceRequest request, Instant keyed, Instant now, CancellationToken cancel)
    {
        var came = office.Working(keyed + Duration.FromHours(random.Next(3, 96)));
        if (came >= now)
        {
            return null;
        }

        clock.Now = came;
        var clerk = office.Someone(office.FrontDesk, random);
        var change = new RequestDesk.Change(request.Id, null, ActorOf(clerk));
        if (request.Missing.Any(m => m.Kind == "answer"))
        {
            return null;
        }

        await desk.SupplyAsync(change, Channel.Counter, [.. request.Missing.Select(m => new GivenDocument(m.Id, null))], cancel);
        var examined = office.Working(came + Duration.FromMinutes(random.Next(5, 240)));
        if (examined >= now)
        {
            return null;
        }

        clock.Now = examined;
        await desk.AcceptAsync(change, cancel);
        return await desk.PromiseOfAsync(request, cancel);
    }

    private bool Reach(Instant at, Instant now)
    {
        if (at >= now)
        {
            return false;
        }

        clock.Now = at.ToMicrosecond();
        return true;
    }

    private static Instant Later(Instant at, Duration by, Instant now) => at + by < now ? at + by : at;

    private static Instant Max(Instant one, Instant other) => one > other ? one : other;

    private T Pick<T>(params T[] from) => from[random.Next(from.Length)];

    private static Actor ActorOf(Colleague? person) => person is null ? Actor.Customer : Actor.Staff($"{person.Id}");
}
