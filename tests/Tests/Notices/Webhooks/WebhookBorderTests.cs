using System.Diagnostics;
using GridDesk.Kernel.Data;
using GridDesk.Notices.Webhooks;
using GridDesk.Tests.Infrastructure;
using GridDesk.Tests.Requests;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace GridDesk.Tests.Notices.Webhooks;

/// <summary>Receivers that are slow, lead elsewhere, stand inside, or cannot prove who they are; and two processes at the same work.</summary>
[Trait("store", "both")]
public sealed class WebhookBorderTests
{
    [Fact]
    public async Task A_slow_receiver_is_not_waited_for_and_delays_neither_another_nor_the_office()
    {
        await using var slow = await HookReceiver.OpenAsync();
        await using var quick = await HookReceiver.OpenAsync();
        await using var office = await WebhookWork.OpenAsync(patience: 1);
        await office.RegisterAsync(slow);
        await office.RegisterAsync(quick);
        slow.Answer = async (http, _) =>
        {
            await Task.Delay(Timeout.Infinite, http.RequestAborted);
            return Results.NoContent();
        };
        await office.FileAsync();
        await office.DeliverAsync();
        var sending = office.App.Services.GetRequiredService<WebhookWorker>().DeliverDueAsync();
        var watch = Stopwatch.StartNew();
        while (quick.Taken.IsEmpty && watch.Elapsed < TimeSpan.FromSeconds(20))
        {
            await Task.Delay(10);
        }

        sending.IsCompleted.ShouldBeFalse("the slow one is still being waited for");
        await office.FileAsync("乙", number: DeskWork.Number("1905000012"));
        await sending;
        (await office.AttemptsAsync()).Single(a => a.Status is null).Text.ShouldBe("no answer within 1 seconds");
    }

    [Fact]
    public async Task A_receiver_is_followed_nowhere_and_cannot_fill_the_log()
    {
        await using var receiver = await HookReceiver.OpenAsync();
        await using var office = await WebhookWork.OpenAsync(patience: 2);
        await office.RegisterAsync(receiver);
        receiver.Answer = (_, _) => Task.FromResult(Results.Redirect(new Uri(receiver.Url, "/elsewhere").ToString()));
        await office.FileAsync();
        await office.SendAsync();
        (await office.AttemptsAsync()).Single().Status.ShouldBe(302);

        receiver.Answer = async (http, _) =>
        {
            http.Response.StatusCode = 200;
            for (var i = 0; i < 200; i++)
            {
                await http.Response.WriteAsync(new string('x', 100_000), http.RequestAborted);
            }

            return Results.Empty;
        };
        office.Clock.AdvanceMinutes(2);
        await office.SendAsync();
        var last = (await office.AttemptsAsync())[^1];
        (last.Status, last.Text.Length).ShouldBe((200, 200), "it was taken, and the beginning of the answer is kept");
    }

    [Fact]
    public async Task Whoever_cannot_prove_by_a_certificate_who_they_are_gets_nothing()
    {
        await using var receiver = await HookReceiver.OpenAsync(tls: true);
        await using var office = await WebhookWork.OpenAsync();
        await office.RegisterAsync(receiver);
        await office.FileAsync();
        await office.SendAsync();
        receiver.All.ShouldBeEmpty();
        var attempt = (await office.AttemptsAsync()).Single();
        (attempt.Status, attempt.Text.Contains("certificate", StringComparison.OrdinalIgnoreCase)).ShouldBe((null, true), attempt.Text);
    }

    [Fact]
    public async Task A_name_that_leads_into_the_own_network_is_not_connected_to_unless_the_office_says_so()
    {
        await using var receiver = await HookReceiver.OpenAsync(tls: true);
        await using var office = await WebhookWork.OpenAsync(inside: false);
        await office.RegisterAsync(receiver);
        await office.FileAsync();
        await office.SendAsync();
        (await office.AttemptsAsync()).Single().Text.ShouldBe("the name leads to an address of an inside network");
    }

