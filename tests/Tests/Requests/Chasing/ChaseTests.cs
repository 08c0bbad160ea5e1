using System.Net;
using System.Text.Json.Nodes;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Promises;
using GridDesk.Requests;
using GridDesk.Requests.Chasing;
using GridDesk.Staff;
using GridDesk.Staff.Deputies;
using GridDesk.Tests.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace GridDesk.Tests.Requests.Chasing;

/// <summary>No promise passes its day without somebody hearing of it.</summary>
[Trait("store", "both")]
public sealed class ChaseTests
{
    [Fact]
    public async Task The_handler_hears_before_the_supervisor_on_the_day_and_the_head_after_it_each_once()
    {
        await using var office = await TestOffice.OpenAsync();
        var handler = await office.IdOfAsync("clerk");
        var request = await Rules.OfficeCases.FileAsync(office, Rules.OfficeCases.Transfer() with { Owner = $"{handler}" });
        var promise = (await office.WithAsync<RequestDesk, Promise?>(desk => desk.PromiseOfAsync(request)))!;
        var steps = ChaseLadder.Of(promise.ReceivedAt, promise.DueAt!.Value, office.App.Services.GetRequiredService<Kernel.Pack.PackInForce>().Calendar);

        List<(ChaseRung, Guid?)> heard = [];
        foreach (var step in steps)
        {
            office.Clock.Reset(step.From - Duration.FromMinutes(1));
            await RunAsync(office);
            (await HeardAsync(office, promise.Id)).ShouldBe(heard);
            office.Clock.Reset(step.From + Duration.FromMinutes(1));
            await RunAsync(office);
            await RunAsync(office);
            heard.Add((step.Rung, step.Rung switch { ChaseRung.Before => handler, ChaseRung.Due => await office.IdOfAsync("supervisor"), _ => await office.IdOfAsync("head") }));
            (await HeardAsync(office, promise.Id)).ShouldBe(heard, "once, however often it runs");
        }
    }

    [Fact]
    public async Task Nothing_overdue_is_unchased_whatever_was_done_before()
    {
        await using var office = await TestOffice.OpenAsync();
        var calendar = office.App.Services.GetRequiredService<Kernel.Pack.PackInForce>().Calendar;
        var random = new Random(Environment.TickCount);
        List<Guid> open = [];
        for (var step = 0; step < 120; step++)
        {
            office.Clock.Advance(Duration.FromMinutes(random.Next(5, 240)));
            try
            {
                switch (random.Next(6))
                {
                    case 0 or 1: open.Add((await Rules.OfficeCases.FileAsync(office, Rules.OfficeCases.Transfer($"客{step}", complete: random.Next(4) > 0))).Id); break;
                    case 2 when open.Count > 0: await office.DoAsync(desk => desk.AskForAsync(new(Pick(), null, Actor.Office), [new("document", "relation", new("租約", "Lease"))])); break;
                    case 3 when open.Count > 0: await office.DoAsync(desk => desk.SupplyAsync(new(Pick(), null, Actor.Office), Channel.Counter, [new GivenDocument("relation", null)])); break;
                    case 4 when open.Count > 0: await office.DoAsync(desk => desk.ExtendAsync(new(Pick(), null, Actor.Office), 1, "rain")); break;
                    case 5 when open.Count > 0: await office.DoAsync(desk => desk.CloseAsync(new(Pick(), null, Actor.Office), GridDesk.Requests.Outcome.Done, null)); break;
                }
            }
            catch (Refusal)
            {
                // not every act fits every case
            }

            await RunAsync(office);
            var now = office.Clock.GetCurrentInstant();
            if (ChaseLadder.IsOpen(calendar, now))
            {
                var late = await office.WithAsync<OfficeDb, List<Guid>>(db => db.Set<Promise>().Where(p => p.ClosedAt == null && !p.Stopped && p.DueAt < now && !db.Set<Chase>().Any(c => c.Promise == p.Id && c.DueAt == p.DueAt)).Select(p => p.Id).ToListAsync());
                late.ShouldBeEmpty($"after step {step}, at {now}");
            }
        }

        (await office.WithAsync<OfficeDb, int>(db => db.Set<Chase>().CountAsync())).ShouldBeGreaterThan(0);

        Guid Pick() => open[random.Next(open.Count)];
    }

    [Fact]
    public async Task A_promise_of_another_kind_is_chased_by_the_same_ladder_and_leads_to_its_own_case()
    {
        await using var office = await TestOffice.OpenAsync();
        var (now, id) = (office.Clock.GetCurrentInstant(), Guid.NewGuid());
        await office.WithAsync<OfficeDb>(db =>
        {
            var promise = new Promise { Id = Guid.NewGuid(), Subject = $"inspection:{id:N}", Kind = "inspection", Name = "I-108-7", Department = "new-supply", ReceivedAt = now, Policy = new("1", null, new WorkingHours(4)), Calendar = "" };
            promise.Start(office.App.Services.GetRequiredService<Kernel.Pack.PackInForce>().Calendar, "office", now);
            db.Add(promise);
            return db.SaveChangesAsync();
        });
        office.Clock.Reset(Instant.FromUtc(2019, 6, 21, 1, 0));
        await RunAsync(office);

        var head = await office.SignInAsync("head");
        await head.GoAsync("/en/desk/chase");
        head.Text.ShouldContain("I-108-7");
        head.Page.QuerySelectorAll("a").Select(a => a.GetAttribute("href")).ShouldContain($"/en/desk/inspections/{id:N}");
        var clerk = await office.SignInAsync("clerk");
        await clerk.GoAsync("/en/desk/chase");
        clerk.Text.ShouldNotContain("I-108-7", customMessage: "of another department");
    }

