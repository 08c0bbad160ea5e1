using System.Collections.Concurrent;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Time;
using GridDesk.Notices.Providers;
using Microsoft.Extensions.DependencyInjection;

namespace GridDesk.Notices.Routing;

/// <summary>
/// No provider gets more messages a second than it may, from all processes together. The database gives turns away, a quarter of a second
/// of them at a time; a turn that nobody took in time is lost, so that it never makes a crowd later.
/// </summary>
internal sealed class Pace(IServiceScopeFactory scopes, IClock clock)
{
    private readonly ConcurrentDictionary<string, Turns> _of = [];

    /// <summary>Returns when it is this process's turn.</summary>
    public async Task WaitAsync(IMessageProvider provider, CancellationToken cancel)
    {
        if (provider.PerSecond is { } perSecond)
        {
            var turn = await _of.GetOrAdd(provider.Name, _ => new()).NextAsync(at => ReserveAsync(provider.Name, perSecond, at, cancel), clock, cancel);
            if (turn - clock.Now() is var wait && wait > Duration.Zero)
            {
                await Task.Delay(wait.ToTimeSpan(), cancel);
            }
        }
    }

    /// <summary>Takes the next turns that nobody has, one after another at the provider's pace.</summary>
    internal async Task<IEnumerable<Instant>> ReserveAsync(string provider, double perSecond, Instant now, CancellationToken cancel)
    {
        var (count, step) = (Math.Max(1, (int)(perSecond / 4)), (long)Math.Ceiling(1e6 / perSecond));
        var (at, length) = (Micros(now), count * step);
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<OfficeDb>();
        var until = await db.CommitAsync(async () =>
        {
            await db.Database.ExecuteSqlAsync($"INSERT INTO message_turns (provider, next_at) VALUES ({provider}, {at}) ON CONFLICT (provider) DO NOTHING", cancel);
            return (await db.ProviderTurns.FromSql($"UPDATE message_turns SET next_at = CASE WHEN next_at > {at} THEN next_at ELSE {at} END + {length} WHERE provider = {provider} RETURNING *").AsNoTracking().ToListAsync(cancel)).Single().NextAt;
        }, cancel);
        return Enumerable.Range(0, count).Select(n => Instant.FromUnixTimeTicks((until - length + n * step) * 10));
    }

    private static long Micros(Instant at) => at.ToUnixTimeTicks() / 10;

    private sealed class Turns
    {
        private static readonly Duration InTime = Duration.FromMilliseconds(100);

        private readonly SemaphoreSlim _one = new(1, 1);
        private readonly Queue<Instant> _left = [];

        public async Task<Instant> NextAsync(Func<Instant, Task<IEnumerable<Instant>>> reserve, IClock clock, CancellationToken cancel)
        {
            await _one.WaitAsync(cancel);
            try
            {
                while (_left.TryDequeue(out var turn))
                {
                    if (turn > clock.Now() - InTime)
                    {
                        return turn;
                    }
                }

                foreach (var turn in await reserve(clock.Now()))
                {
                    _left.Enqueue(turn);
                }

                return _left.Dequeue();
            }
            finally
            {
                _one.Release();
            }
        }
    }
}
