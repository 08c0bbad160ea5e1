using System.Net;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using GridDesk.Notices;
using GridDesk.Notices.Phone;
using GridDesk.Notices.Routing;
using GridDesk.Requests;
using GridDesk.Requests.Tell;
using GridDesk.Tests.Infrastructure;
using GridDesk.Tests.Requests.Rules;
using Microsoft.Extensions.DependencyInjection;
using Outcome = GridDesk.Requests.Outcome;

namespace GridDesk.Tests.Notices.Phone;

/// <summary>When a request moves, every phone that keeps it and wants to know is told: its number and one sentence, readable there alone.</summary>
[Trait("store", "both")]
public sealed class PushTests : IAsyncLifetime
{
    private readonly PushServiceSimulator _service = new();
    private TestOffice _office = null!;

    public async ValueTask InitializeAsync() => _office = await TestOffice.OpenAsync(services => services.AddHttpClient(WebPush.Client).ConfigurePrimaryHttpMessageHandler(() => _service));

    public ValueTask DisposeAsync() => _office.DisposeAsync();

    [Fact]
    public async Task Each_news_of_the_tracking_page_is_pushed_once_to_every_phone_in_its_language()
    {
        var request = await _office.FileAsync(OfficeCases.Transfer("陳玉蘭"));
        var (_, zh) = await PhoneAsync(request, "zh-TW");
        var (_, en) = await PhoneAsync(request, "en");
        var (_, other) = await PhoneAsync(await _office.FileAsync(OfficeCases.Transfer("乙")), "en");

        await _office.DoAsync(desk => desk.GoToAsync(Change(), "checkPapers"));
        await _office.DoAsync(desk => desk.AskForAsync(Change(), [new("document", "relation", new("租約", "Lease"))]));
        await _office.DoAsync(desk => desk.SupplyAsync(Change(), Channel.Web, [new GivenDocument("relation", null)]));
        await _office.DoAsync(desk => desk.TellAsync(Change(), new(2019, 6, 28)));
        await _office.DoAsync(desk => desk.CloseAsync(Change(), Outcome.Done, null));
        await _office.DeliverAsync();

        var number = request.Number;
        en.Texts.Count.ShouldBe(4, string.Join('\n', en.Texts));
        en.Texts.Skip(1).ShouldBe([$"{number}: We asked you for 1 more item", $"{number}: The day you were told is now 28 June 2019", $"{number}: Done"]);
        zh.Texts.Skip(1).ShouldBe([$"{number}：請您補 1 項", $"{number}：告訴您的日子改成108年6月28日", $"{number}：辦好了"]);
        zh.Read.Select(news => (string)news["lang"]!).Distinct().ShouldBe(["zh-TW"]);
        other.Read.ShouldBeEmpty();
        _service.Faults.ShouldBeEmpty();
        zh.Read.Concat(en.Read).ShouldAllBe(news => !news.ToJsonString().Contains("陳玉蘭") && !news.ToJsonString().Contains("0912"));

        await _office.WithAsync<OfficeDb>(db => db.CommitAsync(() => db.Set<Kernel.Deliveries.Delivery>().ExecuteUpdateAsync(set => set.SetProperty(d => d.DoneAt, (Instant?)null))));
        await _office.DeliverAsync();
        en.Texts.Count.ShouldBe(4, "what is carried out twice is told once");

        RequestDesk.Change Change() => request.Change() with { Version = null };
    }

    [Fact]
    public async Task A_slip_that_is_accepted_later_is_news_and_so_is_a_refusal_without_its_reason()
    {
        var taken = await _office.FileAsync(OfficeCases.Transfer(complete: false));
        var (_, phone) = await PhoneAsync(taken, "en");
        taken = await _office.DoAsync(desk => desk.SupplyAsync(taken.Change(), Channel.Counter, [new GivenDocument("relation", null)]));
        taken = await _office.DoAsync(desk => desk.AcceptAsync(taken.Change()));
        await _office.DoAsync(desk => desk.CloseAsync(taken.Change(), Outcome.Refused, "住紅色大門那一家"));
        await _office.DeliverAsync();
        phone.Texts.ShouldBe([$"{taken.Number}: Accepted, number {taken.Number}", $"{taken.Number}: Refused"]);
    }

