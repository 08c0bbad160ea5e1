using System.Diagnostics;
using GridDesk.Tests.Notices;

namespace GridDesk.Bench.Notices;

/// <summary>
/// Messages that leave: each is caused by a request that a customer files over HTTP while they are sent, saved, handed to a mail server on
/// this machine and saved again; beside a mail program that sends the same and saves nothing.
/// </summary>
internal static class Sending
{
    private const int Messages = 10_000;
    private const int Connections = 8;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    public static async Task RunAsync(string? postgres)
    {
        var name = postgres is null ? "SQLite" : "PostgreSQL";
        await using var server = new MailServer();
        var bare = await BareMail.RateAsync(server.Address, Connections, 4000);
        await using (var office = await OpenAsync(postgres, server))
        {
            var (rate, cpu) = await ThroughputAsync(office, server);
            Console.WriteLine($"Sending, {name}: {Messages:#,0} messages at {rate:F0}/s, from the first request filed to the last mail taken; a mail program that saves nothing {bare:F0}/s; ratio {rate / bare:F2}; {cpu:F2} ms of CPU each, with the request");
            Console.WriteLine($"  {Messages:#,0} that waited until the server took mail again: {await DrainAsync(office, server):F0}/s from the first to the last (at least 200)");
            var late = await OpenLoopAsync(office, server, perSecond: 20, TimeSpan.FromSeconds(60));
            Console.WriteLine($"  at 20/s open loop, from the acceptance to the mail taken: p50 {Load.Percentile(late, 50):F0} ms, p99 {Load.Percentile(late, 99):F0} ms (at most 5000), max {late.Max():F0} ms");
        }

        await using var paced = await OpenAsync(postgres, server, ("GRIDDESK_SMTP_1_PER_SECOND", "40"));
        await SilenceAsync(paced, server);
    }

    private static async Task<Office> OpenAsync(string? postgres, MailServer server, params (string, string)[] more) =>
        await Office.OpenAsync(postgres is null ? null : await Office.NewDatabaseAsync(postgres), [("GRIDDESK_SMTP_1", server.Address), ("GRIDDESK_MAIL_FROM", "office@example.org"), .. more]);

    private static async Task<(double Rate, double Cpu)> ThroughputAsync(Office office, MailServer server)
    {
        await FileAsync(office, 500, "warm"); // until the compiler has nothing left to do
        await UntilAsync(server, "warm", 500);
        var (before, watch) = (office.Used().CpuSeconds, Stopwatch.StartNew());
        await FileAsync(office, Messages, "many");
        await UntilAsync(server, "many", Messages);
        return (Messages / watch.Elapsed.TotalSeconds, (office.Used().CpuSeconds - before) / Messages * 1000);
    }

    // What sending alone costs: nobody files anything meanwhile.
    private static async Task<double> DrainAsync(Office office, MailServer server)
    {
        server.ToReceiver = null;
        await FileAsync(office, Messages, "waiting");
        await UntilIdleAsync(office);
        server.ToReceiver = "250 OK";
        await UntilAsync(server, "waiting", Messages);
        var taken = server.Taken.Where(m => m.To.StartsWith("waiting", StringComparison.Ordinal)).Select(m => m.At).Order().ToList();
        return taken.Count / (taken[^1] - taken[0]).TotalSeconds;
    }

    private static async Task UntilIdleAsync(Office office)
    {
        for (var (used, before) = (double.MaxValue, office.Used().CpuSeconds); used > 0.2; before += used)
        {
            await Task.Delay(TimeSpan.FromSeconds(2));
            used = office.Used().CpuSeconds - before;
        }
    }

    // From the answer to the customer, not from when the request was due: a slow machine that accepts late is another figure.
    private static async Task<double[]> OpenLoopAsync(Office office, MailServer server, int perSecond, TimeSpan time)
    {
        var accepted = new System.Collections.Concurrent.ConcurrentDictionary<string, DateTime>();
        var number = 0;
        await Load.OpenLoopAsync(async () =>
        {
            var to = $"steady{Interlocked.Increment(ref number)}@example.org";
            await office.AcceptAsync(to);
            accepted[to] = DateTime.UtcNow;
        }, perSecond, time);
        await UntilAsync(server, "steady", number);
        return [.. server.Taken.Where(m => accepted.ContainsKey(m.To)).Select(m => (m.At - accepted[m.To]).TotalMilliseconds)];
    }

    // The server refuses everybody for a while, as one does that is being repaired; then it takes mail again.
    private static async Task SilenceAsync(Office office, MailServer server)
    {
        const int Waiting = 2000;
        server.ToReceiver = null;
        await FileAsync(office, Waiting, "silent");
        await Task.Delay(TimeSpan.FromSeconds(60));
        server.ToReceiver = "250 OK";
        await UntilAsync(server, "silent", Waiting);
        var taken = server.Taken.Where(m => m.To.StartsWith("silent", StringComparison.Ordinal)).Select(m => m.At).Order().ToList();
        var most = taken.Index().Max(one => taken.Skip(one.Index).TakeWhile(at => at - one.Item <= TimeSpan.FromSeconds(5)).Count()) / 5.0;
        Console.WriteLine($"  after a minute of silence {taken.Count:#,0} of {Waiting:#,0} caught up in {(taken[^1] - taken[0]).TotalSeconds:F0} s, at most {most:F1}/s over five seconds (the provider allows 40)");
    }

    private static async Task FileAsync(Office office, int count, string name)
    {
        var next = 0;
        await Task.WhenAll(Enumerable.Range(0, 16).Select(async _ =>
        {
            while (Interlocked.Increment(ref next) is var n && n <= count)
            {
                await office.AcceptAsync($"{name}{n}@example.org");
            }
        }));
    }

    private static async Task UntilAsync(MailServer server, string name, int count)
    {
        var watch = Stopwatch.StartNew();
        while (server.Taken.Where(m => m.To.StartsWith(name, StringComparison.Ordinal)).Select(m => m.To).Distinct().Count() < count)
        {
            if (watch.Elapsed > Patience)
            {
                throw new InvalidOperationException($"Not all of the {count} mails '{name}' came within {Patience.TotalMinutes} minutes");
            }

            await Task.Delay(250);
        }
    }
}
