using GridDesk.Kernel.Data;
using GridDesk.Kernel.Deliveries;
using GridDesk.Kernel.Events;
using GridDesk.Requests.Handovers;
using GridDesk.Tests.Infrastructure;
using GridDesk.Tests.Requests.Rules;
using Microsoft.Extensions.DependencyInjection;

namespace GridDesk.Tests.Requests.Handovers;

/// <summary>What became of a hand-over reaches the call centre once and in order, however its system behaves.</summary>
[Trait("store", "both")]
public sealed class TellCallCentreTests : IAsyncLifetime
{
    private CallCentreSimulator _there = null!;
    private TestOffice _office = null!;
    private CallCentre _centre = null!;

    public async ValueTask InitializeAsync()
    {
        _there = await CallCentreSimulator.OpenAsync();
        _office = await TestOffice.OpenAsync(services => services.AddSingleton(new CallCentreSettings(_there.Url, "secret") { Patience = TimeSpan.FromMilliseconds(600) }));
        _centre = await CallCentre.OfAsync(_office);
    }

    public async ValueTask DisposeAsync()
    {
        await _office.DisposeAsync();
        await _there.DisposeAsync();
    }

    [Fact]
    public async Task It_hears_that_somebody_took_it_on_and_then_the_answer_with_who_speaks()
    {
        var id = await WorkAsync("CC-1");
        await _office.DeliverAsync();
        _there.Heard.ShouldBe([("CC-1", "accepted", null), ("CC-1", "answered", "已改期")]);
        _there.Tokens.ShouldAllBe(token => token == "Bearer secret");
        (await GetAsync(id)).ToldAt.ShouldNotBeNull();
        (await _office.WithAsync<EventLog, IReadOnlyList<Happening>>(log => log.HistoryAsync(Handover.KeyOf(id)))).Count(h => h.Event is HandoverTold).ShouldBe(1);
    }

    [Fact]
    public async Task A_return_goes_back_with_its_reason()
    {
        var id = await PassOnAsync("CC-2");
        await DoAsync(desk => desk.ReturnAsync(new(id, null, OfficeCases.Clerk), "台南的用戶"));
        await _office.DeliverAsync();
        _there.Heard.ShouldBe([("CC-2", "returned", "台南的用戶")]);
    }

    [Fact]
    public async Task Whatever_mood_it_is_in_it_holds_each_piece_of_news_once_and_in_order()
    {
        var random = new Random(108);
        var moods = Enum.GetValues<Mood>();
        _there.WillBe(Enumerable.Range(0, 14).Select(_ => moods[random.Next(moods.Length)]).Append(Mood.Never).Append(Mood.TakesItAndFails));
        List<Guid> ids = [];
        for (var n = 0; n < 4; n++)
        {
            ids.Add(await WorkAsync($"CC-M{n}"));
        }

        for (var round = 0; round < 20 && await LeftAsync() > 0; round++)
        {
            await _office.DeliverAsync();
            _office.Clock.Advance(Duration.FromHours(6));
        }

        (await LeftAsync()).ShouldBe(0);
        _there.Calls.ShouldBeGreaterThan(8, "it had to be told more than once");
        foreach (var number in Enumerable.Range(0, 4).Select(n => $"CC-M{n}"))
        {
            _there.Heard.Where(h => h.Number == number).Select(h => h.State).ShouldBe(["accepted", "answered"]);
        }

        foreach (var id in ids)
        {
            (await GetAsync(id)).ToldAt.ShouldNotBeNull();
        }
    }

    [Fact]
    public async Task While_it_does_not_answer_the_office_goes_on_working_and_shows_that_it_is_on_its_way()
    {
        _there.WillBe(Mood.Never);
        var id = await WorkAsync("CC-3");
        var telling = _office.DeliverAsync();
        while (_there.Calls == 0)
        {
            await Task.Delay(10);
        }

        await _office.FileAsync().WaitAsync(TimeSpan.FromMilliseconds(400)); // nobody waits with the one who waits
        telling.IsCompleted.ShouldBeFalse();
        await telling;
        (await GetAsync(id)).ToldAt.ShouldBeNull();
        var clerk = await _office.SignInAsync("clerk");
        (await clerk.GoAsync($"/en/desk/handovers/{id}")).Text.ShouldContain("On its way to the call centre");

        _office.Clock.Advance(Duration.FromSeconds(2));
        await _office.DeliverAsync();
        _there.Heard.Select(h => h.State).ShouldBe(["accepted", "answered"]);
        (await clerk.GoAsync($"/en/desk/handovers/{id}")).Text.ShouldContain("The call centre has it since");
    }

    private async Task<Guid> WorkAsync(string number)
    {
        var id = await PassOnAsync(number);
        await DoAsync(desk => desk.AcceptAsync(new(id, null, OfficeCases.Clerk), Guid.NewGuid()));
        await DoAsync(desk => desk.AnswerAsync(new(id, null, OfficeCases.Clerk), "已改期"));
        return id;
    }

    private async Task<Guid> PassOnAsync(string number)
    {
        (await _centre.PassOnAsync(CallCentre.Case(number))).Status.ShouldBe(201);
        return (await _centre.FindAsync(number)).Id;
    }

    private Task DoAsync(Func<HandoverDesk, Task<Handover>> act) => _office.WithAsync(act);

    private Task<Handover> GetAsync(Guid id) => _office.WithAsync<OfficeDb, Handover>(db => db.Set<Handover>().AsNoTracking().SingleAsync(h => h.Id == id));

    private Task<int> LeftAsync() => _office.WithAsync<OfficeDb, int>(db => db.Set<Delivery>().CountAsync(d => d.DoneAt == null));
}
