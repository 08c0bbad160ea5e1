using System.Text;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Pack;
using GridDesk.Notices;
using GridDesk.Notices.Templates;
using GridDesk.Requests;
using GridDesk.Tests.Infrastructure;
using GridDesk.Tests.Requests;
using GridDesk.Tests.Requests.Rules;
using Microsoft.Extensions.DependencyInjection;

namespace GridDesk.Tests.Notices.Templates;

/// <summary>Templates are seen with a real case, by the rule of who may see what, and words are tried before they become a file.</summary>
[Trait("store", "both")]
public sealed class TemplatePageTests : IAsyncLifetime
{
    private const string Page = "/en/desk/notices/templates/request-accepted";

    private TestOffice _office = null!;
    private ServiceRequest _first = null!;
    private ServiceRequest _newest = null!;

    public async ValueTask InitializeAsync()
    {
        _office = await TestOffice.OpenAsync(Carrier.OfEach);
        _first = await _office.FileAsync(OfficeCases.Transfer("陳玉蘭") with { Applicant = new Applicant("陳玉蘭", "0912-345-678", "yulan@example.com") });
        _office.Clock.Advance(Duration.FromMinutes(1));
        _newest = await _office.FileAsync(OfficeCases.Transfer("林志明"));
        await _office.DeliverAsync();
    }

    public ValueTask DisposeAsync() => _office.DisposeAsync();

    [Fact]
    public async Task The_list_says_what_each_is_for_and_how_much_was_sent_with_it()
    {
        var supervisor = await _office.SignInAsync("supervisor");
        await supervisor.GoAsync("/en/desk/notices/templates");
        var row = supervisor.Page.QuerySelectorAll("tbody tr").Single(r => r.TextContent.Contains("request-accepted", StringComparison.Ordinal));
        row.QuerySelectorAll("td").Select(c => string.Join(' ', c.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))
            .ShouldBe(["Acceptance of a request request-accepted", "A request", "News of your requests", "E-mail, Letter", "1 January 2019", "1"]);
    }

    [Fact]
    public async Task A_template_is_shown_with_the_newest_case_masked_until_somebody_asks_and_that_is_recorded()
    {
        var supervisor = await _office.SignInAsync("supervisor");
        await supervisor.GoAsync(Page);
        supervisor.Text.ShouldContain($"Tried with: {_newest.Number}");
        supervisor.Text.ShouldContain("林＊ 您好".Replace("林＊", GridDesk.Customers.Masked.Name("林志明"), StringComparison.Ordinal));
        supervisor.Text.ShouldNotContain("林志明");
        supervisor.Text.ShouldContain("查詢碼：********");
        (await LooksAsync()).ShouldBe(0);

        await supervisor.PressAsync("Show personal data");
        supervisor.Text.ShouldContain("林志明 您好");
        (await LooksAsync()).ShouldBe(1);

        await supervisor.Fill("Another one: its number", _first.Number!).PressAsync("Preview");
        supervisor.Text.ShouldContain($"Tried with: {_first.Number}");
        await supervisor.Fill("Another one: its number", "CY108-99999-X").PressAsync("Preview");
        supervisor.FieldError("Number").ShouldContain("no request with that number");
    }

    [Fact]
    public async Task Whoever_may_see_no_case_gets_an_example_that_says_so_and_whoever_leads_sees_a_masked_one()
    {
        var admin = await _office.SignInAsync("admin");
        await admin.GoAsync(Page);
        admin.Text.ShouldContain("This is an example, not a real customer");
        admin.Text.ShouldNotContain(_newest.Number!);
        admin.Text.ShouldNotContain("Show personal data");
        admin.Text.ShouldNotContain("Another one: its number");

        var head = await _office.SignInAsync("head");
        await head.GoAsync(Page);
        head.Text.ShouldContain($"Tried with: {_newest.Number}");
        head.Text.ShouldNotContain("Show personal data", customMessage: "whoever leads sees no names");
    }

    [Fact]
    public async Task A_change_of_words_is_tried_at_once_and_becomes_a_file_that_loads()
    {
        var supervisor = await _office.SignInAsync("supervisor");
        await supervisor.GoAsync("/en/desk/notices/templates/payment-due");
        supervisor.Text.ShouldContain("This is an example");
        supervisor.Text.ShouldContain("With Chinese or special characters (UCS-2)");
        await supervisor.Fill("Text message Text, in English", "NT${amount} is due {due}. {wrong}").PressAsync("Preview");
        supervisor.Text.ShouldContain("There is no 'wrong'.");
        supervisor.Text.ShouldContain("Nobody knows these fields: {wrong}");
        await supervisor.PressAsync("Download the file");
        supervisor.Text.ShouldContain("This would not load", customMessage: "a file that would not load is not given away");

        await supervisor.Fill("Text message Text, in English", "{office}: NT${amount} for {account} is due {due}. {phone} {choices}").PressAsync("Preview");
        supervisor.Text.ShouldContain("The changed words would load");
        supervisor.Text.ShouldContain("Paid as 1 text messages");
        var yaml = supervisor.Page.QuerySelector("pre")!.TextContent;
        var read = new PackReader().Read<MessageTemplate>(new("notices/payment-due@2019-06-21.yaml", Encoding.UTF8.GetBytes(yaml)));
        (read.Sms!.En, read.ValidFrom).ShouldBe(("{office}: NT${amount} for {account} is due {due}. {phone} {choices}", new(2019, 6, 21)));
        _office.Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_template_of_the_pack_is_shown_whole_over_every_channel_and_as_the_file_that_it_is()
    {
        var supervisor = await _office.SignInAsync("supervisor");
        var all = _office.App.Services.GetRequiredService<PackInForce>().Pack.All<MessageTemplate>();
        foreach (var template in all)
        {
            await supervisor.GoAsync($"/desk/notices/templates/{template.Code}");
            supervisor.Page.QuerySelectorAll("section.gd-tried").Length.ShouldBe(2 * Enum.GetValues<MessageChannel>().Count(c => template.Over(c) is not null), template.Code);
            supervisor.Page.QuerySelectorAll("section.gd-tried .gd-said, section.gd-tried .gd-letter").ShouldAllBe(said => !said.TextContent.Contains('{', StringComparison.Ordinal));
            var read = new PackReader().Read<MessageTemplate>(new($"notices/{template.Code}@2019-06-21.yaml", Encoding.UTF8.GetBytes(supervisor.Page.QuerySelector("pre")!.TextContent)));
            read.ShouldBe(template with { ValidFrom = new(2019, 6, 21) });
        }
    }

    [Fact]
    public async Task A_version_that_is_in_force_is_never_written_over()
    {
        var supervisor = await _office.SignInAsync("supervisor");
        await supervisor.GoAsync("/en/desk/notices/templates/plain");
        await supervisor.Fill("Year", "2019").Fill("Month", "6").Fill("Day", "20").PressAsync("Download the file");
        supervisor.Text.ShouldContain("Give a day after today");
    }

    private Task<int> LooksAsync() => _office.WithAsync<OfficeDb, int>(db => db.Database.SqlQuery<int>($"SELECT COUNT(*) AS \"Value\" FROM access_log").SingleAsync());
}
