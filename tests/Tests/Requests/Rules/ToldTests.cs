using GridDesk.Kernel.Data;
using GridDesk.Kernel.Promises;
using GridDesk.Requests;
using GridDesk.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace GridDesk.Tests.Requests.Rules;

/// <summary>The day that a customer was told is a fact: the journal alone says which day it is, whatever moved it.</summary>
[Trait("store", "both")]
public sealed class ToldTests(TestOffice office) : IClassFixture<TestOffice>
{
    private static readonly MissingItem Paper = new("document", "relation", new("租約", "Lease"));

    [Fact]
    public async Task When_the_clock_runs_again_the_new_day_is_told_and_recorded()
    {
        var request = await office.FileAsync();
        var accepted = (RequestAccepted)(await office.HistoryAsync(request))[0].Event;
        request = await office.DoAsync(desk => desk.AskForAsync(request.Change(), [Paper]));
        office.Clock.AdvanceDays(7);
        request = await office.DoAsync(desk => desk.SupplyAsync(request.Change(), Channel.Web, [new GivenDocument("relation", null)]));

        var told = (RequestTold)(await office.HistoryAsync(request))[^1].Event;
        told.Before.ShouldBe(accepted.Told);
        told.Day.ShouldBeGreaterThan(accepted.Told!.Value);
        told.Day.ShouldBe((await PromiseAsync(request)).Told!.Value);
    }

    [Fact]
    public async Task Whatever_is_done_every_stored_date_follows_from_what_is_stored()
    {
        var seed = Environment.GetEnvironmentVariable("GRIDDESK_SEED") is { } given ? int.Parse(given) : Random.Shared.Next();
        var random = new Random(seed);
        for (var history = 0; history < 12; history++)
        {
            var request = await office.FileAsync();
            for (var step = 0; step < 8; step++)
            {
                office.Clock.AdvanceMinutes(random.Next(1, 3 * 24 * 60));
                request = await DoSomethingAsync(request, random.Next(6));
                var promise = await PromiseAsync(request);
                (await ToldByJournalAsync(request)).ShouldBe(promise.Told, $"seed {seed}");

                var asOf = promise.Stopped ? promise.Segments[^1].From : office.Clock.GetCurrentInstant();
                var (rule, norm) = promise.Compute(GridDesk.Tests.Time.Offices.Chiayi, asOf);
                if (!promise.Stopped)
                {
                    (promise.RuleDue, promise.NormDue).ShouldBe((rule?.Day, norm?.Day), $"seed {seed}");
                }
            }
        }
    }

    private async Task<ServiceRequest> DoSomethingAsync(ServiceRequest request, int what)
    {
        try
        {
            return await office.DoAsync(desk => what switch
            {
                0 => desk.AskForAsync(request.Change(), [Paper]),
                1 => desk.SupplyAsync(request.Change(), Channel.Counter, [new GivenDocument("relation", null)]),
                2 => desk.SetClockAsync(request.Change(), SegmentKind.WaitingForPermit, "x"),
                3 => desk.SetClockAsync(request.Change(), SegmentKind.Running, null),
                4 => desk.ExtendAsync(request.Change(), 1, "x"),
                _ => desk.TellAsync(request.Change(), office.Clock.GetCurrentInstant().InUtc().Date.PlusDays(what)),
            });
        }
        catch (Refusal)
        {
            return (await office.DoAsync(desk => desk.FindAsync(request.Name)))!;
        }
    }

    private async Task<LocalDate?> ToldByJournalAsync(ServiceRequest request) => (await office.HistoryAsync(request)).Aggregate(
        (LocalDate?)null, (told, happened) => happened.Event switch { RequestAccepted accepted => accepted.Told, RequestTold say => say.Day, _ => told });

    private Task<Promise> PromiseAsync(ServiceRequest request) =>
        office.WithAsync<OfficeDb, Promise>(db => db.Set<Promise>().AsNoTracking().SingleAsync(p => p.Subject == request.Key));
}
