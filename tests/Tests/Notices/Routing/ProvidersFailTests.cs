using GridDesk.Kernel.Data;
using GridDesk.Kernel.Deliveries;
using GridDesk.Kernel.Events;
using GridDesk.Notices;
using GridDesk.Notices.Providers;
using GridDesk.Notices.Receipts;
using GridDesk.Notices.Routing;
using GridDesk.Tests.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace GridDesk.Tests.Notices.Routing;

/// <summary>Providers are slow, gone for a day, or answer before we know of it.</summary>
[Trait("store", "both")]
public sealed class ProvidersFailTests : IAsyncLifetime
{
    private ProviderSimulator _first = null!;
    private ProviderSimulator _second = null!;
    private TestOffice _office = null!;

    public async ValueTask InitializeAsync()
    {
        (_first, _second) = (await ProviderSimulator.OpenAsync(), await ProviderSimulator.OpenAsync());
        _office = await TestOffice.OpenAsync(services => services.AddSingleton(of => new ProvidersOfChannel([Of("sms-1", _first), Of("sms-2", _second)])));

        static HttpProvider Of(string name, ProviderSimulator company) => new(new HttpClient(), new(name, MessageChannel.Sms, company.Url, null) { Patience = TimeSpan.FromSeconds(2), GivesReceipts = true });
    }

    public async ValueTask DisposeAsync()
    {
        await _office.DisposeAsync();
        await _first.DisposeAsync();
        await _second.DisposeAsync();
    }

    [Fact]
    public async Task Ten_points_move_away_from_a_provider_whose_messages_take_longer_than_five_minutes()
    {
        for (var n = 0; n < 12; n++)
        {
            await QueueAsync($"case:{n}");
        }

        await _office.DeliverAsync();
        await AdjustAsync();
        (await RouteAsync())!.ShareOfFirst.ShouldBe(100, "what is on its way says nothing yet");

        _office.Clock.Advance(Duration.FromMinutes(6));
        await AdjustAsync();
        var route = (await RouteAsync())!;
        route.ShareOfFirst.ShouldBe(90);
        var moved = (await _office.WithAsync<EventLog, IReadOnlyList<Happening>>(log => log.HistoryAsync(route.Key))).Single().Event.ShouldBeOfType<RouteMoved>();
        (moved.Why, moved.Slow, moved.All).ShouldBe((RouteReason.FirstIsSlow, 12, 12));
    }

    [Fact]
    public async Task After_a_day_without_any_provider_nothing_is_lost_and_each_case_keeps_its_order()
    {
        (_first.Mood, _second.Mood) = (ProviderMood.Lies, ProviderMood.Lies);
        for (var n = 0; n < 3; n++)
        {
            await QueueAsync("case:1", $"一 {n}");
            await QueueAsync("case:2", $"二 {n}");
        }

        for (var hour = 0; hour < 24; hour++)
        {
            await _office.DeliverAsync();
            await AdjustAsync();
            _office.Clock.Advance(Duration.FromHours(1));
        }

        (await StatesAsync()).ShouldAllBe(s => s == MessageState.Waiting);
        (_first.Mood, _second.Mood) = (ProviderMood.Right, ProviderMood.Right);
        for (var minute = 0; minute < 4; minute++)
        {
            await AdjustAsync();
            await _office.DeliverAsync();
            _office.Clock.Advance(Duration.FromSeconds(50));
        }

        (await StatesAsync()).ShouldAllBe(s => s == MessageState.HandedOver);
        var texts = _first.InOrder.Select(t => t.Text).ToList();
        texts.Where(t => t.StartsWith('一')).ShouldBe(["一 0", "一 1", "一 2"]);
        texts.Where(t => t.StartsWith('二')).ShouldBe(["二 0", "二 1", "二 2"]);
    }

    [Fact]
    public async Task A_receipt_that_overtakes_the_answer_counts_when_its_message_is_known()
    {
        var message = await QueueAsync("case:1");
        await _office.WithAsync<OfficeDb>(db => db.CommitAsync(() => Task.FromResult(db.Add(new Receipt { Id = Guid.NewGuid(), Provider = "sms-1", At = _office.Clock.GetCurrentInstant(), Fate = ReceiptFate.UnknownMessage, Reference = $"ref-{message.Id}", State = "delivered" }))));
        await _office.DeliverAsync();
        (await StatesAsync()).ShouldBe([MessageState.Delivered]);
        (await _office.WithAsync<OfficeDb, ReceiptFate>(db => db.Receipts.Select(r => r.Fate).SingleAsync())).ShouldBe(ReceiptFate.Taken);
    }

    [Fact]
    public async Task Turns_of_two_processes_are_never_closer_than_the_provider_allows()
    {
        var (one, other) = (Pace(), Pace());
        var now = _office.Clock.GetCurrentInstant();
        var turns = (await Task.WhenAll(Enumerable.Range(0, 12).Select(n => (n % 2 == 0 ? one : other).ReserveAsync("sms-1", 40, now, default)))).SelectMany(t => t).Order().ToList();
        turns.Count.ShouldBe(120);
        turns[0].ShouldBe(now);
        turns.Zip(turns.Skip(1), (a, b) => b - a).ShouldAllBe(between => between == Duration.FromMilliseconds(25));

        Pace Pace() => new(_office.App.Services.GetRequiredService<IServiceScopeFactory>(), _office.Clock);
    }

    private Task<Message> QueueAsync(string about, string text = "明天停電") => _office.WithAsync<IServiceProvider, Message>(services =>
    {
        var desk = services.GetRequiredService<MessageDesk>();
        return services.GetRequiredService<OfficeDb>().CommitAsync(() => desk.QueueAsync(desk.TemplateOf("plain")!,
            new(about, MessageChannel.Sms, "0912-345-678", Language.Chinese, $"{Guid.NewGuid()}"), new Dictionary<string, string> { ["text"] = text }, Actor.Office));
    });

    private Task AdjustAsync() => _office.WithAsync<AdjustRoutes>(run => run.RunAsync(_office.Clock.GetCurrentInstant(), default));

    private Task<Route?> RouteAsync() => _office.WithAsync<OfficeDb, Route?>(db => db.Routes.SingleOrDefaultAsync());

    private Task<List<MessageState>> StatesAsync() => _office.WithAsync<OfficeDb, List<MessageState>>(db => db.Messages.Select(m => m.State).ToListAsync());
}
