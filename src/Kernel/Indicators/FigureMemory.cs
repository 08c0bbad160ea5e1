using GridDesk.Kernel.Events;

namespace GridDesk.Kernel.Indicators;

/// <summary>
/// Figures without their rows as they were made last, for as long as nothing happened that they count. One reader makes them again;
/// whoever comes meanwhile is shown those from just before, so that however many come, the journal is read once.
/// </summary>
internal sealed class FigureMemory : IDisposable
{
    private const int AtMost = 12;

    private readonly SemaphoreSlim _one = new(1);
    private readonly Lock _change = new();
    private readonly OrderedDictionary<string, Made> _made = [];

    private sealed record Made(JournalState Journal, int Events, IReadOnlyList<IReadOnlyDictionary<string, Figure>> Figures);

    /// <param name="name">What they are figures of.</param>
    /// <param name="count">How many events they are read from; asked when anything happened in the office.</param>
    /// <param name="make">Asked when that changed.</param>
    public async Task<IReadOnlyList<IReadOnlyDictionary<string, Figure>>> ReadAsync(
        string name, EventLog events, Func<Task<int>> count, Func<Task<IReadOnlyList<IReadOnlyDictionary<string, Figure>>>> make, CancellationToken cancel)
    {
        var journal = await events.StateAsync(cancel);
        var before = Kept(name);
        if (before?.Journal == journal || !await _one.WaitAsync(before is null ? Timeout.Infinite : 0, cancel))
        {
            return before!.Figures;
        }

        try
        {
            // Before they are counted and read, so that what happens meanwhile is seen the next time.
            journal = await events.StateAsync(cancel);
            var last = Kept(name);
            if (last?.Journal != journal)
            {
                var many = await count();
                last = last?.Events == many ? last with { Journal = journal } : new(journal, many, await make());
                Keep(name, last);
            }

            return last.Figures;
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();

    private Made? Kept(string name)
    {
        lock (_change)
        {
            return _made.GetValueOrDefault(name);
        }
    }

    private void Keep(string name, Made made)
    {
        lock (_change)
        {
            _made.Remove(name);
            _made.Add(name, made);
            if (_made.Count > AtMost)
            {
                _made.RemoveAt(0);
            }
        }
    }
}
