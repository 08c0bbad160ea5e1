using GridDesk.Kernel.Events;

namespace GridDesk.Kernel.Indicators;

/// <summary>
/// Whose work a row was: that of the department that its event names; else of the one that its subject stood with at that moment;
/// else of the one in which whoever did it worked then; else nobody's. A function of what happened and nothing else.
/// </summary>
internal sealed class WhoseWork
{
    private readonly Dictionary<string, List<(Instant Since, int Version, string Department)>> _stood = [];
    private readonly HashSet<string> _known = [];

    /// <summary>The keys of subjects and people that have to be known to say whose work the rows were, and are not yet.</summary>
    public IReadOnlyList<string> Asked(IEnumerable<EvidenceRow> rows)
    {
        var asked = new HashSet<string>();
        foreach (var row in rows)
        {
            if (row.Work is { } work && Named(work) is null && StoodWith(row.Subject, work.HappenedAt) is null)
            {
                asked.Add(row.Subject);
                asked.Add(work.By);
            }
        }

        asked.ExceptWith(_known);
        return [.. asked.Where(key => key.Contains(':')).Order(StringComparer.Ordinal)];
    }

    public bool KnowsPeriod { get; private set; }

    /// <summary>What happened in a period and named a department; of what was before it nothing is said.</summary>
    public async Task LearnPeriodAsync(IAsyncEnumerable<Happening> named)
    {
        KnowsPeriod = true;
        await foreach (var h in named)
        {
            Add(h);
        }
    }

    /// <summary>Everything that ever happened to some subjects and named a department.</summary>
    public void Learn(IReadOnlyCollection<string> subjects, IEnumerable<Happening> named)
    {
        foreach (var subject in subjects)
        {
            _stood.Remove(subject);
        }

        _known.UnionWith(subjects);
        foreach (var h in named)
        {
            Add(h);
        }
    }

    /// <summary>The code of the department as it was then.</summary>
    public string? Of(EvidenceRow row) => row.Work is not { } work ? null : Named(work) ?? StoodWith(row.Subject, work.HappenedAt) ?? StoodWith(work.By, work.HappenedAt);

    private void Add(Happening h)
    {
        if (Named(h) is not { } department)
        {
            return;
        }

        // Few happen to one subject, and most come in order.
        var stood = _stood.TryGetValue(h.Subject, out var known) ? known : _stood[h.Subject] = new(2);
        var place = stood.Count;
        while (place > 0 && (stood[place - 1].Since > h.HappenedAt || (stood[place - 1].Since == h.HappenedAt && stood[place - 1].Version > h.Version)))
        {
            place--;
        }

        stood.Insert(place, (h.HappenedAt, h.Version, department));
    }

    private static string? Named(Happening work) => (work.Event as INamesDepartment)?.Department;

    private string? StoodWith(string key, Instant at)
    {
        var stood = _stood.GetValueOrDefault(key);
        for (var last = (stood?.Count ?? 0) - 1; last >= 0; last--)
        {
            if (stood![last].Since <= at)
            {
                return stood[last].Department;
            }
        }

        return null;
    }
}
