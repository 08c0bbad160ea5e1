using GridDesk.BrowserTests.Infrastructure;
using GridDesk.Tests.Notices;
using Npgsql;

namespace GridDesk.BrowserTests.Kills;

/// <summary>Whichever of two processes is killed, and whenever: what customers were promised by mail leaves, and what leaves twice says so.</summary>
public sealed class SendingKillTests
{
    private static readonly int Times = Environment.GetEnvironmentVariable("GRIDDESK_LONG") == "1" ? 100 : 1;

    // A delivery is held for two minutes by whoever took it; the other process needs a moment to see that it is free.
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task Two_senders_on_PostgreSQL_of_which_one_is_killed_lose_no_message()
    {
        await using var server = new MailServer();
        await using var cluster = await PostgresCluster.StartNewAsync();
        var settings = new Dictionary<string, string> { ["GRIDDESK_SMTP_1"] = server.Address, ["GRIDDESK_MAIL_FROM"] = "office@example.org" };
        await using var one = await RunningOffice.OpenAsync(RunningOffice.NewFolder(), cluster.ConnectionString, settings);
        await using var other = await RunningOffice.OpenAsync(RunningOffice.NewFolder(), cluster.ConnectionString, settings);
        var turn = 0;
        var load = new Load(() => one.Http, () => Interlocked.Increment(ref turn) % 2 == 0 ? one.Url : other.Url, withMail: true);
        for (var i = 0; i < Times; i++)
        {
            var victim = Random.Shared.Next(2) == 0 ? one : other;
            await KillTests.UnderLoadAsync(load, victim.KillAsync);
            await victim.StartAsync();
        }

        var promised = load.Acknowledged.Select(a => Load.MailOf(a.Key)).ToHashSet();
        for (var waited = TimeSpan.Zero; waited < Lease + Moment && promised.Except(server.Taken.Select(m => m.To)).Any(); waited += TimeSpan.FromSeconds(1))
        {
            await Task.Delay(1000, CancellationToken.None);
        }

        var taken = server.Taken.ToLookup(m => m.To);
        promised.Where(to => !taken.Contains(to)).ShouldBeEmpty("none is lost");
        taken.ShouldAllBe(of => of.Select(m => m.Id).Distinct().Count() == 1, "a duplicate carries the same id");
        var takenOver = await TakenOverAsync(cluster);
        var waits = load.Acknowledged.Select(a => (To: Load.MailOf(a.Key), Wait: taken[Load.MailOf(a.Key)].Min(m => m.At) - a.At)).ToList();
        waits.ShouldAllBe(one => one.Wait < takenOver[one.To] * Lease + Moment, "whoever takes over does so within the lease, each time");
        var late = waits.Max(one => one.Wait);
        TestContext.Current.SendDiagnosticMessage($"{promised.Count} messages, {taken.Sum(of => of.Count() - 1)} of them twice, the latest after {late.TotalSeconds:F0} s");
    }

    // A message is written by one delivery and handed over by another; how often each was taken again after its first time.
    private static async Task<Dictionary<string, int>> TakenOverAsync(PostgresCluster cluster)
    {
        await using var connection = new NpgsqlConnection(cluster.ConnectionString);
        await connection.OpenAsync();
        Dictionary<string, int> again = [];
        await using (var command = new NpgsqlCommand("SELECT lane, SUM(fence - 1)::int FROM deliveries WHERE fence > 1 GROUP BY lane", connection))
        await using (var rows = await command.ExecuteReaderAsync())
        {
            while (await rows.ReadAsync())
            {
                again[rows.GetString(0)] = rows.GetInt32(1);
            }
        }

        Dictionary<string, int> times = [];
        await using (var command = new NpgsqlCommand("SELECT \"to\", about FROM messages", connection))
        await using (var rows = await command.ExecuteReaderAsync())
        {
            while (await rows.ReadAsync())
            {
                var about = rows.GetString(1);
                times[rows.GetString(0)] = times.GetValueOrDefault(rows.GetString(0)) + again.GetValueOrDefault($"{about}|TellAcceptance") + again.GetValueOrDefault($"messages:{about.Replace(':', '-')}:email|SendMessage");
            }
        }

        return times;
    }
}
