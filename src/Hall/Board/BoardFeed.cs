using System.Collections.Concurrent;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace GridDesk.Hall.Board;

/// <summary>
/// Tells every board of a site what is new. However many boards there are, each process looks once; whoever comes back after the line was
/// cut gets the present state, for a board needs no more.
/// </summary>
internal sealed class BoardFeed(IServiceScopeFactory scopes, ILogger<BoardFeed> log)
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(150);

    // A board that hears nothing for longer says so; its line may be cut.
    private static readonly TimeSpan SayAnyway = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<string, Site> _sites = [];

    public async IAsyncEnumerable<SseItem<BoardState>> FollowAsync(string site, [EnumeratorCancellation] CancellationToken cancel)
    {
        var heard = Channel.CreateBounded<BoardState>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });
        var followed = _sites.GetOrAdd(site, name => new(name));
        followed.Listen(heard.Writer, LookAsync);
        try
        {
            await foreach (var state in heard.Reader.ReadAllAsync(cancel))
            {
                yield return new(state, "board") { EventId = state.Id };
            }
        }
        finally
        {
            followed.Leave(heard.Writer);
        }
    }

    // Null while the state that is known still holds, and also when the database is away: the boards see it by the age of their data.
    private async Task<BoardState?> LookAsync(string site, string? known)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            return await scope.ServiceProvider.GetRequiredService<BoardReading>().ReadAsync(site, known, CancellationToken.None);
        }
        catch (Exception problem)
        {
            log.LogWarning(problem, "The board of {Site} could not be read; it is read again", site);
            return null;
        }
    }

    private sealed class Site(string name)
    {
        private readonly Lock _lock = new();
        private readonly HashSet<ChannelWriter<BoardState>> _listeners = [];
        private Task _looking = Task.CompletedTask;
        private BoardState? _last;

        public void Listen(ChannelWriter<BoardState> listener, Func<string, string?, Task<BoardState?>> look)
        {
            lock (_lock)
            {
                _listeners.Add(listener);
                if (_last is { } last)
                {
                    listener.TryWrite(last);
                }

                if (_looking.IsCompleted)
                {
                    _looking = Task.Run(() => LookOnAsync(look));
                }
            }
        }

        public void Leave(ChannelWriter<BoardState> listener)
        {
            lock (_lock)
            {
                _listeners.Remove(listener);
            }
        }

        private async Task LookOnAsync(Func<string, string?, Task<BoardState?>> look)
        {
            var said = TimeSpan.Zero;
            while (true)
            {
                lock (_lock)
                {
                    if (_listeners.Count == 0)
                    {
                        (_looking, _last) = (Task.CompletedTask, null);
                        return;
                    }
                }

                if (await look(name, said >= SayAnyway ? null : _last?.Id) is { } state)
                {
                    lock (_lock)
                    {
                        (said, _last) = (TimeSpan.Zero, state);
                        foreach (var listener in _listeners)
                        {
                            listener.TryWrite(state);
                        }
                    }
                }

                await Task.Delay(LookAgain);
                said += LookAgain;
            }
        }
    }
}
