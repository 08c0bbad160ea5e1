using System.Diagnostics;

namespace GridDesk.Bench;

/// <summary>A long day: pages and requests at a steady rate; memory halfway and at the end must agree within 5 %.</summary>
internal static class Soak
{
    public static async Task RunAsync(TimeSpan time)
    {
        await using var office = await Office.OpenAsync(null, "--demo", "--demo-password", "the-office-opens-at-8");
        string[] pages = ["/", "/services/XFER", "/track", "/plan", "/apply/READ"];
        var watch = Stopwatch.StartNew();
        double? halfway = null;
        for (var i = 0; watch.Elapsed < time; i++)
        {
            await office.Http.GetAsync(pages[i % pages.Length]);
            if (i % 5 == 0)
            {
                await office.AcceptAsync();
            }

            await Task.Delay(20);
            halfway ??= watch.Elapsed > time / 2 ? await HeapAsync(office) : null;
        }

        var end = await HeapAsync(office);
        Console.WriteLine($"Heap after collection: {halfway:F1} MB at {time.TotalMinutes / 2:F0} min, {end:F1} MB at {time.TotalMinutes:F0} min; ratio {end / halfway:F3} (0.95 to 1.05)");
    }

    // The program collects and says how much is left when it is asked by a local client with the diagnostics switch on.
    private static async Task<double> HeapAsync(Office office) =>
        double.Parse(await office.Http.GetStringAsync("/healthz/heap"), System.Globalization.CultureInfo.InvariantCulture);
}
