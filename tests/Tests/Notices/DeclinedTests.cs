using System.Net;
using System.Text.RegularExpressions;
using GridDesk.Customers.Contacts;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Deliveries;
using GridDesk.Notices;
using GridDesk.Notices.Providers;
using GridDesk.Requests;
using GridDesk.Tests.Customers.Contacts;
using GridDesk.Tests.Infrastructure;
using GridDesk.Tests.Requests;
using GridDesk.Tests.Requests.Rules;
using Microsoft.Extensions.DependencyInjection;

namespace GridDesk.Tests.Notices;

/// <summary>Withdrawal works at once and everywhere, and whoever handles the case hears that the customer has to be told otherwise.</summary>
[Trait("store", "both")]
public sealed partial class DeclinedTests
{
    [Fact]
    public async Task What_is_declined_after_it_was_queued_and_before_it_left_does_not_leave()
    {
        await using var office = await TestOffice.OpenAsync();
        var request = await FileAsync(office, "lan@example.com");
        var message = await QueuedAsync(office);
        message.State.ShouldBe(MessageState.Waiting);

        var customer = await office.Visit().GoAsync(Link().Match(message.Text).Value);
        await customer.PressAsync("不要再寄：申請案件的消息");
        await office.DeliverAsync();

        (await QueuedAsync(office)).State.ShouldBe(MessageState.Stopped);
        (await office.WithAsync<OfficeDb, int>(db => db.Attempts.CountAsync())).ShouldBe(0, "no provider was even asked");
        var clerk = await office.SignInAsync("clerk");
        await clerk.GoAsync($"/en/desk/requests/{request.Id}");
        clerk.Text.ShouldContain("Not sent: the customer declined");
        await clerk.GoAsync("/en/desk/tell");
        clerk.Text.ShouldContain(request.Number!);
        clerk.Text.ShouldContain("You asked for no messages");
    }

    [Fact]
    public async Task Whoever_declined_before_is_written_to_no_more_and_told_by_a_person()
    {
        await using var office = await TestOffice.OpenAsync();
        await DeclineAsync(office, "lan@example.com");
        var request = await FileAsync(office, "LAN@example.com");
        await office.DeliverAsync();
        (await office.WithAsync<OfficeDb, int>(db => db.Messages.CountAsync())).ShouldBe(0);
        var clerk = await office.SignInAsync("clerk");
        await clerk.GoAsync("/en/desk/tell");
        clerk.Text.ShouldContain(request.Number!);
    }

