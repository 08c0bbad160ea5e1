using System.Collections.Concurrent;
using GridDesk.Kernel.Deliveries;
using GridDesk.Kernel.Events;
using GridDesk.Requests;
using GridDesk.Tests.Infrastructure;
using GridDesk.Tests.Requests.Rules;
using Microsoft.Extensions.DependencyInjection;

namespace GridDesk.Tests.Deliveries;

/// <summary>Calls to other systems wait in queues of their own: several at once, the urgent first, and nobody else waits with them.</summary>
[Trait("store", "both")]
public sealed class QueueTests : IAsyncLifetime
{
    private static readonly DeliveryQueue Far = new("far", 2);

    private readonly Errands _errands = new();
    private readonly Calls _calls = new();
    private TestOffice _office = null!;

    public async ValueTask InitializeAsync() => _office = await TestOffice.OpenAsync(services => services
        .AddSingleton(_errands).AddSingleton(_calls).On<RequestNoted, OnNoted>().CallOut<RequestNoted, CallFar>(Far, isRoutine: noted => noted.Note != "0"));

    public ValueTask DisposeAsync() => _office.DisposeAsync();

    [Fact]
    public async Task A_system_that_never_answers_holds_up_its_own_queue_and_takes_two_calls_at_a_time()
    {
        var go = new TaskCompletionSource();
        _calls.Act = async row =>
        {
            await go.Task;
            return Called.Done();
        };
        foreach (var _ in Enumerable.Range(0, 3))
        {
            await _office.NoteAsync(await _office.FileAsync());
        }

        var worker = _office.App.Services.GetRequiredService<DeliveryWorker>();
        await worker.StartAsync(default);
        await Soon.IsSoAsync(() => Task.FromResult(_calls.Begun.Count == 2), "two calls are out");
        await Soon.IsSoAsync(async () => (await _office.LeftAsync()).Count == 3, "what the office does within its house goes on");
        _calls.Begun.Count.ShouldBe(2);

        go.SetResult();
        await Soon.IsSoAsync(async () => (await _office.DeliveriesAsync()).All(d => d.DoneAt != null), "the third call follows");
        await worker.StopAsync(default);
        (await _office.DeliveriesAsync()).ShouldAllBe(d => d.Attempts == 1);
    }

    [Fact]
    public async Task The_urgent_goes_before_the_routine_and_not_before_what_came_before_it_about_the_same()
    {
        var (one, other) = (await _office.FileAsync(), await _office.FileAsync());
        await _office.NoteAsync(one, 2);
        _office.Clock.AdvanceSeconds(1);
        await _office.NoteAsync(other, 2);
        await _office.DeliverAsync();
        _calls.Begun.Select(b => (b.Subject == one.Key, b.Version)).ShouldBe([(true, 2), (false, 2), (true, 3), (false, 3)]);
    }

    [Fact]
    public async Task What_is_put_off_waits_until_then_and_that_is_no_try()
    {
        var then = _office.Clock.GetCurrentInstant() + Duration.FromHours(9);
        _calls.Act = _ => Task.FromResult(_office.Clock.GetCurrentInstant() < then ? Called.NotBefore(then) : Called.Done());
        await _office.NoteAsync(await _office.FileAsync());
        await _office.DeliverAsync();
        var waiting = (await _office.DeliveriesAsync()).Single(d => d.DoneAt == null);
        (waiting.DueAt, waiting.Attempts, waiting.LastError).ShouldBe((then, 0, null));

        _office.Clock.Advance(Duration.FromHours(9));
        await _office.DeliverAsync();
        (await _office.DeliveriesAsync()).ShouldAllBe(d => d.DoneAt != null && d.Attempts == 1);
    }

    [Fact]
    public async Task What_a_failed_call_learned_is_saved_with_the_failure()
    {
        _calls.Act = _ => Task.FromResult(Called.Failed("nobody there", () =>
        {
            _calls.Saved++;
            return Task.CompletedTask;
        }));
        await _office.NoteAsync(await _office.FileAsync());
        await _office.DeliverAsync();
        _calls.Saved.ShouldBe(1);
        (await _office.DeliveriesAsync()).Single(d => d.DoneAt == null).LastError.ShouldBe("nobody there");
    }

    private sealed class Calls
    {
        public ConcurrentQueue<(string Subject, int Version)> Begun { get; } = [];

        public int Saved { get; set; }

        public Func<Happening, Task<Called>> Act { get; set; } = _ => Task.FromResult(Called.Done());
    }

    private sealed class CallFar(Calls calls) : ICallOut<RequestNoted>
    {
        public Task<Called> CallAsync(RequestNoted happened, Happening row, CancellationToken cancel)
        {
            calls.Begun.Enqueue((row.Subject, row.Version));
            return calls.Act(row);
        }
    }
}