    [Fact]
    public async Task An_address_without_tls_that_was_registered_when_it_was_allowed_gets_nothing_any_more()
    {
        await using var receiver = await HookReceiver.OpenAsync();
        await using var office = await WebhookWork.OpenAsync(inside: false);
        await office.WithAsync<OfficeDb>(db => db.CommitAsync(() =>
        {
            db.Add(new WebhookReceiver { Id = Guid.CreateVersion7(), Name = "old", Url = $"{receiver.Url}", Kinds = ["request.accepted"], RegisteredAt = default, Since = default });
            return Task.CompletedTask;
        }));
        await office.WithAsync<OfficeDb>(db => office.App.Services.GetRequiredService<KnownReceivers>().FollowAsync(db));
        await office.FileAsync();
        await office.SendAsync();
        receiver.All.ShouldBeEmpty();
        (await office.AttemptsAsync()).Single().Text.ShouldBe("the address is not https");
    }

    [Fact]
    public async Task A_process_that_has_just_started_knows_who_wants_to_hear()
    {
        await using var receiver = await HookReceiver.OpenAsync();
        await using var office = await WebhookWork.OpenAsync();
        await office.RegisterAsync(receiver);
        await using var beside = await office.OpenBesideAsync();
        await beside.FileAsync();
        await beside.SendAsync();
        receiver.Taken.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Two_processes_send_each_event_once_and_what_one_was_at_when_it_died_the_other_sends_after_its_lease()
    {
        await using var receiver = await HookReceiver.OpenAsync();
        await using var office = await WebhookWork.OpenAsync();
        var id = (await office.RegisterAsync(receiver)).Id;
        await using var beside = await office.OpenBesideAsync();
        for (var i = 0; i < 12; i++)
        {
            await office.FileAsync($"用戶{i}", number: DeskWork.Number($"19050001{i:00}"));
        }

        await office.DeliverAsync();
        await Task.WhenAll(office.SendAsync(), beside.SendAsync());
        await office.SendAsync();
        (receiver.All.Count, receiver.Taken.Count).ShouldBe((12, 12));

        // The other one has just taken the receiver, and is no more.
        await office.WithAsync<OfficeDb>(db => db.CommitAsync(() => db.WebhookReceivers.Where(r => r.Id == id).ExecuteUpdateAsync(set => set.SetProperty(r => r.LeaseUntil, office.Clock.GetCurrentInstant() + Duration.FromMinutes(1)))));
        await office.FileAsync("最後", number: DeskWork.Number("1905000199"));
        await office.SendAsync();
        receiver.Taken.Count.ShouldBe(12);
        office.Clock.AdvanceSeconds(61);
        await office.SendAsync();
        receiver.Taken.Count.ShouldBe(13);
    }
    [Fact]
    public async Task Whoever_lost_the_receiver_while_it_answered_saves_nothing_and_it_is_sent_again_under_the_same_id()
    {
        await using var receiver = await HookReceiver.OpenAsync();
        await using var office = await WebhookWork.OpenAsync();
        var id = (await office.RegisterAsync(receiver)).Id;
        receiver.Answer = async (_, _) =>
        {
            await office.WithAsync<OfficeDb>(db => db.CommitAsync(() => db.WebhookReceivers.Where(r => r.Id == id)
                .ExecuteUpdateAsync(set => set.SetProperty(r => r.Fence, r => r.Fence + 1).SetProperty(r => r.LeaseUntil, office.Clock.GetCurrentInstant() + Duration.FromMinutes(1)))));
            return Results.NoContent();
        };
        await office.FileAsync();
        await office.SendAsync();
        (await office.AttemptsAsync()).ShouldBeEmpty();
        receiver.Answer = (_, _) => Task.FromResult(Results.NoContent());
        office.Clock.AdvanceSeconds(61);
        await office.SendAsync();
        (receiver.All.Count, receiver.All.Select(got => got.Body).Distinct().Count(), receiver.Taken.Count, (await office.AttemptsAsync()).Count).ShouldBe((2, 1, 1, 1));
    }
}
