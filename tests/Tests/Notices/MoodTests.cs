using System.Net;
using System.Security.Cryptography;
using System.Text;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using GridDesk.Notices;
using GridDesk.Notices.Providers;
using GridDesk.Notices.Receipts;
using GridDesk.Notices.Send;
using GridDesk.Requests;
using GridDesk.Tests.Infrastructure;
using GridDesk.Tests.Requests.Rules;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace GridDesk.Tests.Notices;

/// <summary>Companies that carry messages are slow, say things twice, in the wrong order, never, or lie; what we believe stays true.</summary>
[Trait("store", "both")]
public sealed class MoodTests : IAsyncLifetime
{
    private ProviderSimulator _first = null!;
    private ProviderSimulator _second = null!;
    private TestOffice _office = null!;

    public async ValueTask InitializeAsync()
    {
        (_first, _second) = (await ProviderSimulator.OpenAsync(), await ProviderSimulator.OpenAsync());
        _office = await TestOffice.OpenAsync(services =>
        {
            services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection([new("GRIDDESK_RECEIPTS_SMS_1", "one"), new("GRIDDESK_RECEIPTS_SMS_2", "two")]).Build());
            services.AddSingleton(new ProvidersOfChannel([Of("sms-1", _first), Of("sms-2", _second)]));
        });

