using System.Text.Json.Nodes;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Promises;
using GridDesk.Requests.Handovers;
using GridDesk.Staff;
using GridDesk.Tests.Infrastructure;
using GridDesk.Tests.Requests.Api;

namespace GridDesk.Tests.Requests.Handovers;

/// <summary>What the call centre sends, rightly and wrongly.</summary>
[Trait("store", "both")]
public sealed class PassOnTests(TestOffice office) : IClassFixture<TestOffice>
{
    [Fact]
    public async Task A_case_comes_in_with_its_own_clock_from_when_the_call_centre_took_it()
    {
        var centre = await CallCentre.OfAsync(office);
        var (status, body) = await centre.PassOnAsync(CallCentre.Case("CC-108-1"));
        status.ShouldBe(201);
        body["known"]!.GetValue<bool>().ShouldBeFalse();
        body["state"]!.GetValue<string>().ShouldBe("received");
        body["due"]!.GetValue<string>().ShouldBe("2019-06-21T01:50:00Z", "eight office hours from 9:50 on Thursday");
        body["sentence"]!["en"]!.GetValue<string>().ShouldBe("CC-108-1 has come in: To be taken on, to be answered by 21 June 09:50.");

        var handover = await centre.FindAsync("CC-108-1");
        var promise = await office.WithAsync<OfficeDb, Promise>(db => db.Set<Promise>().SingleAsync(p => p.Subject == handover.Key));
        (promise.Kind, promise.Name, promise.Department).ShouldBe(("handover", "CC-108-1", "service-centre"));
        (await centre.AskAsync("cc-108-1")).Body["state"]!.GetValue<string>().ShouldBe("received");
        (await centre.AskAsync("CC-0")).Status.ShouldBe(404);
    }

    [Fact]
    public async Task Passed_on_twice_it_is_known_and_nothing_is_doubled()
    {
        var centre = await CallCentre.OfAsync(office);
        var first = await centre.PassOnAsync(CallCentre.Case("CC-108-2"), "key-2");
        (await centre.PassOnAsync(CallCentre.Case("CC-108-2"), "key-2")).Body.ToJsonString().ShouldBe(first.Body.ToJsonString(), "the same call gets the same answer");
        (await centre.PassOnAsync(CallCentre.Case("CC-108-9"), "key-2")).Body["code"]!.GetValue<string>().ShouldBe("idempotency.other-body");

        var (status, body) = await centre.PassOnAsync(CallCentre.Case("cc-108-2", "outage", "林大明"));
        (status, body["known"]!.GetValue<bool>(), body["kind"]!.GetValue<string>()).ShouldBe((200, true, "billing"));
        body["sentence"]!["en"]!.GetValue<string>().ShouldStartWith("CC-108-2 is known");
        (await CountAsync("CC-108-2")).ShouldBe((1, 1));
    }

    [Fact]
    public async Task Sent_by_many_at_the_same_moment_it_is_one_hand_over()
    {
        var centre = await CallCentre.OfAsync(office);
        for (var n = 0; n < 6; n++)
        {
            var number = $"CC-RUSH-{n}";
            var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(index => centre.PassOnAsync(CallCentre.Case(number), index < 2 ? $"same-{n}" : null)));
            answers.ShouldAllBe(a => a.Status == 200 || a.Status == 201);
            answers.Select(a => a.Body["due"]!.GetValue<string>()).Distinct().ShouldHaveSingleItem();
            (await CountAsync(number)).ShouldBe((1, 1));
            var received = (await office.WithAsync<EventLog, IReadOnlyList<Happening>>(async log => await log.HistoryAsync((await centre.FindAsync(number)).Key))).Count;
            received.ShouldBe(1);
        }
    }

    [Fact]
    public async Task Everything_that_cannot_be_right_is_said_at_once_each_at_its_field()
    {
        var centre = await CallCentre.OfAsync(office);
        (await centre.PassOnAsync(new JsonObject())).Body["errors"]!.AsArray().Select(e => e!["field"]!.GetValue<string>())
            .ShouldBe(["number", "kind", "receivedAt", "summary", "customer.name", "customer.phone"]);

        await RefusedAsync(c => c["number"] = "后送/1", "handover.number");
        await RefusedAsync(c => c["kind"] = "weather", "handover.kind");
        await RefusedAsync(c => c["source"] = "x y", "handover.source");
        await RefusedAsync(c => c["receivedAt"] = "yesterday", "handover.received-at");
        await RefusedAsync(c => c["receivedAt"] = "2019-06-20T11:00:00+08:00", "handover.received-at");
        await RefusedAsync(c => c["receivedAt"] = "2019-05-01T11:00:00+08:00", "handover.received-at");
        await RefusedAsync(c => c["summary"] = new string('電', 2001), "handover.summary");
        await RefusedAsync(c => c["summary"] = "a\0b", "handover.characters");
        await RefusedAsync(c => c["customer"]!["phone"] = "call me", "phone.not-a-number");
        await RefusedAsync(c => c["customer"]!["electricityNumber"] = "1", null);
        (await centre.PassOnAsync(CallCentre.Case("CC-NO-KEY"), withKey: false)).Body["code"]!.GetValue<string>().ShouldBe("idempotency.key-missing");
        (await centre.PassOnAsync(JsonValue.Create("text"))).Body["code"]!.GetValue<string>().ShouldBe("request.body");
        (await office.WithAsync<OfficeDb, int>(db => db.Set<Handover>().CountAsync(h => h.Number == "CC-BAD"))).ShouldBe(0);

        async Task RefusedAsync(Action<JsonObject> spoil, string? code)
        {
            var sent = CallCentre.Case("CC-BAD");
            spoil(sent);
            var (status, body) = await centre.PassOnAsync(sent);
            status.ShouldBe(422, sent.ToJsonString());
            body["detail"]!.GetValue<string>().ShouldNotBeEmpty();
            if (code is not null)
            {
                body["code"]!.GetValue<string>().ShouldBe(code);
            }
        }
    }

    [Fact]
    public async Task Nobody_but_the_call_centre_passes_cases_on()
    {
        var clerk = new CallCentre(office, await ApiCaller.TokenAsync(office, "clerk", Role.Clerk));
        (await clerk.PassOnAsync(CallCentre.Case("CC-108-3"))).Status.ShouldBe(403);
        (await clerk.AskAsync("CC-108-1")).Status.ShouldBe(403);
        (await new CallCentre(office, "made-up").PassOnAsync(CallCentre.Case("CC-108-3"))).Status.ShouldBe(401);
    }

    private async Task<(int Handovers, int Promises)> CountAsync(string number) =>
        (await office.WithAsync<OfficeDb, int>(db => db.Set<Handover>().CountAsync(h => h.Number == number)),
            await office.WithAsync<OfficeDb, int>(db => db.Set<Promise>().CountAsync(p => p.Name == number)));
}
