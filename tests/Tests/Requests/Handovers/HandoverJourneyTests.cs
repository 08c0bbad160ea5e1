using System.Text.Json.Nodes;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Promises;
using GridDesk.Requests;
using GridDesk.Requests.Chasing;
using GridDesk.Requests.Handovers;
using GridDesk.Tests.Infrastructure;
using GridDesk.Tests.Requests.Api;

namespace GridDesk.Tests.Requests.Handovers;

/// <summary>A hand-over among the rest of the office's work: it becomes a request, is chased, and proves a row of the plan.</summary>
[Trait("store", "both")]
public sealed class HandoverJourneyTests : IAsyncLifetime
{
    private TestOffice _office = null!;
    private CallCentre _centre = null!;

    public async ValueTask InitializeAsync()
    {
        _office = await TestOffice.OpenAsync();
        _centre = await CallCentre.OfAsync(_office);
    }

    public ValueTask DisposeAsync() => _office.DisposeAsync();

    [Fact]
    public async Task It_becomes_a_request_with_what_the_call_centre_wrote_down_and_each_page_leads_to_the_other()
    {
        var handover = await PassOnAsync("CC-1", "application");
        await _office.WithAsync<HandoverDesk>(async desk => await desk.AcceptAsync(new(handover, null, Actor.Office), await _office.IdOfAsync("clerk")));
        var clerk = await _office.SignInAsync("clerk");
        await clerk.GoAsync($"/en/desk/handovers/{handover}?do=file");
        await clerk.PressAsync("Begin");
        clerk.Errors.ShouldBe(["Choose which service it becomes a request of."]);
        await clerk.Fill("Which service", "XFER").PressAsync("Begin");
        clerk.Text.ShouldContain("From the call centre’s hand-over CC-1");
        clerk.Page.QuerySelector("[name='applicant.name']")!.GetAttribute("value").ShouldBe("陳玉蘭");
        clerk.Page.QuerySelector("[name='electricityNumber']")!.GetAttribute("value").ShouldBe(ApiCaller.ElectricityNumberOf());
        await clerk.PressAsync("Take papers in");
        var request = await _office.WithAsync<OfficeDb, ServiceRequest>(db => db.Set<ServiceRequest>().SingleAsync());
        request.Channel.ShouldBe(Channel.CallCentre);

        (await clerk.GoAsync($"/en/desk/requests/{request.Id}")).Text.ShouldContain("Hand-over");
        await clerk.FollowAsync("CC-1");
        clerk.Path.ShouldEndWith($"/desk/handovers/{handover}");
        await clerk.FollowAsync(request.Name);
        clerk.Path.ShouldEndWith($"/desk/requests/{request.Id}");
        (await _centre.AskAsync("CC-1")).Body["request"]!.GetValue<string>().ShouldBe(request.Name);
        var twice = await Should.ThrowAsync<Refusal>(() => _office.WithAsync<HandoverDesk, Handover>(desk => desk.FileAsAsync(new() { Id = handover, Number = "", Source = "", Kind = "", Department = "", ReceivedAt = default, ArrivedAt = default, Summary = "", Name = "", Phone = "" }, request, Actor.Office)));
        twice.Code.ShouldBe("handover.filed");
    }

    [Fact]
    public async Task One_that_passes_its_limit_is_chased_like_every_promise_and_nothing_overdue_is_unchased()
    {
        var late = await PassOnAsync("CC-2", "outage");
        var answered = await PassOnAsync("CC-3", "outage");
        await AnswerAsync(answered);
        _office.Clock.Reset(Instant.FromUtc(2019, 6, 20, 6, 0));
        await _office.WithAsync<ChaseRun>(run => run.RunAsync(_office.Clock.GetCurrentInstant(), default));
        var now = _office.Clock.GetCurrentInstant();
        (await _office.WithAsync<OfficeDb, int>(db => db.Set<Promise>().CountAsync(p => p.ClosedAt == null && p.DueAt < now && !db.Set<Chase>().Any(c => c.Promise == p.Id)))).ShouldBe(0);

        var supervisor = await _office.SignInAsync("supervisor");
        await supervisor.GoAsync("/en/desk/chase");
        supervisor.Text.ShouldContain("CC-2");
        supervisor.Text.ShouldNotContain("CC-3");
        await supervisor.FollowAsync("CC-2");
        supervisor.Path.ShouldContain($"{late:N}");
        supervisor.Text.ShouldContain("Hand-over");
        (await supervisor.GoAsync("/en/desk/handovers?overdue=true")).Text.ShouldContain("CC-2");
    }

    [Fact]
    public async Task The_row_of_the_plan_moves_when_the_thing_is_done()
    {
        (await FiguresAsync()).Values.ShouldAllBe(value => value == null, "nothing has been done yet, which is not zero");
        var (quick, slow, returned) = (await PassOnAsync("CC-4", "billing"), await PassOnAsync("CC-5", "outage"), await PassOnAsync("CC-6", "other"));
        await PassOnAsync("CC-4", "billing", known: true);
        await _office.WithAsync<HandoverDesk>(desk => desk.ReturnAsync(new(returned, null, Actor.Office), "not ours"));
        _office.Clock.Advance(Duration.FromMinutes(50));
        await AnswerAsync(quick);
        _office.Clock.Reset(Instant.FromUtc(2019, 6, 20, 6, 50));
        await AnswerAsync(slow);

        (await FiguresAsync()).ShouldBe(new Dictionary<string, decimal?>
        {
            ["handovers.received"] = 3, ["handovers.completed"] = 2, ["handovers.in-time-share"] = 50, ["handovers.response-hours-mean"] = 2.5m, ["handovers.returned"] = 1,
        }, ignoreOrder: true);
        var head = await _office.SignInAsync("head");
        await head.GoAsync("/en/plan?year=108&half=1");
        head.Page.GetElementById("m-1.1.2.4")!.TextContent.ShouldContain("2.5");
        (await head.GoAsync("/en/plan/108/1.1.2.4/handovers.in-time-share?half=1")).Text.ShouldContain("CC-5", customMessage: "behind the figure stands the case by its number");
    }

    private async Task AnswerAsync(Guid id) => await _office.WithAsync<HandoverDesk>(async desk =>
    {
        await desk.AcceptAsync(new(id, null, Actor.Office), Guid.NewGuid());
        await desk.AnswerAsync(new(id, null, Actor.Office), "done");
    });

    private async Task<Guid> PassOnAsync(string number, string kind, bool known = false)
    {
        (await _centre.PassOnAsync(CallCentre.Case(number, kind))).Status.ShouldBe(known ? 200 : 201);
        return (await _centre.FindAsync(number)).Id;
    }

    private async Task<Dictionary<string, decimal?>> FiguresAsync() =>
        JsonNode.Parse(await _office.Api().GetStringAsync("/api/plan/108/measures?half=1"))!.AsArray().Single(row => row!["code"]!.GetValue<string>() == "1.1.2.4")!["indicators"]!.AsArray()
            .Where(figure => figure!["code"]!.GetValue<string>().StartsWith("handovers.", StringComparison.Ordinal))
            .ToDictionary(figure => figure!["code"]!.GetValue<string>(), figure => figure!["value"]?.GetValue<decimal>());
}