    [Fact]
    public async Task Whoever_was_chased_answers_with_cause_and_next_step_and_nobody_else_does()
    {
        await using var office = await TestOffice.OpenAsync();
        var request = await LateAsync(office);
        var supervisor = await office.SignInAsync("supervisor");
        await supervisor.GoAsync("/en/desk/chase");
        supervisor.Text.ShouldContain(request.Number!);
        await supervisor.OpenAsync("Answer");
        await supervisor.PressAsync("Answer");
        supervisor.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        supervisor.Text.ShouldContain("Choose the cause");
        await supervisor.Choose("Too many cases").Fill("What will be done next", "明天上午辦").PressAsync("Answer");
        supervisor.Text.ShouldContain("The answer is recorded");
        supervisor.Text.ShouldContain("Nothing waits for your answer");
        supervisor.Text.ShouldContain("明天上午辦");

        var id = await office.WithAsync<OfficeDb, Guid>(db => db.Set<Chase>().Where(c => c.Promise == request.PromiseId && c.AnsweredAt != null).Select(c => c.Id).SingleAsync());
        var clerk = await office.SignInAsync("clerk");
        await clerk.GoAsync($"/en/desk/chase/{id}");
        clerk.Status.ShouldBe(HttpStatusCode.NotFound);
        (await ValueAsync(office, "chase.sent")).ShouldNotBeNull();
        (await ValueAsync(office, "chase.answered-share")).ShouldNotBe(0);

        var csv = await supervisor.Http.GetStringAsync("/en/desk/chase.csv?state=answered");
        csv.ShouldContain(request.Number!);
        csv.ShouldContain("Too many cases");
        (await clerk.Http.GetStringAsync("/en/desk/chase.csv")).ShouldContain(request.Number!, customMessage: "the clerk works in the department of the case");
    }

    [Fact]
    public async Task A_deputy_answers_for_somebody_who_is_away()
    {
        await using var office = await TestOffice.OpenAsync();
        await office.WithAsync<DeputyDesk>(async desk => await desk.NameAsync(await office.IdOfAsync("supervisor"), await office.IdOfAsync("handler"), office.Clock.GetCurrentInstant(), office.Clock.GetCurrentInstant() + Duration.FromDays(30), Actor.Office));
        var request = await LateAsync(office);
        var handler = await office.SignInAsync("handler");
        await handler.GoAsync("/en/desk/chase");
        handler.Text.ShouldContain("in place of");
        await handler.OpenAsync("Answer");
        await handler.Choose("Other").Fill("What will be done next", "x").PressAsync("Answer");
        handler.Text.ShouldContain("The answer is recorded");
        request.Number.ShouldNotBeNull();
    }

    [Fact]
    public async Task Everybody_gets_one_digest_in_the_morning_and_none_in_the_afternoon()
    {
        await using var office = await TestOffice.OpenAsync();
        await LateAsync(office);
        await RunAsync(office);
        office.Clock.Advance(Duration.FromHours(1));
        await RunAsync(office);
        (await DigestsAsync()).ShouldBe((await office.WithAsync<OfficeDb, int>(db => db.Set<Chase>().Where(c => c.Person != null).Select(c => c.Person).Distinct().CountAsync())));
        var before = await DigestsAsync();
        office.Clock.Reset(Instant.FromUtc(2019, 6, 24, 6, 0));
        await RunAsync(office);
        (await DigestsAsync()).ShouldBe(before, "two in the afternoon");

        Task<int> DigestsAsync() => office.WithAsync<OfficeDb, int>(db => db.Set<ChaseDigest>().CountAsync());
    }

    // Promised for the 20th, and on the next working morning nobody has done it.
    private static async Task<ServiceRequest> LateAsync(TestOffice office)
    {
        var request = await office.FileAsync();
        office.Clock.Reset(Instant.FromUtc(2019, 6, 21, 1, 0));
        await RunAsync(office);
        return request;
    }

    private static Task RunAsync(TestOffice office) => office.WithAsync<ChaseRun>(run => run.RunAsync(office.Clock.GetCurrentInstant(), default));

    private static async Task<IReadOnlyList<(ChaseRung, Guid?)>> HeardAsync(TestOffice office, Guid promise) =>
        [.. (await office.WithAsync<OfficeDb, List<Chase>>(db => db.Set<Chase>().Where(c => c.Promise == promise).OrderBy(c => c.At).ToListAsync())).Select(c => (c.Rung, c.Person))];

    private static async Task<decimal?> ValueAsync(TestOffice office, string code) =>
        JsonNode.Parse(await office.Api().GetStringAsync("/api/plan/108/measures?half=1"))!.AsArray().SelectMany(row => row!["indicators"]!.AsArray())
            .First(i => i!["code"]!.GetValue<string>() == code)!["value"]?.GetValue<decimal>();
}
