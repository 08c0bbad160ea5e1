using System.Diagnostics;

namespace GridDesk.Bench;

/// <summary>What it takes to start, and what it holds after a morning of pages.</summary>
internal static class Starting
{
    public static async Task RunAsync()
    {
        double ours = 0, bare = 0;
        for (var i = 0; i < 3; i++)
        {
            await using var office = await Office.OpenAsync(null);
            ours += office.Used().CpuSeconds / 3;
            bare += await BareAsync() / 3;
        }

        Console.WriteLine($"Starting: {ours:F2} s of CPU; a bare Razor and EF Core program with as many tables {bare:F2} s; ratio {ours / bare:F2} (at most 2)");

        await using var morning = await Office.OpenAsync(null, "--demo", "--demo-password", "the-office-opens-at-8");
        string[] pages = ["/", "/services", "/services/XFER", "/en/services/READ", "/track", "/plan", "/api/services", "/api/services/NEW-LV", "/apply/XFER", "/en/plan"];
        for (var i = 0; i < 1000; i++)
        {
            await morning.Http.GetAsync(pages[i % pages.Length]);
        }

        Console.WriteLine($"Resident memory after 1,000 mixed pages: {morning.Used().ResidentBytes / 1024 / 1024} MB (at most 350)");
    }

    private static async Task<double> BareAsync()
    {
        var start = new ProcessStartInfo("dotnet", Path.Combine(Office.Home, "benchmarks/Bare/bin/Release/net10.0/GridDesk.Bare.dll")) { RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        await process.StandardOutput.ReadLineAsync(); // says when it serves
        process.Refresh();
        var used = process.TotalProcessorTime.TotalSeconds;
        process.Kill();
        await process.WaitForExitAsync();
        return used;
    }
}
