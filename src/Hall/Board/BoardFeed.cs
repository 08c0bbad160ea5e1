using System.Collections.Concurrent;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using GridDesk.Hall.Wait;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Pack;
using Microsoft.Extensions.DependencyInjection;

namespace GridDesk.Hall.Board;

/// <summary>
/// Tells every board of a site what is new. However many boards there are, each process looks once; whoever comes back after the line was
/// cut gets the present state, for a board needs no more.
/// </summary>
internal sealed class BoardFeed(IServiceScopeFactory scopes)
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

    private async Task<BoardState> LookAsync(string site)
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        return await BoardState.ReadAsync(services.GetRequiredService<OfficeDb>(), services.GetRequiredService<HallState>(), services.GetRequiredService<PackInForce>(), site, CancellationToken.None);
    }

    private sealed class Site(string name)
    {
        private readonly Lock _lock = new();
        private readonly HashSet<ChannelWriter<BoardState>> _listeners = [];
        private Task _looking = Task.CompletedTask;
        private BoardState? _last;

        public void Listen(ChannelWriter<BoardState> listener, Func<string, Task<BoardState>> look)
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

        private async Task LookOnAsync(Func<string, Task<BoardState>> look)
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

                try
                {
                    var state = await look(name);
                    lock (_lock)
                    {
                        if (state.Id != _last?.Id || said >= SayAnyway)
                        {
                            (said, _last) = (TimeSpan.Zero, state);
                            foreach (var listener in _listeners)
                            {
                                listener.TryWrite(state);
                            }
                        }
                    }
                }
                catch (Exception)
                {
                    // The database is away for a moment: the boards see by the age of their data, and the next look tells.
                }

                await Task.Delay(LookAgain);
                said += LookAgain;
            }
        }
    }
}
