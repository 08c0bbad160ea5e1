using System.Net;
using System.Text.Json.Nodes;
using GridDesk.Notices.Webhooks;
using GridDesk.Notices.Webhooks.Sign;
using GridDesk.Tests.Infrastructure;
using GridDesk.Tests.Requests;

namespace GridDesk.Tests.Notices.Webhooks;

/// <summary>What an administrator does with receivers, through the pages.</summary>
[Trait("store", "both")]
public sealed class WebhookPageTests
{
    [Fact]
    public async Task An_administrator_registers_a_receiver_tries_it_pauses_it_and_removes_it()
    {
        await using var receiver = await HookReceiver.OpenAsync();
        await using var office = await WebhookWork.OpenAsync();
        receiver.Keys = JsonNode.Parse(await office.Api().GetStringAsync(SigningKeys.Address))!;
        var admin = await office.SignInAsync("admin");
        await admin.GoAsync("/en/desk/admin/webhooks");
        admin.Text.ShouldContain("There is no receiver yet.");
        admin.Text.ShouldContain("BEGIN PUBLIC KEY");
        await admin.OpenAsync("Register a receiver");
        await admin.Fill("Address", "ftp://example.org").PressAsync("Register");
        (admin.Status, admin.Errors.Count, admin.Typed("Address")).ShouldBe((HttpStatusCode.UnprocessableEntity, 3, "ftp://example.org"));
        await admin.Fill("Name", "city platform").Fill("Address", $"{receiver.Url}").Choose("Accepted request.accepted").PressAsync("Register");
        admin.Text.ShouldContain("city platform");
        await admin.PressAsync("Send a test");
        await office.SendAsync();
        ((string)receiver.Taken.Single()["type"]!).ShouldBe("tw.griddesk.test");

        await admin.GoAsync(admin.Path.Split('?')[0]);
        admin.Text.ShouldContain("204");
        await admin.PressAsync("Pause");
        await office.FileAsync();
        await office.SendAsync();
        receiver.Taken.Count.ShouldBe(1);
        (await admin.GoAsync("/en/desk/admin/webhooks")).Text.ShouldContain("Paused");
        await admin.FollowAsync("city platform");
        await admin.PressAsync("Resume");
        await office.SendAsync();
        receiver.Taken.Count.ShouldBe(2, "what happened meanwhile had waited");

        await admin.OpenAsync("Change");
        await admin.Fill("Name", "platform of the city").Choose("Closed request.closed").PressAsync("Save");
        admin.Text.ShouldContain("platform of the city");
        admin.Text.ShouldContain("Accepted, Closed");
        await admin.PressAsync("Remove");
        admin.Text.ShouldContain("There is no receiver yet.");
        await office.FileAsync("乙", number: DeskWork.Number("1905000012"));
        await office.SendAsync();
        receiver.Taken.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Two_administrators_do_not_overwrite_each_other()
    {
        await using var receiver = await HookReceiver.OpenAsync();
        await using var office = await WebhookWork.OpenAsync();
        var id = (await office.RegisterAsync(receiver)).Id;
        var (one, other) = (await office.SignInAsync("admin"), await office.SignInAsync("admin"));
        await one.GoAsync($"/en/desk/admin/webhooks/{id}");
        await other.GoAsync($"/en/desk/admin/webhooks/{id}/edit");
        await one.PressAsync("Pause");
        await other.Fill("Name", "mine").PressAsync("Save");
        other.Status.ShouldBe(HttpStatusCode.Conflict);
        other.Typed("Name").ShouldBe("mine");
    }

    [Fact]
    public async Task What_was_settled_a_month_ago_is_forgotten_with_its_log()
    {
        await using var receiver = await HookReceiver.OpenAsync();
        await using var office = await WebhookWork.OpenAsync();
        var id = (await office.RegisterAsync(receiver)).Id;
        await office.FileAsync();
        await office.SendAsync();
        await office.DoAsync((desk, change) => desk.PauseAsync(change), id);
        await office.FileAsync("乙", number: DeskWork.Number("1905000012"));
        await office.SendAsync();
        office.Clock.AdvanceDays(31);
        await office.RunRecurringAsync();
        (await office.DeliveriesAsync()).Count.ShouldBe(1, "what waits is kept");
        (await office.AttemptsAsync()).ShouldBeEmpty();
    }
}