        static HttpProvider Of(string name, ProviderSimulator company) => new(new HttpClient(), new(name, MessageChannel.Sms, company.Url, null) { Patience = TimeSpan.FromSeconds(4), GivesReceipts = true });
    }

    public async ValueTask DisposeAsync()
    {
        await _office.DisposeAsync();
        await _first.DisposeAsync();
        await _second.DisposeAsync();
    }

    [Fact]
    public async Task One_that_takes_longer_than_anybody_waits_leaves_the_message_to_the_other_and_one_that_is_only_slow_keeps_it()
    {
        (_first.Mood, _first.Slowness) = (ProviderMood.Slow, TimeSpan.FromMilliseconds(300));
        (await SendAsync()).Provider.ShouldBe("sms-1");
        _first.Slowness = TimeSpan.FromSeconds(30);
        (await SendAsync()).Provider.ShouldBe("sms-2");
        var tries = await _office.WithAsync<OfficeDb, List<Attempt>>(db => db.Attempts.AsNoTracking().OrderBy(a => a.Id).ToListAsync());
        tries.Select(a => (a.Provider, a.Failure)).ShouldBe([("sms-1", null), ("sms-1", FailureKind.Technical), ("sms-2", null)], ignoreOrder: true);
        tries.ShouldAllBe(a => a.Took < 20_000, "nobody waits for the slow one’s answer");
    }

    [Fact]
    public async Task A_receipt_said_twice_counts_once()
    {
        var message = await SendAsync();
        (await SayAsync("sms-1", "one", message.Reference!, "delivered")).ShouldBe(HttpStatusCode.NoContent);
        (await SayAsync("sms-1", "one", message.Reference!, "delivered")).ShouldBe(HttpStatusCode.NoContent);
        (await HistoryAsync(message)).ShouldBe([typeof(MessageHandedOver), typeof(MessageDelivered)]);
    }

    [Fact]
    public async Task A_receipt_that_comes_before_the_answer_counts_when_its_message_is_known()
    {
        _first.Mood = ProviderMood.ReceiptFirst;
        _first.Receipt = reference => SayAsync("sms-1", "one", reference, "delivered");
        var message = await SendAsync();
        message.State.ShouldBe(MessageState.Delivered);
        (await HistoryAsync(message)).ShouldBe([typeof(MessageHandedOver), typeof(MessageDelivered)]);
    }

    [Fact]
    public async Task What_arrived_does_not_fail_afterwards_and_what_failed_may_still_arrive()
    {
        var (one, other) = (await SendAsync(), await SendAsync());
        await SayAsync("sms-1", "one", one.Reference!, "delivered");
        await SayAsync("sms-1", "one", one.Reference!, "failed");
        await SayAsync("sms-1", "one", other.Reference!, "failed");
        await SayAsync("sms-1", "one", other.Reference!, "delivered");
        ((await GetAsync(one)).State, (await GetAsync(other)).State).ShouldBe((MessageState.Delivered, MessageState.Delivered));
        (await HistoryAsync(one)).ShouldNotContain(typeof(MessageFailed));
    }

    [Fact]
    public async Task A_receipt_for_a_message_of_another_company_or_in_its_name_changes_nothing()
    {
        var message = await SendAsync();
        (await SayAsync("sms-2", "two", message.Reference!, "failed")).ShouldBe(HttpStatusCode.NoContent);
        (await SayAsync("sms-1", "two", message.Reference!, "failed")).ShouldBe(HttpStatusCode.BadRequest);
        (await GetAsync(message)).State.ShouldBe(MessageState.HandedOver);
        (await _office.WithAsync<OfficeDb, List<ReceiptFate>>(db => db.Receipts.Select(r => r.Fate).ToListAsync())).ShouldBe([ReceiptFate.UnknownMessage, ReceiptFate.NotSigned], ignoreOrder: true);
    }

    [Fact]
    public async Task A_yes_that_cannot_be_named_is_no_yes_and_one_name_for_two_messages_says_nothing_about_either()
    {
        _first.Mood = ProviderMood.Nameless;
        (await SendAsync()).Provider.ShouldBe("sms-2");

        _first.Mood = ProviderMood.OneName;
        var (one, other) = (await SendAsync(), await SendAsync());
        (await SayAsync("sms-1", "one", "ref", "delivered")).ShouldBe(HttpStatusCode.NoContent);
        var third = await SendAsync();
        foreach (var message in (Message[])[one, other, third])
        {
            (await GetAsync(message)).State.ShouldBe(MessageState.HandedOver, "which of them arrived nobody knows");
        }

        _office.Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task When_nobody_ever_answers_it_is_seen_on_the_case_and_in_the_end_a_person_tells_the_customer()
    {
        (_first.Mood, _second.Mood) = (ProviderMood.Never, ProviderMood.Never);
        var request = await _office.FileAsync();
        await SendAsync(request.Key);
        var clerk = await _office.SignInAsync("clerk");
        await clerk.GoAsync($"/en/desk/requests/{request.Id}");
        clerk.Text.ShouldContain("Text message");
        clerk.Text.ShouldContain("Waiting");

        _office.Clock.Advance(Duration.FromDays(7));
        await _office.WithAsync<GiveUpMessages>(run => run.RunAsync(_office.Clock.GetCurrentInstant(), default));
        await _office.DeliverAsync();
        clerk = await _office.SignInAsync("clerk");
        await clerk.GoAsync($"/en/desk/requests/{request.Id}");
        clerk.Text.ShouldContain("Cannot be delivered");
        await clerk.GoAsync("/en/desk/tell");
        clerk.Text.ShouldContain(request.Number!);
    }

    private async Task<Message> SendAsync(string about = "test:1")
    {
        var queued = await _office.WithAsync<IServiceProvider, Message>(services =>
        {
            var desk = services.GetRequiredService<MessageDesk>();
            return services.GetRequiredService<OfficeDb>().CommitAsync(() => desk.QueueAsync(desk.TemplateOf("plain")!,
                new(about, MessageChannel.Sms, "0912-345-678", Language.Chinese, $"{Guid.NewGuid()}"), new Dictionary<string, string> { ["text"] = "明天停電" }, Actor.Office));
        });
        await _office.DeliverAsync();
        return await GetAsync(queued);
    }

    private Task<Message> GetAsync(Message message) => _office.WithAsync<OfficeDb, Message>(db => db.Messages.AsNoTracking().SingleAsync(m => m.Id == message.Id));

    private async Task<HttpStatusCode> SayAsync(string provider, string key, string reference, string state)
    {
        var body = Encoding.UTF8.GetBytes($$"""{"reference":"{{reference}}","state":"{{state}}"}""");
        var message = new HttpRequestMessage(HttpMethod.Post, $"/api/notices/receipts/{provider}") { Content = new ByteArrayContent(body) };
        message.Headers.Add("X-Signature", Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), body)));
        return (await _office.Api().SendAsync(message)).StatusCode;
    }

    private async Task<List<Type>> HistoryAsync(Message message) => [.. (await _office.WithAsync<EventLog, IReadOnlyList<Happening>>(log => log.HistoryAsync(message.Key))).Select(h => h.Event.GetType())];
}
