using System.Net;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using GridDesk.Notices;
using GridDesk.Notices.Spooled;
using GridDesk.Requests;
using GridDesk.Tests.Infrastructure;
using GridDesk.Tests.Requests.Rules;
using Microsoft.Extensions.DependencyInjection;

namespace GridDesk.Tests.Notices.Spooled;

/// <summary>What would have left the building is read by those who may, and every look stands in the record.</summary>
[Trait("store", "both")]
public sealed class SpoolPageTests : IAsyncLifetime
{
    private TestOffice _office = null!;

    public async ValueTask InitializeAsync() => _office = await TestOffice.OpenAsync();

    public ValueTask DisposeAsync() => _office.DisposeAsync();

    [Fact]
    public async Task A_supervisor_finds_a_mail_opens_it_and_the_look_is_recorded_with_its_case()
    {
        var request = await _office.FileAsync(OfficeCases.Transfer("陳玉蘭") with { Applicant = new Applicant("陳玉蘭", "0912-345-678", "yulan@example.com") });
        await _office.DeliverAsync();
        _office.Clock.Advance(Duration.FromSeconds(1));
        await TextAsync("明天停電");
        await _office.DeliverAsync();

        var supervisor = await (await _office.SignInAsync("supervisor")).GoAsync("/en/desk/admin/spool");
        Lines(supervisor).Select(line => line[1]).ShouldBe(["Text message", "E-mail"], "the newest first");
        Lines(supervisor)[0][2].ShouldBe("09＊＊-＊＊＊-678");
        Lines(supervisor)[1][2].ShouldBe("y＊＊＊@example.com");
        Lines(supervisor)[1][3].ShouldContain(request.Number!);
        Lines(supervisor)[0][4].ShouldEndWith("bytes");

        await supervisor.Fill("Channel", "email").PressAsync("Apply");
        await supervisor.FollowAsync(Lines(supervisor).Single()[3]);
        supervisor.Text.ShouldContain("To: yulan@example.com");
        supervisor.Text.ShouldContain("陳玉蘭 您好");
        await supervisor.FollowAsync("See the case");
        supervisor.Path.ShouldEndWith($"/desk/requests/{request.Id}");

        var auditor = await (await _office.SignInAsync("auditor")).GoAsync($"/en/desk/admin/access?whom={request.Key}");
        auditor.Page.QuerySelectorAll("a").ShouldContain(a => (a.GetAttribute("href") ?? "").Contains("/desk/admin/spool/"));
    }

    [Fact]
    public async Task An_administrator_sees_that_something_lies_there_and_nothing_of_what_it_says_or_to_whom()
    {
        var id = await TextAsync("陳玉蘭 您好，明天停電");
        await _office.DeliverAsync();
        var admin = await (await _office.SignInAsync("admin")).GoAsync("/en/desk/admin/spool");
        Lines(admin).Single()[3].ShouldBe("plain");
        admin.Page.Body!.TextContent.ShouldNotContain("陳玉蘭");
        admin.Page.Body!.TextContent.ShouldNotContain("345");
        (await admin.GoAsync($"/en/desk/admin/spool/{id}")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task It_is_searched_by_number_and_turned_page_by_page()
    {
        List<Guid> ids = [];
        for (var n = 0; n < 53; n++)
        {
            ids.Add(await TextAsync($"第 {n} 則"));
            _office.Clock.Advance(Duration.FromSeconds(1));
        }

        await _office.DeliverAsync();
        var supervisor = await (await _office.SignInAsync("supervisor")).GoAsync("/en/desk/admin/spool");
        Lines(supervisor).Select(line => line[3]).ShouldBe(Enumerable.Range(3, 50).Reverse().Select(n => $"第 {n} 則"));
        await supervisor.GoAsync(supervisor.Page.QuerySelectorAll(".gd-pager a, nav a").Last(a => a.GetAttribute("href")!.Contains("after=")).GetAttribute("href")!);
        Lines(supervisor).Select(line => line[3]).ShouldBe(["第 2 則", "第 1 則", "第 0 則"]);

        foreach (var typed in (string[])[$"{ids[7]}", $"{ids[7]:N}"[^8..].ToUpperInvariant()])
        {
            await supervisor.GoAsync("/en/desk/admin/spool");
            await supervisor.Fill("Message number", typed).PressAsync("Apply");
            Lines(supervisor).Single()[3].ShouldBe("第 7 則");
        }

        await supervisor.Fill("Message number", "../../office.db").PressAsync("Apply");
        (supervisor.Status, Lines(supervisor).Count).ShouldBe((HttpStatusCode.OK, 0));
        supervisor.Text.ShouldContain("No message matches.");
    }

    [Theory]
    [InlineData("..%2F..%2Foffice.db")]
    [InlineData("%2e%2e%2f%2e%2e%2foffice.db")]
    [InlineData("0197863e-5c00-7000-8000-000000000001")]
    [InlineData("0197863e-5c00-7000-8000-000000000001%2F..")]
    public async Task No_address_leads_out_of_the_folder(string path) =>
        (await (await _office.SignInAsync("supervisor")).GoAsync($"/en/desk/admin/spool/{path}")).Status.ShouldBe(HttpStatusCode.NotFound);

    [Fact]
    public async Task An_empty_spool_says_so_and_a_file_that_is_gone_is_not_made_up()
    {
        var supervisor = await (await _office.SignInAsync("supervisor")).GoAsync("/desk/admin/spool");
        supervisor.Text.ShouldContain("暫存匣是空的。");
        var id = await TextAsync("明天停電");
        await _office.DeliverAsync();
        Directory.Delete(Path.Combine(_office.Options.Data, "spool"), recursive: true);
        Lines(await supervisor.GoAsync("/en/desk/admin/spool")).Single()[4].ShouldBe("not here");
        await supervisor.GoAsync($"/en/desk/admin/spool/{id}");
        supervisor.Status.ShouldBe(HttpStatusCode.OK);
        supervisor.Text.ShouldContain("The file is not in the spool of this machine");
    }

    private static IReadOnlyList<IReadOnlyList<string>> Lines(Visitor visitor) =>
        [.. visitor.Page.QuerySelectorAll("table tbody tr").Select(tr => (IReadOnlyList<string>)[.. tr.QuerySelectorAll("td").Select(td => td.TextContent.Trim())])];

    private Task<Guid> TextAsync(string text) => _office.WithAsync<IServiceProvider, Guid>(async services =>
    {
        var (desk, cause) = (services.GetRequiredService<MessageDesk>(), Guid.NewGuid());
        return (await services.GetRequiredService<OfficeDb>().CommitAsync(() => desk.QueueAsync(desk.TemplateOf("plain")!,
            new($"case:{cause}", MessageChannel.Sms, "0912-345-678", Language.Chinese, $"{cause}"), new Dictionary<string, string> { ["text"] = text }, Actor.Office))).Id;
    });
}
