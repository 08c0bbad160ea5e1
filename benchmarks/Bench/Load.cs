using System.Diagnostics;

namespace GridDesk.Bench;

/// <summary>People who come when they come, whether or not the one before them was served.</summary>
internal static class Load
{
    /// <summary>Does something at its times, and gives the milliseconds of each from when it was due.</summary>
    public static async Task<double[]> OpenLoopAsync(Func<Task> act, int perSecond, TimeSpan time)
    {
        var watch = Stopwatch.StartNew();
        var sent = new List<Task<double>>();
        for (var i = 0; i < perSecond * time.TotalSeconds; i++)
        {
            var due = TimeSpan.FromSeconds(i / (double)perSecond);
            if (due > watch.Elapsed)
            {
                await Task.Delay(due - watch.Elapsed);
            }

            sent.Add(Task.Run(async () =>
            {
                await act();
                return (watch.Elapsed - due).TotalMilliseconds;
            }));
        }

        return await Task.WhenAll(sent);
    }

    public static double Percentile(double[] values, int percent) => values.Order().ElementAt((int)Math.Ceiling(percent / 100.0 * values.Length) - 1);
}
