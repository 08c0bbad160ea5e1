namespace GridDesk.Kernel.Indicators;

/// <summary>Left to itself the collector takes memory for what is read next beside what was read last; whoever reads very much tells it in between.</summary>
internal static class HeldMemory
{
    private const long Much = 48 * 1024 * 1024;

    private static long _after;

    /// <summary>What nobody holds any more goes back to the machine, once it is much.</summary>
    public static void GiveBack()
    {
        if (GC.GetGCMemoryInfo().TotalCommittedBytes - Interlocked.Read(ref _after) > Much)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            Interlocked.Exchange(ref _after, GC.GetGCMemoryInfo().TotalCommittedBytes);
        }
    }
}
