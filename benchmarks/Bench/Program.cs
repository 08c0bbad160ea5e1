using GridDesk.Bench;
using GridDesk.Bench.Desk;
using GridDesk.Bench.Hall;
using GridDesk.Bench.Notices;
using GridDesk.Bench.Plan;

// Every figure stands beside its yardstick of the same run: ratios travel between machines, milliseconds do not.
var minutes = args is ["soak", "--minutes", var given] ? int.Parse(given, null) : 0;
var postgres = Environment.GetEnvironmentVariable("GRIDDESK_BENCH_POSTGRES");

if (minutes > 0)
{
    await Soak.RunAsync(TimeSpan.FromMinutes(minutes));
    return;
}

if (args is [("desk" or "plan") and var which, .. var wanted])
{
    int[] sizes = wanted.Length > 0 ? [.. wanted.Select(size => int.Parse(size, null))] : [100_000, 1_000_000];
    Func<string?, IReadOnlyList<int>, Task> measure = which == "desk" ? DeskPages.RunAsync : Rounds.RunAsync;
    await measure(null, sizes);
    if (postgres is not null)
    {
        await measure(postgres, sizes);
    }

    return;
}

if (args is ["hall", .. var many])
{
    var tickets = many is [var size] ? int.Parse(size, null) : 100_000;
    foreach (var store in (string?[])(postgres is null ? [null] : [null, postgres]))
    {
        await BusyMorning.RunAsync(store);
        await ManyBoards.RunAsync(store);
        await Storm.RunAsync(store, tickets);
    }

    return;
}

if (args is ["notices"])
{
    await Sending.RunAsync(null);
    if (postgres is not null)
    {
        await Sending.RunAsync(postgres);
    }

    return;
}

await Accepting.RunAsync(null);
if (postgres is null)
{
    Console.WriteLine("PostgreSQL: not measured; ./bench starts one where it is installed.");
}
else
{
    await Accepting.RunAsync(postgres);
}

await Starting.RunAsync();
Ranges.Run();
