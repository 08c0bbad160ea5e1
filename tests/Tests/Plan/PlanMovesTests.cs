using System.Text.Json.Nodes;
using GridDesk.Kernel.Events;
using GridDesk.Requests;
using GridDesk.Requests.Chasing;
using GridDesk.Requests.Handovers;
using GridDesk.Requests.Noon;
using GridDesk.Requests.Procedures;
using GridDesk.Tests.Hall.Roster;
using GridDesk.Tests.Infrastructure;
using GridDesk.Tests.Notices.Phone;
using GridDesk.Tests.Requests.Coordinate;
using GridDesk.Tests.Requests.Handovers;
using GridDesk.Tests.Requests.Rules;
using Outcome = GridDesk.Requests.Outcome;

namespace GridDesk.Tests.Plan;

/// <summary>For every row of the plan that requests can prove: nothing was done and it says so; it is done, and the figure moves on the page.</summary>
[Trait("store", "both")]
public sealed class PlanMovesTests(TestOffice office) : IClassFixture<TestOffice>
{
    private static readonly string[] RowsOfRequests =
    [
        "1.1.2.1", "1.1.2.3", "1.1.2.4", "1.1.3.3", "1.2.4.4", "1.2.4.5", "1.2.4.7",
        "2.1.1.2", "2.1.1.4", "2.1.2.1", "2.1.2.2", "2.1.4.1", "2.1.4.5", "2.2.2.1", "5.2.1.1", "5.2.1.1.1", "5.2.1.1.2",
    ];

    [Fact]
    public async Task Every_figure_of_requests_is_missing_before_and_moves_when_the_thing_is_done()
    {
        var before = await FiguresAsync();
        before.Keys.Select(key => key.Row).Distinct().ShouldBe(RowsOfRequests, ignoreOrder: true);
        before.Values.ShouldAllBe(value => value == null, "nothing has been done yet, which is not zero");

        await WorkAsync();
        await AnswerCallCentreAsync();
        await SimplifyAsync();
        await ChaseAsync();
        await office.CertifyAsync("volunteer");
        await office.PlanAsync("counter-3", "volunteer", null, 12, 13, on: new(2019, 6, 21));

        var after = await FiguresAsync();
        after.Where(figure => figure.Value is null).Select(figure => $"{figure.Key}").ShouldBeEmpty();
        var page = await office.Visit().GoAsync("/en/plan?year=108&half=1");
        foreach (var row in RowsOfRequests)
        {
            page.Page.GetElementById($"m-{row}")!.TextContent.ShouldNotContain("nothing recorded yet", customMessage: row);
        }
    }

