using System.Text.Json.Nodes;
using GridDesk.Kernel.Events;
using GridDesk.Notices.Webhooks;
using GridDesk.Requests;
using GridDesk.Tests.Infrastructure;
using GridDesk.Tests.Requests;
using Microsoft.AspNetCore.Http;
using Outcome = GridDesk.Requests.Outcome;

namespace GridDesk.Tests.Notices.Webhooks;

/// <summary>Another program hears of what happens: rightly signed, in order, at least once; whatever it does, nobody else waits for it.</summary>
[Trait("store", "both")]
public sealed class WebhookTests
{
    [Fact]
    public async Task A_receiver_gets_what_it_wants_signed_and_in_order_and_nothing_about_the_customer()
    {
        await using var receiver = await HookReceiver.OpenAsync();
        await using var office = await WebhookWork.OpenAsync();
        await office.FileAsync("先前"); // before anybody listens: nothing is written
        await office.RegisterAsync(receiver);
        var request = await office.FileAsync("陳玉蘭");
        await CloseAsync(office, request);
        await office.SendAsync();

        receiver.All.ShouldAllBe(got => got.Wrong == null);
        receiver.Taken.Select(e => (string)e["type"]!).ShouldBe(["tw.griddesk.request.accepted", "tw.griddesk.request.closed"]);
        var accepted = receiver.Taken.First();
        ((string)accepted["specversion"]!, (string)accepted["subject"]!, (string)accepted["data"]!["number"]!, (string)accepted["data"]!["service"]!).ShouldBe(("1.0", ServiceRequest.KeyOf(request.Id), request.Number, "EBILL"));
        var journal = (await office.HistoryAsync(request.Id)).Single(h => h.Event is RequestAccepted);
        ((string)accepted["id"]!, (string)accepted["time"]!).ShouldBe(($"{journal.Id}", "2019-06-20T02:00:00Z"));
        string.CompareOrdinal((string)accepted["sequence"]!, (string)receiver.Taken.Last()["sequence"]!).ShouldBeLessThan(0);
        receiver.All.First().ContentType.ShouldBe("application/cloudevents+json");
        foreach (var secret in new[] { "陳玉蘭", "0911", "particulars", "staff:" })
        {
            receiver.All.ShouldAllBe(got => !got.Body.Contains(secret));
        }

        (await office.DeliveriesAsync()).Count.ShouldBe(2, "only what this receiver wants, and only since it is there");
    }

    [Fact]
    public async Task A_receiver_that_fails_after_taking_it_gets_the_same_again_and_counts_it_once()
    {
        await using var receiver = await HookReceiver.OpenAsync();
        await using var office = await WebhookWork.OpenAsync();
        await office.RegisterAsync(receiver);
        var times = 0;
        receiver.Answer = (_, _) => Task.FromResult(Interlocked.Increment(ref times) < 3 ? Results.Text(new string('字', 900) + "\u0000", statusCode: 500) : Results.NoContent());
        await office.FileAsync();
        await office.SendAsync();
        await office.SendAsync();
        times.ShouldBe(1, "its pause is not over");
        for (var i = 0; i < 2; i++)
        {
            office.Clock.Reset((await office.DeliveriesAsync()).Single().DueAt);
            await office.SendAsync();
        }

        receiver.All.Select(got => got.Body).Distinct().Count().ShouldBe(1);
        receiver.Taken.Count.ShouldBe(1);
        var attempts = await office.AttemptsAsync();
        attempts.Select(a => (a.Number, a.Status)).ShouldBe([(1, 500), (2, 500), (3, 204)]);
        attempts[0].Text.ShouldBe(new string('字', 200), "no more is kept of an answer");
        (attempts[0].NextAt, attempts[2].NextAt).ShouldBe((Instant.FromUtc(2019, 6, 20, 2, 1), null));
    }

