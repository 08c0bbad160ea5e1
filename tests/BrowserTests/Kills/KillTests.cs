using GridDesk.BrowserTests.Infrastructure;

namespace GridDesk.BrowserTests.Kills;

/// <summary>Whatever is killed, and whenever: nothing acknowledged is lost, no number is given twice, and the journal verifies.</summary>
public sealed class KillTests
{
    private static readonly int Times = Environment.GetEnvironmentVariable("GRIDDESK_LONG") == "1" ? 50 : 1;

    [Fact]
    public async Task A_killed_program_on_SQLite_loses_nothing_that_it_acknowledged()
    {
        await using var office = await RunningOffice.OpenAsync(RunningOffice.NewFolder());
        var load = new Load(() => office.Http, () => office.Url);
        for (var i = 0; i < Times; i++)
        {
            await UnderLoadAsync(load, office.KillAsync);
            await office.StartAsync();
        }

        await load.CheckAsync();
        await VerifiesAsync(office);
    }

    [Fact]
    public async Task A_killed_program_beside_another_on_PostgreSQL_loses_nothing_that_it_acknowledged()
    {
        await using var cluster = await PostgresCluster.StartNewAsync();
        await using var one = await RunningOffice.OpenAsync(RunningOffice.NewFolder(), cluster.ConnectionString);
        await using var other = await RunningOffice.OpenAsync(RunningOffice.NewFolder(), cluster.ConnectionString);
        var turn = 0;
        var load = new Load(() => one.Http, () => Interlocked.Increment(ref turn) % 2 == 0 ? one.Url : other.Url);
        for (var i = 0; i < Times; i++)
        {
            var victim = i % 2 == 0 ? one : other;
            await UnderLoadAsync(load, victim.KillAsync);
            await victim.StartAsync();
        }

        await load.CheckAsync();
        await VerifiesAsync(one);
    }

    [Fact]
    public async Task A_database_that_stops_at_once_loses_nothing_that_was_acknowledged()
    {
        await using var cluster = await PostgresCluster.StartNewAsync();
        await using var one = await RunningOffice.OpenAsync(RunningOffice.NewFolder(), cluster.ConnectionString);
        await using var other = await RunningOffice.OpenAsync(RunningOffice.NewFolder(), cluster.ConnectionString);
        var turn = 0;
        var load = new Load(() => one.Http, () => Interlocked.Increment(ref turn) % 2 == 0 ? one.Url : other.Url);
        for (var i = 0; i < Times; i++)
        {
            await UnderLoadAsync(load, cluster.StopAtOnceAsync);
            await cluster.StartAsync();
        }

        await load.CheckAsync();
        await VerifiesAsync(other);
    }

    // The kill comes at a random moment while customers apply; they go on a little afterwards, into the void.
    internal static async Task UnderLoadAsync(Load load, Func<Task> kill)
    {
        using var stop = new CancellationTokenSource();
        var before = load.Acknowledged.Count;
        var customers = load.RunAsync(8, stop.Token);
        await load.UntilAsync(before + 1);
        await Task.Delay(Random.Shared.Next(500, 2500), CancellationToken.None);
        await kill();
        await Task.Delay(200, CancellationToken.None);
        await stop.CancelAsync();
        await customers;
    }

    private static async Task VerifiesAsync(RunningOffice office)
    {
        var (code, text) = await office.SayAsync("verify");
        code.ShouldBe(0, text);
        text.ShouldContain("0 faults");
    }
}
