namespace GridDesk.Bench.Hall;

/// <summary>
/// Counts the calls that passed somebody over: whose turn was earlier, who stood in a line that the counter serves, who had the ticket in
/// hand before the counter pressed and was called by nobody until it was answered.
/// </summary>
internal static class Overtaking
{
    // As the pack has them: the quick counter, the senior one, the consultation room; all others serve every line.
    private static IReadOnlyList<string> Lines(int counter) => counter switch { 1 => ["Quick"], 5 => [], _ => ["Ordinary", "Senior", "Quick"] };

    public static int Count(IReadOnlyList<Given> given, IReadOnlyList<Call> calls, IReadOnlyList<Stored> stored)
    {
        var byName = stored.ToDictionary(t => t.Name);
        var called = calls.ToLookup(c => c.Name);
        var ranks = stored.OrderBy(t => t.Turn).Select((t, rank) => (t.Name, rank)).ToDictionary(t => t.Name, t => t.rank);
        var lines = stored.Select(t => t.Kind).Distinct().ToDictionary(kind => kind, _ => new Latest(stored.Count));
        var (waiting, overtaking) = (new Queue<Given>(given.OrderBy(g => g.At)), 0);
        foreach (var call in calls.OrderBy(c => c.Began))
        {
            while (waiting.TryPeek(out var next) && next.At < call.Began)
            {
                waiting.Dequeue();
                lines[byName[next.Name].Kind].Set(ranks[next.Name], called[next.Name].Select(c => c.Began).DefaultIfEmpty(TimeSpan.MaxValue).First());
            }

            if (Lines(call.Counter).Any(line => lines.TryGetValue(line, out var latest) && latest.Before(ranks[call.Name]) > call.Ended))
            {
                overtaking++;
            }
        }

        return overtaking;
    }

    // Until when the last of those before a rank waited (a binary indexed tree of the greatest).
    private sealed class Latest(int ranks)
    {
        private readonly TimeSpan[] _until = new TimeSpan[ranks + 1];

        public void Set(int rank, TimeSpan until)
        {
            for (var place = rank + 1; place < _until.Length; place += place & -place)
            {
                _until[place] = until > _until[place] ? until : _until[place];
            }
        }

        public TimeSpan Before(int rank)
        {
            var latest = TimeSpan.Zero;
            for (var place = rank; place > 0; place -= place & -place)
            {
                latest = _until[place] > latest ? _until[place] : latest;
            }

            return latest;
        }
    }
}
