using GridDesk.Bench;

// Every figure stands beside its yardstick of the same run: ratios travel between machines, milliseconds do not.
var minutes = args is ["soak", "--minutes", var given] ? int.Parse(given, null) : 0;
var postgres = Environment.GetEnvironmentVariable("GRIDDESK_BENCH_POSTGRES");

if (minutes > 0)
{
    await Soak.RunAsync(TimeSpan.FromMinutes(minutes));
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