    [Theory]
    [InlineData(HttpStatusCode.NotFound)]
    [InlineData(HttpStatusCode.Gone)]
    public async Task A_subscription_that_is_over_is_dropped_and_nobody_has_to_ring_the_customer_for_it(HttpStatusCode over)
    {
        var request = await _office.FileAsync();
        await PhoneAsync(request, "en");
        _service.Answer = over;
        await _office.DoAsync(desk => desk.CloseAsync(request.Change(), Outcome.Withdrawn, null));
        await _office.DeliverAsync();
        await _office.WithAsync<OfficeDb>(async db =>
        {
            (await db.PushSubscriptions.CountAsync(), await db.Devices.CountAsync(), await db.KeptCases.CountAsync()).ShouldBe((0, 1, 1));
            (await db.Messages.SingleAsync()).State.ShouldBe(MessageState.Failed);
            (await db.Set<DueNotice>().CountAsync()).ShouldBe(0);
        });
        _service.Calls.ShouldBe(1, "nobody tries again");
    }

    [Theory]
    [InlineData(HttpStatusCode.TooManyRequests)]
    [InlineData(HttpStatusCode.BadGateway)]
    [InlineData(HttpStatusCode.Forbidden)]
    public async Task A_push_service_that_cannot_now_is_asked_again_with_growing_pauses_however_well_others_do(HttpStatusCode answer)
    {
        var request = await _office.FileAsync();
        var (_, phone) = await PhoneAsync(request, "en");
        _service.Answer = answer;
        await _office.DoAsync(desk => desk.CloseAsync(request.Change(), Outcome.Done, null));
        await _office.DeliverAsync();
        (await _office.WithAsync<OfficeDb, Attempt>(db => db.Attempts.FirstAsync())).Failure.ShouldBe(FailureKind.Temporary, "each phone has a service of its own choice");
        var calls = _service.Calls;
        await _office.WithAsync<AdjustRoutes>(run => run.RunAsync(_office.Clock.GetCurrentInstant(), default));
        await _office.DeliverAsync();
        _service.Calls.ShouldBe(calls, "nobody is hurried by what other phones take");

        _service.Answer = HttpStatusCode.Created;
        _office.Clock.AdvanceMinutes(5);
        await _office.DeliverAsync();
        phone.Texts.ShouldBe([$"{request.Number}: Done"]);
    }

    [Fact]
    public async Task One_phone_has_one_subscription_and_who_unsubscribes_or_forgets_the_device_is_told_no_more()
    {
        var request = await _office.FileAsync();
        var (caller, first) = await PhoneAsync(request, "en");
        var second = _service.Subscribe(first.OfficeKey);
        (await caller.SendAsync("PUT", "/push", second.Subscription("zh-TW"))).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        await _office.DoAsync(desk => desk.GoToAsync(request.Change(), "checkPapers"));
        await _office.DeliverAsync();
        (first.Texts.Count, second.Texts.Count).ShouldBe((0, 1));

        (await caller.SendAsync("DELETE", "/push")).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        await _office.DoAsync(desk => desk.CloseAsync(request.Change() with { Version = null }, Outcome.Done, null));
        await _office.DeliverAsync();
        second.Texts.Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_key_of_the_office_is_made_once_for_all_processes()
    {
        var phone = await PhoneCaller.WithKeyAsync(_office);
        var key = await KeyAsync(phone);
        await using var beside = await _office.OpenBesideAsync();
        (await KeyAsync(new PhoneCaller(beside) { Key = phone.Key })).ShouldBe(key);
    }

    [Fact]
    public async Task What_no_browser_gives_is_refused_field_by_field()
    {
        var phone = await PhoneCaller.WithKeyAsync(_office);
        var answer = await PhoneCaller.JsonAsync(await phone.SendAsync("PUT", "/push", new { endpoint = "https://10.0.0.1/x", p256dh = new string('A', 87), auth = "AAAA" }), HttpStatusCode.UnprocessableEntity);
        answer["errors"]!.AsArray().Select(e => (string)e!["field"]!).ShouldBe(["endpoint", "p256dh", "auth"]);
    }

    private async Task<(PhoneCaller Caller, PushServiceSimulator.Browser Browser)> PhoneAsync(ServiceRequest request, string language)
    {
        var phone = await PhoneCaller.WithKeyAsync(_office, "browser");
        (await phone.KeepAsync(request)).StatusCode.ShouldBe(HttpStatusCode.Created);
        var browser = _service.Subscribe(await KeyAsync(phone));
        (await phone.SendAsync("PUT", "/push", browser.Subscription(language))).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        return (phone, browser);
    }

    private static async Task<string> KeyAsync(PhoneCaller phone) => (string)(await PhoneCaller.JsonAsync(await phone.SendAsync("GET", "/push"), HttpStatusCode.OK))["publicKey"]!;
}
