using System.Text.Json.Nodes;
using GridDesk.Customers;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using GridDesk.Notices;
using GridDesk.Notices.Letters;
using GridDesk.Notices.Providers;
using GridDesk.Requests;
using GridDesk.Tests.Infrastructure;
using GridDesk.Tests.Requests.Rules;
using Microsoft.Extensions.DependencyInjection;

namespace GridDesk.Tests.Notices;

/// <summary>Names as people have them, and as people abuse them, over every channel; and telephones of other countries.</summary>
[Trait("store", "both")]
public sealed class BadInputTests : IAsyncLifetime
{
    private readonly MailServer _mail = new();
    private ProviderSimulator _sms = null!;
    private ProviderSimulator _voice = null!;
    private TestOffice _office = null!;

    public async ValueTask InitializeAsync()
    {
        (_sms, _voice) = (await ProviderSimulator.OpenAsync(), await ProviderSimulator.OpenAsync());
        _office = await TestOffice.OpenAsync(services => services.AddSingleton(new ProvidersOfChannel(
        [
            new SmtpMail(SmtpSettings.Read("smtp-1", _mail.Address, "office@example.com") with { Patience = TimeSpan.FromSeconds(2) }),
            new HttpProvider(new HttpClient(), new("sms-1", MessageChannel.Sms, _sms.Url, null)), new HttpProvider(new HttpClient(), new("voice-1", MessageChannel.Voice, _voice.Url, null)),
        ])));
    }

    public async ValueTask DisposeAsync()
    {
        await _office.DisposeAsync();
        await _mail.DisposeAsync();
        await _sms.DisposeAsync();
        await _voice.DisposeAsync();
    }

    [Theory]
    [InlineData("陳\u202E玉蘭\u2066", "陳玉蘭")]
    [InlineData("\u202E玉蘭", "玉蘭")]
    [InlineData("𠮷田", "𠮷田")]
    [InlineData("\U0002A6D6玉蘭", "\U0002A6D6玉蘭")]
    [InlineData("ｶﾀｶﾅ", "ｶﾀｶﾅ")]
    [InlineData("黃😀", "黃😀")]
    public async Task A_name_stays_what_it_is_in_a_mail_a_text_message_a_call_a_letter_and_on_the_slip(string typed, string shown)
    {
        var filed = await _office.WithAsync<RequestDesk, Filed>(desk => desk.FileAsync(OfficeCases.Transfer(typed) with { Applicant = new Applicant(typed, "0912-345-678", "a@example.com") }, OfficeCases.Clerk, "x"));
        var fields = new Dictionary<string, string> { ["title"] = $"{typed}\r\nBcc: thief@example.com", ["text"] = $"{typed} 您好" };
        foreach (var (channel, to) in (IEnumerable<(MessageChannel, string)>)[(MessageChannel.Email, "b@example.com"), (MessageChannel.Sms, "0912-345-678"), (MessageChannel.Voice, "0912-345-678")])
        {
            await SendAsync(channel, to, fields);
        }

        await _office.DeliverAsync();
        (_mail.Mails.Count, _sms.InOrder.Single().Text, _voice.InOrder.Single().Text).ShouldBe((2, $"{shown} 您好", $"{shown} 您好"));
        foreach (var raw in _mail.Mails)
        {
            using var stream = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(raw));
            var mail = await MimeKit.MimeMessage.LoadAsync(stream);
            (mail.Bcc.Count, mail.To.Count, mail.TextBody!.Contains($"{shown} 您好", StringComparison.Ordinal)).ShouldBe((0, 1, true));
            raw.Split("\n\n")[0].ShouldAllBe(c => c < 128, "headers are written in signs that every server takes");
        }

        var letter = await _office.WithAsync<LetterDesk, Message>(desk => desk.PrintAsync(new(filed.Request.Id, filed.Request.Key, filed.Request.Name, true), new(Guid.NewGuid(), "request-accepted", Language.Chinese, "嘉義市\u202E東區\n民權路"), OfficeCases.Clerk));
        letter.To.ShouldBe($"嘉義市東區 民權路\n{shown}");
        letter.Text.ShouldStartWith($"{shown} 您好");
        var visitor = await _office.Visit().GoAsync($"/slip/{filed.Request.Number}?code={filed.Code}");
        visitor.Text.ShouldContain(Masked.Name(shown));
        visitor.Text.ShouldNotContain('\u202E');
        _office.Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_telephone_abroad_is_called_and_written_to_by_its_international_number()
    {
        var kinds = _office.App.Services.GetRequiredService<Kernel.Forms.FieldKinds>();
        var abroad = kinds.ReadText("phone", "+81 90-1234-5678", "phone");
        var fields = new Dictionary<string, string> { ["text"] = "您好" };
        await SendAsync(MessageChannel.Sms, abroad, fields);
        await SendAsync(MessageChannel.Voice, abroad, fields);
        await _office.DeliverAsync();
        (_sms.InOrder.Single().To, _voice.InOrder.Single().To).ShouldBe(("+819012345678", "+819012345678"));

        Should.Throw<Kernel.Refusal>(() => kinds.ReadText("phone", "+999 1", "phone")).Reason.En.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_mail_server_that_falls_silent_holds_nobody_up()
    {
        _mail.ToReceiver = "";
        await SendAsync(MessageChannel.Email, "a@example.com", new() { ["title"] = "x", ["text"] = "x" });
        await _office.DeliverAsync().WaitAsync(TimeSpan.FromSeconds(20));
        (await _office.WithAsync<OfficeDb, Attempt>(db => db.Attempts.SingleAsync())).Failure.ShouldBe(FailureKind.Technical);
    }

    private Task<Message> SendAsync(MessageChannel channel, string to, Dictionary<string, string> fields) => _office.WithAsync<IServiceProvider, Message>(services =>
    {
        var desk = services.GetRequiredService<MessageDesk>();
        var template = desk.TemplateOf("plain")! with { Voice = Phrase.Same("{text}") };
        return services.GetRequiredService<OfficeDb>().CommitAsync(() => desk.QueueAsync(template, new($"test:{channel}", channel, to, Language.Chinese, $"{Guid.NewGuid()}"), fields, Actor.Office));
    });
}
