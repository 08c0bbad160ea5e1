using System.Net;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using GridDesk.Notices;
using GridDesk.Notices.Providers;
using GridDesk.Notices.Routing;
using GridDesk.Tests.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace GridDesk.Tests.Notices.Routing;

/// <summary>An administrator asks why the text messages went by the second provider at ten this morning, and reads it.</summary>
[Trait("store", "both")]
public sealed class ProvidersPageTests : IAsyncLifetime
{
    private ProviderSimulator _first = null!;
    private ProviderSimulator _second = null!;
    private TestOffice _office = null!;

    public async ValueTask InitializeAsync()
    {
        (_first, _second) = (await ProviderSimulator.OpenAsync(), await ProviderSimulator.OpenAsync());
        _office = await TestOffice.OpenAsync(services => services.AddSingleton(of => new ProvidersOfChannel([Of("sms-1", _first, 50), Of("sms-2", _second, null)])));

        static HttpProvider Of(string name, ProviderSimulator company, double? perSecond) => new(new HttpClient(), new(name, MessageChannel.Sms, company.Url, null) { PerSecond = perSecond, GivesReceipts = perSecond is not null });
    }

    public async ValueTask DisposeAsync()
    {
        await _office.DisposeAsync();
        await _first.DisposeAsync();
        await _second.DisposeAsync();
    }

    [Fact]
    public async Task Before_anything_happens_it_says_that_all_goes_its_usual_way()
    {
        var admin = await (await _office.SignInAsync("admin")).GoAsync("/en/desk/admin/providers");
        admin.Status.ShouldBe(HttpStatusCode.OK);
        admin.Text.ShouldContain("Nothing changed in this time");
        admin.Text.ShouldContain("Everything goes to the first (sms-1), and to the second (sms-2) when it does not take it.");
        admin.Text.ShouldContain("Nothing waits.");
        Row(admin, "sms-1").ShouldBe(["100", "100", "50", "0 (0%)", "yes", "0", "0", "0 / 0", "none in seven days", "none in seven days"]);
        Row(admin, "sms-2").ShouldBe(["0", "0", "–", "0", "no", "0", "0", "0 / 0", "none in seven days", "none in seven days"]);
    }

    [Fact]
    public async Task Why_all_text_messages_went_by_the_second_at_ten_stands_in_one_line_in_both_languages()
    {
        _first.Mood = ProviderMood.Lies;
        for (var minute = 0; minute < 10; minute++)
        {
            await QueueAsync(12);
            await _office.DeliverAsync();
            await _office.WithAsync<AdjustRoutes>(run => run.RunAsync(_office.Clock.GetCurrentInstant(), default));
            _office.Clock.Advance(Duration.FromSeconds(60));
        }

        var admin = await (await _office.SignInAsync("admin")).GoAsync("/en/desk/admin/providers?channel=sms&days=1");
        var move = Cells(admin.Page.QuerySelector("table.gd-rows tbody tr")!);
        move[0].ShouldContain("10:00");
        move[0].ShouldContain("10:09");
        move[1].ShouldBe("Text message");
        move[2].ShouldContain("Everything went over to the second");
        move[2].ShouldContain("first 100 → 0, second 0 → 100");
        move[3].ShouldBe("The first was in trouble: of 12 messages in ten minutes it did not take 12, or they took longer than five minutes.");
        admin.Page.QuerySelectorAll("table.gd-rows tbody tr").Length.ShouldBe(1);
        admin.Text.ShouldContain("Everything now goes to the second (sms-2), and to the first (sms-1) when it does not take it. The first was in trouble");
        var first = Row(admin, "sms-1");
        (first[0], first[5]).ShouldBe(("0", "0"));
        int.Parse(first[6], null).ShouldBeInRange(12, 120);
        first[9].ShouldContain("said yes without a reference");
        admin.Page.Body!.TextContent.ShouldNotContain("0912");

        await admin.GoAsync("/desk/admin/providers?channel=sms&days=1");
        admin.Text.ShouldContain("全部改走第二家");
        admin.Text.ShouldContain("第一家出了狀況：前 10 分鐘 12 則裡，12 則沒有收");

        await admin.GoAsync("/en/desk/admin/providers?channel=email&days=1");
        admin.Text.ShouldContain("Nothing changed in this time");
        admin.Text.ShouldNotContain("sms-1");
        await admin.GoAsync("/en/desk/admin/providers?channel=nonsense&days=-5");
        admin.Status.ShouldBe(HttpStatusCode.OK);
        admin.Text.ShouldContain("Everything went over to the second");
    }

    [Fact]
    public async Task What_waits_because_nobody_takes_it_is_told_with_the_hour_since_when()
    {
        (_first.Mood, _second.Mood) = (ProviderMood.Lies, ProviderMood.Lies);
        await QueueAsync(3);
        await _office.DeliverAsync();
        var auditor = await (await _office.SignInAsync("auditor")).GoAsync("/en/desk/admin/providers?channel=sms");
        auditor.Text.ShouldContain("None takes anything");
        auditor.Text.ShouldContain("3 waiting, the first since");
    }

    private static IReadOnlyList<string> Row(Visitor visitor, string provider) => Cells(visitor.Page.QuerySelectorAll("table.gd-table tbody tr").Single(tr => tr.QuerySelector("th")!.TextContent.Trim() == provider));

    private static IReadOnlyList<string> Cells(AngleSharp.Dom.IElement row) => [.. row.QuerySelectorAll("td").Select(td => string.Join(' ', td.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))];

    private Task QueueAsync(int messages) => _office.WithAsync<IServiceProvider>(services =>
    {
        var desk = services.GetRequiredService<MessageDesk>();
        return services.GetRequiredService<OfficeDb>().CommitAsync(async () =>
        {
            for (var n = 0; n < messages; n++)
            {
                var cause = Guid.NewGuid();
                await desk.QueueAsync(desk.TemplateOf("plain")!, new($"case:{cause}", MessageChannel.Sms, "0912-345-678", Language.Chinese, $"{cause}"), new Dictionary<string, string> { ["text"] = "明天停電" }, Actor.Office);
            }
        });
    });
}
