using System.Collections.Concurrent;
using System.Diagnostics;

namespace GridDesk.Bench.Hall;

/// <summary>Five hundred screens follow the hall, before two processes where the store allows it; measured from the moment at which a counter presses until each of them was told.</summary>
internal static class ManyBoards
{
    private const int Boards = 500;
    private const int Changes = 60;

    public static async Task RunAsync(string? postgres)
    {
        await using var hall = await BusyHall.OpenAsync(postgres, postgres is null ? 1 : 2);
        for (var i = 0; i < Changes + 10; i++)
        {
            await hall.TakeAsync(i, "ordinary");
        }

        var watch = Stopwatch.StartNew();
        ConcurrentDictionary<string, TimeSpan> pressed = [];
        ConcurrentBag<double> times = [];
        using var stop = new CancellationTokenSource();
        using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 2 * Boards }) { Timeout = Timeout.InfiniteTimeSpan };
        var following = Enumerable.Range(0, Boards).Select(FollowAsync).ToList();
        await Task.Delay(TimeSpan.FromSeconds(5));
        for (var change = 0; change < Changes + 5; change++)
        {
            if (change == 5)
            {
                times.Clear(); // the compiler has nothing left to do
            }

            var (counter, began) = (6 + change % (BusyHall.Counters - 5), watch.Elapsed);
            var name = (await hall.NextAsync(counter))!;
            pressed[name] = began;
            await Task.Delay(TimeSpan.FromMilliseconds(400 + Random.Shared.Next(200)));
            await hall.FinishAsync(counter);
            await Task.Delay(TimeSpan.FromMilliseconds(400));
        }

        await stop.CancelAsync();
        await Task.WhenAll(following);
        var told = times.ToArray();
        Console.WriteLine($"Hall, {hall.Name}, {Boards} boards: a call is on the screen after p50 {Load.Percentile(told, 50):F0} ms, p99 {Load.Percentile(told, 99):F0} ms (at most 250), max {told.Max():F0} ms; {told.Length:N0} of {Boards * Changes:N0} told");

        async Task FollowAsync(int board)
        {
            HashSet<string> seen = [];
            try
            {
                using var answer = await http.GetAsync(new Uri(hall.Address(board), "/api/hall/centre/board/stream"), HttpCompletionOption.ResponseHeadersRead, stop.Token);
                using var lines = new StreamReader(await answer.EnsureSuccessStatusCode().Content.ReadAsStreamAsync(stop.Token));
                while (await lines.ReadLineAsync(stop.Token) is { } line)
                {
                    if (line.StartsWith("data:", StringComparison.Ordinal))
                    {
                        var at = watch.Elapsed;
                        await Heard(line, at);
                    }
                }
            }
            catch (OperationCanceledException)
            {
                // The morning is over.
            }

            // The board may be told before the counter is answered.
            async Task Heard(string line, TimeSpan at)
            {
                foreach (var name in Names(line).Where(seen.Add))
                {
                    for (var tries = 0; !pressed.ContainsKey(name) && tries < 50; tries++)
                    {
                        await Task.Delay(10, stop.Token);
                    }

                    if (pressed.TryGetValue(name, out var began))
                    {
                        times.Add((at - began).TotalMilliseconds);
                    }
                }
            }
        }
    }

    // "calls":[{"ticket":"1007",…
    private static IEnumerable<string> Names(string line) => line.Split("\"ticket\":\"").Skip(1).Select(rest => rest[..rest.IndexOf('"', StringComparison.Ordinal)]);
}