    // What a day at the office is: every way in, asking back, answering, printing, finishing.
    private async Task WorkAsync()
    {
        var by = new Dictionary<Channel, ServiceRequest>();
        foreach (var channel in Enum.GetValues<Channel>())
        {
            by[channel] = await office.FileAsync(OfficeCases.Transfer(channel: channel));
        }

        foreach (var channel in Enum.GetValues<EnquiryChannel>())
        {
            await office.DoAsync(async desk =>
            {
                await desk.LogEnquiryAsync(by[Channel.Web], channel, channel is EnquiryChannel.Web or EnquiryChannel.Mobile, Actor.Customer);
                return true;
            });
        }

        await office.DoAsync(desk => desk.SlipPrintedAsync(by[Channel.Counter].Change()));
        await office.WithAsync<RequestDesk>(desk => desk.LogScanAsync(by[Channel.Counter]));
        await (await PhoneCaller.WithKeyAsync(office)).KeepAsync(by[Channel.Counter]);
        var asked = await office.DoAsync(desk => desk.AskForAsync(by[Channel.Phone].Change(), [new("document", "relation", new("租約", "Lease"))]));
        await office.DoAsync(desk => desk.SupplyAsync(asked.Change(), Channel.Phone, [new GivenDocument("relation", null)]));

        var taken = await office.FileAsync(OfficeCases.Transfer(complete: false));
        office.Clock.AdvanceHours(1);
        taken = await office.DoAsync(desk => desk.SupplyAsync(taken.Change(), Channel.Counter, [new GivenDocument("relation", null)]));
        await office.DoAsync(desk => desk.AcceptAsync(taken.Change()));

        var noon = await office.FileAsync(OfficeCases.Transfer("午") with { AtNoon = true });
        await office.DoAsync(desk => desk.CloseAsync(noon.Change(), Outcome.Done, null));
        var papers = await office.FileAsync(OfficeCases.Transfer("晌") with { AtNoon = true, ReceiveOnly = true });
        await office.DoAsync(desk => desk.AcceptAsync(papers.Change()));
        await office.WithAsync<NoonDesk>(desk => desk.CountTurnedAwayAsync("centre", 3, OfficeCases.Clerk));
        await office.WithAsync<NoonDesk>(desk => desk.RecordBaselineAsync(new(2018, 7, 2), new(2018, 7, 13), 85, 6, "register", OfficeCases.Clerk));

        var mine = await office.DoAsync(desk => desk.GoToAsync(by[Channel.Fax].Change(), "checkPapers"));
        mine = await office.DoAsync(desk => desk.AssignAsync(mine.Change(), OfficeCases.Clerk.Key.Split(':')[1], "service-centre"));
        await office.AnswerAsync(await office.AskAsync(mine));
        await office.DoAsync(desk => desk.CloseAsync(mine.Change() with { Version = null }, Outcome.Done, null));
    }

    private async Task AnswerCallCentreAsync()
    {
        var centre = await CallCentre.OfAsync(office);
        await centre.PassOnAsync(CallCentre.Case("CC-1"));
        var change = new HandoverDesk.Change((await centre.FindAsync("CC-1")).Id, null, OfficeCases.Clerk);
        await office.WithAsync<HandoverDesk>(desk => desk.AcceptAsync(change, Guid.NewGuid()));
        await office.WithAsync<HandoverDesk>(desk => desk.AnswerAsync(change, "done"));
    }

    // Ten cases finished before it and ten since, so that there is something to compare.
    private async Task SimplifyAsync()
    {
        foreach (var day in (Instant[])[Instant.FromUtc(2019, 6, 24, 1, 0), Instant.FromUtc(2019, 6, 26, 1, 0)])
        {
            office.Clock.Reset(day);
            for (var n = 0; n < Comparison.CasesAtLeast; n++)
            {
                var done = await office.FileAsync(OfficeCases.Transfer($"簡{n}"));
                await office.DoAsync(desk => desk.CloseAsync(done.Change(), Outcome.Done, null));
            }
        }

        await office.WithAsync<ProcedureDesk>(desk => desk.RecordAsync("XFER", "step:checkPapers", SimplificationKind.StepRemoved, new(2019, 6, 25), "it is done on acceptance", OfficeCases.Clerk));
    }

    private async Task ChaseAsync()
    {
        office.Clock.Reset(Instant.FromUtc(2019, 6, 28, 1, 0));
        await office.WithAsync<ChaseRun>(run => run.RunAsync(office.Clock.GetCurrentInstant(), default));
    }

    private async Task<Dictionary<(string Row, string Figure), decimal?>> FiguresAsync() =>
        JsonNode.Parse(await office.Api().GetStringAsync("/api/plan/108/measures?half=1"))!.AsArray()
            .SelectMany(row => row!["indicators"]!.AsArray().Select(figure => (Row: row["code"]!.GetValue<string>(), Code: figure!["code"]!.GetValue<string>(), Value: figure["value"]?.GetValue<decimal>())))
            .Where(figure => figure.Code.Split('.')[0] is "requests" or "noon" or "chase" or "handovers" or "tasks" or "procedures" or "phone")
            .ToDictionary(figure => (figure.Row, figure.Code), figure => figure.Value);
}
