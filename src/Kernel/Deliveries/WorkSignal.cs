using System.Collections.Concurrent;

namespace GridDesk.Kernel.Deliveries;

/// <summary>Wakes the workers of this process as soon as there is work; workers of other processes look every second.</summary>
public sealed class WorkSignal
{
    private readonly ConcurrentDictionary<string, SemaphoreSlim> _work = [];

    /// <param name="queue">Name of the queue that has work.</param>
    public void Raise(string queue)
    {
        var work = Of(queue);
        if (work.CurrentCount == 0)
        {
            try
            {
                work.Release();
            }
            catch (SemaphoreFullException)
            {
                // Somebody else raised it in between: the same news.
            }
        }
    }

    /// <summary>Whether there was news.</summary>
    internal async Task<bool> WaitAsync(string queue, TimeSpan atMost, CancellationToken cancel)
    {
        try
        {
            return await Of(queue).WaitAsync(atMost, cancel);
        }
        catch (OperationCanceledException)
        {
            return false; // the program is stopping
        }
    }

    private SemaphoreSlim Of(string queue) => _work.GetOrAdd(queue, _ => new(0, 1));
}
