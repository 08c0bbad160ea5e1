using GridDesk.Customers.Contacts;
using GridDesk.Kernel;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using GridDesk.Notices;
using GridDesk.Notices.Spooled;
using GridDesk.Requests;
using GridDesk.Tests.Infrastructure;
using GridDesk.Tests.Requests.Apply;
using GridDesk.Tests.Requests.Rules;
using Microsoft.Extensions.DependencyInjection;

namespace GridDesk.Tests.Notices;

/// <summary>Whoever gave an e-mail address hears by it that the request was accepted.</summary>
[Trait("store", "both")]
public sealed class AcceptanceMessageTests
{
    [Fact]
    public async Task An_accepted_request_is_told_by_e_mail_and_the_case_shows_that_it_was()
    {
        await using var office = await TestOffice.OpenAsync();
        var filing = OfficeCases.Transfer("陳玉蘭") with { Applicant = new Applicant("陳玉蘭", "0912-345-678", "yulan@example.com") };
        var request = await office.FileAsync(filing);
        await office.DeliverAsync();

        var message = await office.WithAsync<OfficeDb, Message>(db => db.Messages.SingleAsync());
        (message.State, message.To, message.Provider).ShouldBe((MessageState.HandedOver, "yulan@example.com", Spool.ProviderName));
        message.Title.ShouldContain(request.Number!);
        message.Text.ShouldContain("陳玉蘭 您好");
        message.Text.ShouldContain($"/track/{request.Number}?code=");
        message.Tells.ShouldNotBeNull();
        office.App.Services.GetRequiredService<SpoolFolder>().SizeOf(MessageChannel.Email, message.Id).ShouldNotBeNull();
        (await office.WithAsync<EventLog, IReadOnlyList<Happening>>(log => log.HistoryAsync(message.Key))).Single().Event.ShouldBe(new MessageHandedOver(MessageChannel.Email, "request-accepted", "case-news", Spool.ProviderName));

        var clerk = await office.SignInAsync("clerk");
        await clerk.GoAsync($"/en/desk/requests/{request.Id}");
        clerk.Text.ShouldContain("Messages");
        clerk.Text.ShouldContain($"E-mail: {request.Number}");
        clerk.Text.ShouldContain("Written to the spool, not sent");
    }

    [Fact]
    public async Task Whoever_applies_in_English_is_written_to_in_English_and_who_has_chosen_a_language_in_that()
    {
        await using var office = await TestOffice.OpenAsync();
        await ApplyAsync(office, "en", "anna@example.com");
        var mail = await office.WithAsync<OfficeDb, Message>(db => db.Messages.SingleAsync());
        (mail.Language, mail.Text.Contains("Dear ")).ShouldBe((Language.English, true), mail.Text);
        mail.Text.ShouldContain("/en/track/");
        var points = await office.WithAsync<OfficeDb, List<ContactPoint>>(db => db.Set<ContactPoint>().AsNoTracking().ToListAsync());
        points.ShouldAllBe(p => p.Language == Language.English, "the next one comes in the same language");
        points.ShouldContain(p => p.Kind == ContactKind.Phone, "they are reminded of their bills in English too");

        await ApplyAsync(office, "zh", "anna@example.com");
        (await office.WithAsync<OfficeDb, Message>(db => db.Messages.OrderByDescending(m => m.Id).FirstAsync())).Language.ShouldBe(Language.English, "the address keeps its own");
    }

    private static async Task ApplyAsync(TestOffice office, string language, string email)
    {
        var visitor = await office.BeginAsync();
        await visitor.AnswerAsync();
        await visitor.Pick("個人").Fill("姓名或", "Anna Lin").Fill("聯絡電話", Applying.Phone).Fill("電子郵件", email).NextAsync();
        await visitor.Pick("不是，申請人就是我").NextAsync();
        await visitor.UploadAsync();
        await visitor.UploadAsync();
        await (language == "en" ? visitor.GoAsync("/en" + visitor.Path) : Task.FromResult(visitor));
        await visitor.Choose(language == "en" ? "Yes, by text message or call" : "要，用簡訊或語音電話提醒我").NextAsync(language == "en" ? "Send" : "確認送出");
        await office.DeliverAsync();
    }

    [Fact]
    public async Task Without_an_address_nothing_is_sent_and_what_happened_twice_is_sent_once()
    {
        await using var office = await TestOffice.OpenAsync();
        await office.FileAsync(OfficeCases.Transfer());
        await office.DeliverAsync();
        (await office.WithAsync<OfficeDb, int>(db => db.Messages.CountAsync())).ShouldBe(0);

        await office.FileAsync(OfficeCases.Transfer("乙") with { Applicant = new Applicant("乙", "0911-222-333", "b@example.com") });
        await office.DeliverAsync();
        await office.WithAsync<OfficeDb>(db => db.CommitAsync(() => db.Set<Kernel.Deliveries.Delivery>().ExecuteUpdateAsync(set => set.SetProperty(d => d.DoneAt, (Instant?)null))));
        await office.DeliverAsync();
        (await office.WithAsync<OfficeDb, int>(db => db.Messages.CountAsync())).ShouldBe(1);
        (await office.WithAsync<OfficeDb, int>(db => db.Attempts.CountAsync())).ShouldBe(1);
    }
}
