using GridDesk.Kernel.Data;
using GridDesk.Kernel.Deliveries;
using GridDesk.Notices;
using GridDesk.Notices.Providers;
using GridDesk.Notices.Send;
using GridDesk.Requests;
using GridDesk.Tests.Infrastructure;
using GridDesk.Tests.Requests.Rules;
using Microsoft.Extensions.DependencyInjection;

namespace GridDesk.Tests.Notices;

/// <summary>Mail over real sockets: what the server says decides whether it is tried again, elsewhere, or never.</summary>
[Trait("store", "both")]
public sealed class MailTests
{
    [Fact]
    public async Task A_mail_arrives_as_it_was_written_over_a_connection_that_is_kept()
    {
        await using var server = new MailServer();
        await using var office = await OpenAsync(server);
        await FileAsync(office, "𡍼玉蘭", "yulan@example.com");
        await FileAsync(office, "陳小蘭", "lan@example.com");
        server.Mails.Count.ShouldBe(2);
        server.Connections.ShouldBe(1);
        var mail = server.Mails.Single(m => m.Contains("To: yulan@example.com", StringComparison.Ordinal));
        mail.ShouldContain("Auto-Submitted: auto-generated");
        var message = await office.WithAsync<OfficeDb, Message>(db => db.Messages.SingleAsync(m => m.To == "yulan@example.com"));
        mail.ShouldContain($"Message-Id: <{message.Id:N}@");
        (message.State, message.Provider).ShouldBe((MessageState.HandedOver, "smtp-1"));
        using var stream = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(mail));
        var parsed = await MimeKit.MimeMessage.LoadAsync(stream);
        parsed.TextBody!.ShouldContain("𡍼玉蘭 您好");
        parsed.Subject.ShouldBe(message.Title);
    }

    [Fact]
    public async Task A_mailbox_that_does_not_exist_is_a_failure_for_good_with_its_reason_on_the_case()
    {
        await using var server = new MailServer { ToReceiver = "550 5.1.1 no such user here" };
        await using var office = await OpenAsync(server);
        var request = await FileAsync(office, "陳小蘭", "nobody@example.com");
        var message = await office.WithAsync<OfficeDb, Message>(db => db.Messages.SingleAsync());
        message.State.ShouldBe(MessageState.Failed);
        message.Reason!.ShouldContain("no such user here");
        (await office.WithAsync<OfficeDb, int>(db => db.Set<Delivery>().CountAsync(d => d.DoneAt == null))).ShouldBe(0, "nobody tries again");
        var clerk = await office.SignInAsync("clerk");
        await clerk.GoAsync($"/en/desk/requests/{request.Id}");
        clerk.Text.ShouldContain("Cannot be delivered");
        clerk.Text.ShouldContain("no such user here");

        await clerk.GoAsync("/en/desk/tell");
        clerk.Text.ShouldContain(request.Number!);
        clerk.Text.ShouldContain("could not be delivered");
        await clerk.PressAsync("Phone");
        clerk.Text.ShouldContain("Nobody has to be told anything");
    }

    [Fact]
    public async Task A_full_mailbox_is_tried_again_later_and_then_the_mail_arrives()
    {
        await using var server = new MailServer { ToReceiver = "452 4.2.2 mailbox full" };
        await using var office = await OpenAsync(server);
        await FileAsync(office, "陳小蘭", "full@example.com");
        (await StateAsync(office)).ShouldBe(MessageState.Waiting);
        (await office.WithAsync<OfficeDb, string?>(db => db.Set<Delivery>().Where(d => d.DoneAt == null).Select(d => d.LastError).SingleAsync()))!.ShouldNotContain("mailbox", customMessage: "what a server says may name the receiver");
        server.ToReceiver = "250 OK";
        office.Clock.Advance(Duration.FromHours(4));
        await office.DeliverAsync();
        (await StateAsync(office)).ShouldBe(MessageState.HandedOver);
        (await office.WithAsync<OfficeDb, List<FailureKind?>>(db => db.Attempts.OrderBy(a => a.At).Select(a => a.Failure).ToListAsync())).ShouldBe([FailureKind.Temporary, null]);
        server.Mails.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_mailbox_that_stays_full_and_a_message_whose_delivery_was_lost_are_left_to_a_person()
    {
        await using var server = new MailServer { ToReceiver = "452 4.2.2 mailbox full" };
        await using var office = await OpenAsync(server);
        await FileAsync(office, "陳小蘭", "full@example.com");
        office.Clock.Advance(Duration.FromMinutes(1));
        var lost = await office.FileAsync(OfficeCases.Transfer("甲") with { Applicant = new Applicant("甲", "0912-345-678", "lost@example.com") });
        while (await office.WithAsync<OfficeDb, int>(db => db.Messages.CountAsync()) < 2)
        {
            await office.App.Services.GetRequiredService<DeliveryWorker>().DeliverNextAsync();
        }

        await office.WithAsync<OfficeDb>(db => db.CommitAsync(() => db.Set<Delivery>().Where(d => d.DoneAt == null).ExecuteDeleteAsync()));
        (await office.WithAsync<OfficeDb, int>(db => db.Messages.CountAsync(m => m.State == MessageState.Waiting))).ShouldBe(2);

        office.Clock.Advance(Duration.FromDays(5));
        await GiveUpAsync(office);
        (await office.WithAsync<OfficeDb, int>(db => db.Messages.CountAsync(m => m.State == MessageState.Failed))).ShouldBe(0, "they may still be tried");
        office.Clock.Advance(Duration.FromDays(2));
        await GiveUpAsync(office);
        (await office.WithAsync<OfficeDb, List<string?>>(db => db.Messages.Where(m => m.State == MessageState.Failed).Select(m => m.Reason).ToListAsync())).ShouldBe(["452 4.2.2 mailbox full", "never tried"], ignoreOrder: true);
        await office.DeliverAsync();
        var clerk = await office.SignInAsync("clerk");
        await clerk.GoAsync("/en/desk/tell");
        clerk.Text.ShouldContain(lost.Number!);
    }

    [Fact]
    public async Task A_server_that_hangs_up_leaves_the_mail_to_the_second_one()
    {
        await using var broken = new MailServer { ToReceiver = null };
        await using var second = new MailServer();
        await using var office = await OpenAsync(broken, second);
        await FileAsync(office, "陳小蘭", "lan@example.com");
        (await StateAsync(office)).ShouldBe(MessageState.HandedOver);
        second.Mails.Count.ShouldBe(1);
        (await office.WithAsync<OfficeDb, List<string>>(db => db.Attempts.OrderBy(a => a.Failure == null).Select(a => a.Provider).ToListAsync())).ShouldBe(["smtp-1", "smtp-2"]);
    }

    private static Task<TestOffice> OpenAsync(params MailServer[] servers) => TestOffice.OpenAsync(services =>
        services.AddSingleton(new ProvidersOfChannel([.. servers.Select((s, i) => new SmtpMail(SmtpSettings.Read($"smtp-{i + 1}", s.Address, "office@example.com") with { Patience = TimeSpan.FromSeconds(5) }))])));

    private static async Task<ServiceRequest> FileAsync(TestOffice office, string name, string email)
    {
        var request = await office.FileAsync(OfficeCases.Transfer(name) with { Applicant = new Applicant(name, "0912-345-678", email) });
        await office.DeliverAsync();
        return request;
    }

    private static Task<MessageState> StateAsync(TestOffice office) => office.WithAsync<OfficeDb, MessageState>(db => db.Messages.Select(m => m.State).SingleAsync());

    private static Task GiveUpAsync(TestOffice office) => office.WithAsync<GiveUpMessages>(run => run.RunAsync(office.Clock.GetCurrentInstant(), default));
}