    [Fact]
    public async Task A_mail_speaks_the_language_of_its_address_and_its_program_can_say_no_by_one_post()
    {
        await using var server = new MailServer();
        await using var office = await TestOffice.OpenAsync(services =>
            services.AddSingleton(new ProvidersOfChannel([new SmtpMail(SmtpSettings.Read("smtp-1", server.Address, "office@example.com"))])));
        await office.WithAsync<ContactDesk>(async desk =>
        {
            var point = await desk.KnowAsync(new(ContactKind.Email, "lan@example.com"), Language.Chinese);
            await desk.PreferAsync(new(point.Id, null, ContactWay.Counter, OfficeCases.Clerk), Language.English, null, false);
        });
        await FileAsync(office, "lan@example.com");
        await office.DeliverAsync();
        using var stream = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(server.Mails.Single()));
        var mail = await MimeKit.MimeMessage.LoadAsync(stream);
        mail.Subject!.ShouldContain("accepted");
        mail.TextBody!.ShouldContain("If you want no more of these: http");
        mail.TextBody!.ShouldContain("/en/contacts/");
        mail.Headers["List-Unsubscribe-Post"].ShouldBe("List-Unsubscribe=One-Click");
        var stop = mail.Headers["List-Unsubscribe"]!.Trim('<', '>');
        (await office.Api().PostAsync(new Uri(stop).PathAndQuery, new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]))).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await office.WithAsync<ContactDirectory, ContactAnswer>(d => d.MayAsync(ContactKind.Email, "lan@example.com", "case-news", office.Clock.GetCurrentInstant()))).Verdict.ShouldBe(ContactVerdict.Withdrawn);
    }

    [Fact]
    public async Task A_text_message_of_the_night_waits_until_the_morning()
    {
        await using var office = await TestOffice.OpenAsync();
        office.Clock.Reset(Instant.FromUtc(2019, 6, 20, 14, 0)); // 22:00
        await QueueTextAsync(office);
        await office.DeliverAsync();
        (await QueuedAsync(office)).State.ShouldBe(MessageState.Waiting);
        (await office.WithAsync<OfficeDb, int>(db => db.Attempts.CountAsync())).ShouldBe(0);
        office.Clock.Advance(Duration.FromHours(10) + Duration.FromSeconds(1));
        await office.DeliverAsync();
        (await QueuedAsync(office)).State.ShouldBe(MessageState.HandedOver);
    }

    [Fact]
    public async Task A_code_is_sent_read_out_and_confirms_the_address_and_stands_in_no_event_and_no_delivery()
    {
        await using var office = await TestOffice.OpenAsync();
        var point = await office.ConsentAsync("0944-555-001", DeskWork.Number("1905444001"));
        var clerk = await office.SignInAsync("clerk");
        await clerk.GoAsync($"/en/desk/contacts/{point.Id}");
        await clerk.PressAsync("Send a code");
        clerk.Text.ShouldContain("good for ten minutes");
        await office.DeliverAsync();
        var message = await QueuedAsync(office);
        (message.Channel, message.To, message.Purpose, message.State).ShouldBe((MessageChannel.Sms, "0944-555-001", "contact-code", MessageState.HandedOver));
        var code = Six().Match(message.Text).Value;

        await clerk.Fill("Code that the customer reads out", code == "000000" ? "000001" : "000000").PressAsync("Check");
        clerk.FieldError("Code").ShouldContain("That is not the code");
        await clerk.Fill("Code that the customer reads out", code).PressAsync("Check");
        clerk.Text.ShouldContain("Confirmed.");
        var said = await office.WithAsync<OfficeDb, List<string>>(db => db.Set<Kernel.Events.RecordedEvent>().Select(e => e.Body).ToListAsync());
        said.ShouldAllBe(body => !body.Contains(code));
        (await office.WithAsync<OfficeDb, List<string?>>(db => db.Set<Delivery>().Select(d => d.LastError).ToListAsync())).ShouldAllBe(error => error == null);
        office.Faults.ShouldBeEmpty();
    }

    private static Task<ServiceRequest> FileAsync(TestOffice office, string email) => office.FileAsync(OfficeCases.Transfer("陳小蘭") with { Applicant = new Applicant("陳小蘭", "0912-345-678", email) });

    private static Task DeclineAsync(TestOffice office, string email) => office.WithAsync<ContactDesk>(async desk =>
        await desk.WithdrawAsync(new((await desk.KnowAsync(new(ContactKind.Email, email), Language.Chinese)).Id, null, ContactWay.Phone, OfficeCases.Clerk), null));

    private static async Task QueueTextAsync(TestOffice office)
    {
        await using var scope = office.App.Services.CreateAsyncScope();
        var (db, desk) = (scope.ServiceProvider.GetRequiredService<OfficeDb>(), scope.ServiceProvider.GetRequiredService<MessageDesk>());
        await db.CommitAsync(() => desk.QueueAsync(desk.TemplateOf("plain")!, new("test:1", MessageChannel.Sms, "0912-345-678", Language.Chinese, "test"), new Dictionary<string, string> { ["text"] = "明天停電" }, OfficeCases.Clerk));
    }

    private static async Task<Message> QueuedAsync(TestOffice office)
    {
        while (await office.WithAsync<OfficeDb, int>(db => db.Messages.CountAsync()) == 0)
        {
            (await office.App.Services.GetRequiredService<DeliveryWorker>().DeliverNextAsync()).ShouldBeTrue("a message is queued in the end");
        }

        return await office.WithAsync<OfficeDb, Message>(db => db.Messages.AsNoTracking().SingleAsync());
    }

    [GeneratedRegex("/contacts/[A-Za-z0-9_-]{22}")]
    private static partial Regex Link();

    [GeneratedRegex("[0-9]{6}")]
    private static partial Regex Six();
}
