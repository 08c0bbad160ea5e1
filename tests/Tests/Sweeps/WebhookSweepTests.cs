using GridDesk.Kernel.Data;
using GridDesk.Notices.Webhooks;
using GridDesk.Tests.Infrastructure;
using GridDesk.Tests.Notices.Webhooks;
using GridDesk.Tests.Requests;

namespace GridDesk.Tests.Sweeps;

[Trait("store", "both")]
public sealed class WebhookSweepTests
{
    [Fact]
    public async Task What_was_written_for_a_receiver_while_it_was_removed_is_dropped()
    {
        await using var receiver = await HookReceiver.OpenAsync();
        await using var office = await WebhookWork.OpenAsync();
        var (id, other) = ((await office.RegisterAsync(receiver)).Id, (await office.RegisterAsync(receiver)).Id);
        await office.FileAsync();
        await office.DeliverAsync();
        var written = (await office.DeliveriesAsync()).First(d => d.Receiver == id);
        await office.DoAsync((desk, change) => desk.RemoveAsync(change), id);
        await office.PlantAsync(db => Task.FromResult(db.Add(written)));
        (await office.SweepAsync("stuck-webhooks")).Mended.ShouldBe(1);
        (await office.DeliveriesAsync()).Select(d => d.Receiver).ShouldBe([other]);
    }

    [Fact]
    public async Task A_receiver_that_was_leased_while_the_clock_was_wrong_is_spoken_to_again_and_what_nobody_sends_is_shown()
    {
        await using var receiver = await HookReceiver.OpenAsync();
        await using var office = await WebhookWork.OpenAsync();
        var id = (await office.RegisterAsync(receiver)).Id;
        await office.FileAsync();
        await office.PlantAsync(db => db.WebhookReceivers.ExecuteUpdateAsync(set => set.SetProperty(r => r.LeaseUntil, Instant.FromUtc(2036, 1, 1, 0, 0))));
        await office.SendAsync();
        receiver.Taken.ShouldBeEmpty();
        (await office.SweepAsync("stuck-webhooks")).Mended.ShouldBe(1);
        office.Clock.AdvanceMinutes(16);
        (await office.SweepAsync("stuck-webhooks")).Examples.ShouldBe([new("city platform", $"/desk/admin/webhooks/{id}")]);

        var admin = await office.SignInAsync("admin");
        await admin.GoAsync("/en/desk/admin/work");
        await admin.FollowAsync("city platform");
        admin.Path.ShouldStartWith($"/en/desk/admin/webhooks/{id}");
        await office.SendAsync();
        receiver.Taken.Count.ShouldBe(1);
        (await office.SweepAsync("stuck-webhooks")).Found.ShouldBe(0);
    }
}
