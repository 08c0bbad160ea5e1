namespace GridDesk.Kernel.Indicators;

/// <summary>Left to itself the collector takes memory for what is read next beside what was read last; whoever reads very much tells it in between.</summary>
internal static class HeldMemory
{
    private const long Much = 24 * 1024 * 1024;
    private const int Many = 200_000;

    private static long _after;
    private static int _letGo;

    /// <summary>What nobody holds any more goes back to the machine, once it is much.</summary>
    /// <param name="letGo">How many things nobody holds any more since the last time: in their place as many can be read without that more is taken.</param>
    public static void GiveBack(int letGo = 0)
    {
        if (Interlocked.Add(ref _letGo, letGo) > Many || GC.GetGCMemoryInfo().TotalCommittedBytes - Interlocked.Read(ref _after) > Much)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            Interlocked.Exchange(ref _after, GC.GetGCMemoryInfo().TotalCommittedBytes);
            Interlocked.Exchange(ref _letGo, 0);
        }
    }
}
