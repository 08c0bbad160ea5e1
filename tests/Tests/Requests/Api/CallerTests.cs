using System.Net;
using System.Text.Json.Nodes;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using GridDesk.Requests;
using GridDesk.Staff;
using GridDesk.Staff.Tokens;
using GridDesk.Tests.Infrastructure;

namespace GridDesk.Tests.Requests.Api;

/// <summary>Who calls: nobody without a token, whatever they send; with one, somebody who says how and when it came.</summary>
[Trait("store", "both")]
public sealed class CallerTests(TestOffice office) : IClassFixture<TestOffice>
{
    private readonly ApiCaller _caller = new(office);

    [Fact]
    public async Task Without_a_token_a_request_comes_by_web_whatever_it_says()
    {
        var request = ApiCaller.Transfer("林網路");
        request["channel"] = "counter";
        request["receivedAt"] = "2019-06-01T08:00:00+08:00";
        (await _caller.PostAsync(request)).StatusCode.ShouldBe(HttpStatusCode.Accepted);

        var filed = await _caller.FindAsync("林網路");
        filed.Channel.ShouldBe(Channel.Web);
        filed.ReceivedAt.ShouldBe(office.Clock.GetCurrentInstant());
        filed.TakenInBy.ShouldBeNull();
    }

    [Fact]
    public async Task Somebody_signed_in_who_calls_without_a_token_is_nobody_to_the_interface()
    {
        var clerk = (await office.SignInAsync("clerk")).Http;
        var request = ApiCaller.Transfer("林餅乾");
        request["channel"] = "counter";
        request["receivedAt"] = "2019-06-01T08:00:00+08:00";
        var message = new HttpRequestMessage(HttpMethod.Post, "/api/requests") { Content = new StringContent(request.ToJsonString(), null, "application/json") };
        message.Headers.Add("Idempotency-Key", "by-cookie");
        (await clerk.SendAsync(message)).StatusCode.ShouldBe(HttpStatusCode.Accepted);

        var filed = await _caller.FindAsync("林餅乾");
        filed.Channel.ShouldBe(Channel.Web);
        filed.ReceivedAt.ShouldBe(office.Clock.GetCurrentInstant());
        filed.TakenInBy.ShouldBeNull();
        (await office.WithAsync<EventLog, IReadOnlyList<Happening>>(log => log.HistoryAsync(filed.Key))).ShouldAllBe(h => h.By == Actor.Customer.Key);

        (await clerk.GetAsync("/desk")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await clerk.GetAsync("/api/me")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await clerk.GetAsync("/en/api/me")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task With_a_token_the_caller_says_how_and_when_it_came()
    {
        var token = await ApiCaller.TokenAsync(office, "callcentre", Role.CallCentre);
        var request = await _caller.CompleteTransferAsync("林電話");
        request["channel"] = "call-centre";
        request["receivedAt"] = "2019-06-19T09:30:00+08:00";
        (await _caller.PostAsync(request, token: token)).StatusCode.ShouldBe(HttpStatusCode.Created);

        var filed = await _caller.FindAsync("林電話");
        filed.Channel.ShouldBe(Channel.CallCentre);
        filed.ReceivedAt.ShouldBe(Instant.FromUtc(2019, 6, 19, 1, 30));
        var accepted = (RequestAccepted)(await office.WithAsync<EventLog, IReadOnlyList<Happening>>(log => log.HistoryAsync(filed.Key)))[0].Event;
        accepted.NormDue.ShouldBe(new LocalDate(2019, 6, 20), "one working day from the day it reached the office");
    }
}
