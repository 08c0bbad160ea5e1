using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using GridDesk.Notices;
using GridDesk.Requests;
using GridDesk.Tests.Infrastructure;
using GridDesk.Tests.Requests.Rules;
using Microsoft.Extensions.DependencyInjection;

namespace GridDesk.Tests.Notices;

/// <summary>The messages on the page of a case tell who it is to nobody to whom the rest of the page does not.</summary>
[Trait("store", "both")]
public sealed class MaskedMessagesTests(TestOffice office) : IClassFixture<TestOffice>
{
    [Fact]
    public async Task Texts_addresses_and_reasons_are_masked_until_somebody_who_may_asks_and_that_is_recorded()
    {
        var request = await office.FileAsync(OfficeCases.Transfer("陳玉蘭"));
        await office.WithAsync<IServiceProvider>(services =>
        {
            var (desk, events) = (services.GetRequiredService<MessageDesk>(), services.GetRequiredService<EventLog>());
            return services.GetRequiredService<OfficeDb>().CommitAsync(async () =>
            {
                await desk.QueueAsync(desk.TemplateOf("plain")!, new(request.Key, MessageChannel.Sms, "0987-654-321", Language.Chinese, $"{request.Id}:1"), new Dictionary<string, string> { ["text"] = "陳玉蘭 您好，請補租約" }, Actor.Office);
                var failed = await desk.QueueAsync(desk.TemplateOf("plain")!, new(request.Key, MessageChannel.Sms, "0987-654-322", Language.Chinese, $"{request.Id}:2"), new Dictionary<string, string> { ["text"] = "再說一次" }, Actor.Office);
                events.Record(failed, failed.Fail(FailureKind.Permanent, "no such number 0987-654-322, ask yulan@example.com", office.Clock.GetCurrentInstant())!, Actor.Office);
            });
        });

        foreach (var name in (string[])["auditor", "head", "clerk"])
        {
            var reader = await (await office.SignInAsync(name)).GoAsync($"/en/desk/requests/{request.Id}");
            reader.Text.ShouldContain("Text message: 09＊＊-＊＊＊-321", customMessage: name);
            reader.Text.ShouldContain("Cannot be delivered: no such number ＊＊＊, ask ＊＊＊");
            foreach (var secret in (string[])["陳玉蘭", "0987-654", "yulan", "請補租約"])
            {
                reader.Page.Body!.TextContent.ShouldNotContain(secret, customMessage: name);
            }
        }

        var clerk = await (await office.SignInAsync("clerk")).GoAsync($"/en/desk/requests/{request.Id}");
        await clerk.PressAsync("Show");
        clerk.Text.ShouldContain("Text message: 陳玉蘭 您好，請補租約 (0987-654-321)");
        clerk.Text.ShouldContain("no such number 0987-654-322");
        var auditor = await (await office.SignInAsync("auditor")).GoAsync($"/en/desk/admin/access?whom={request.Key}");
        auditor.Page.QuerySelectorAll("tbody tr").Length.ShouldBe(1);
    }
}