    [Fact]
    public async Task While_a_receiver_is_down_its_events_wait_in_order_and_another_receiver_has_them_at_once()
    {
        await using var down = await HookReceiver.OpenAsync();
        await using var up = await HookReceiver.OpenAsync();
        await using var office = await WebhookWork.OpenAsync();
        await office.RegisterAsync(down, "request.accepted", "request.told", "request.closed");
        await office.RegisterAsync(up, "request.accepted", "request.told", "request.closed");
        var isDown = true;
        down.Answer = (_, _) => Task.FromResult(isDown ? Results.StatusCode(503) : Results.NoContent());
        var (one, other) = (await office.FileAsync("甲"), await office.FileAsync("乙", number: DeskWork.Number("1905000012")));
        await office.SendAsync();
        await CloseAsync(office, one);
        await office.SendAsync();
        up.Taken.Count.ShouldBe(3);
        down.Taken.ShouldBeEmpty();
        down.All.Count.ShouldBe(2, "what follows in a case waits for what came first");

        isDown = false;
        office.Clock.AdvanceHours(24);
        await office.SendAsync();
        down.Taken.Select(e => ((string)e["subject"]!, (string)e["type"]!)).Where(e => e.Item1 == ServiceRequest.KeyOf(one.Id)).Select(e => e.Item2.Split('.')[^1]).ShouldBe(["accepted", "closed"]);
        down.Taken.Count.ShouldBe(3, $"nothing is lost, {other.Number} neither");
    }

    [Fact]
    public async Task After_nine_retries_and_three_days_it_is_given_up_and_what_follows_goes_on_until_somebody_sends_it_again()
    {
        await using var receiver = await HookReceiver.OpenAsync();
        await using var office = await WebhookWork.OpenAsync();
        var id = (await office.RegisterAsync(receiver)).Id;
        receiver.Answer = (_, e) => Task.FromResult((string)e["type"]! == "tw.griddesk.request.accepted" ? Results.StatusCode(400) : Results.NoContent());
        var request = await office.FileAsync();
        await CloseAsync(office, request);
        await office.SendAsync();
        for (var i = 0; i < 9; i++)
        {
            receiver.Taken.ShouldBeEmpty();
            office.Clock.Reset((await office.DeliveriesAsync()).Single(d => d.Kind == "request.accepted").DueAt);
            await office.SendAsync();
        }

        office.Clock.GetCurrentInstant().ShouldBe(Instant.FromUtc(2019, 6, 23, 2, 0));
        receiver.Taken.Select(e => (string)e["type"]!).ShouldBe(["tw.griddesk.request.closed"]);
        var admin = await office.SignInAsync("admin");
        await admin.GoAsync($"/en/desk/admin/webhooks/{id}?show=given-up");
        admin.Text.ShouldContain("given up");
        receiver.Answer = (_, _) => Task.FromResult(Results.NoContent());
        await admin.PressAsync("Send again");
        await office.SendAsync();
        receiver.Taken.Count.ShouldBe(2);
        (await office.DeliveriesAsync()).ShouldAllBe(d => d.DoneAt != null && d.GivenUpAt == null);
    }

    [Fact]
    public async Task Whoever_answers_that_it_is_gone_gets_nothing_more_until_an_administrator_resumes()
    {
        await using var receiver = await HookReceiver.OpenAsync();
        await using var office = await WebhookWork.OpenAsync();
        var id = (await office.RegisterAsync(receiver)).Id;
        receiver.Answer = (_, _) => Task.FromResult(Results.StatusCode(410));
        await office.FileAsync();
        await office.SendAsync();
        await office.FileAsync("乙", number: DeskWork.Number("1905000012"));
        office.Clock.AdvanceHours(30);
        await office.SendAsync();
        receiver.All.Count.ShouldBe(1);
        (await office.DeliveriesAsync()).Count.ShouldBe(1, "nothing is kept for a receiver that is gone");
        (await office.WithAsync<EventLog, IReadOnlyList<Happening>>(log => log.HistoryAsync($"webhook:{id:N}"))).Select(h => h.Event).ShouldContain(new WebhookGone());

        receiver.Answer = (_, _) => Task.FromResult(Results.NoContent());
        await office.DoAsync((desk, change) => desk.ResumeAsync(change), id);
        await office.SendAsync();
        receiver.Taken.Count.ShouldBe(1, "what had waited");
    }

    private static Task CloseAsync(TestOffice office, ServiceRequest request) => office.DoAsync(desk => desk.CloseAsync(new(request.Id, null, Actor.Office), Outcome.Done, null));
}
