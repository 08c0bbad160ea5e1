using GridDesk.Kernel.Events;

namespace GridDesk.Kernel.Indicators;

/// <summary>
/// Whose work a row was: that of the department that its event names; else of the one that its subject stood with at that moment;
/// else of the one in which whoever did it worked then; else nobody's. A function of what happened and nothing else.
/// </summary>
internal sealed class WhoseWork
{
    private const int None = -1;

    // Of each subject the last one's place; each knows the one before it. Of a busy half-year lists would take four times as much.
    private readonly Dictionary<string, int> _last = [];
    private readonly HashSet<string> _known = [];
    private List<Stand> _stood = [];

    private readonly record struct Stand(long Since, int Version, int Before, string Department);

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

    /// <summary>What happened in a period and named a department, one kind after another; of what was before it nothing is said.</summary>
    public async Task LearnPeriodAsync(IEnumerable<IAsyncEnumerable<Happening>> named)
    {
        KnowsPeriod = true;
        foreach (var kind in named)
        {
            await foreach (var h in kind)
            {
                Add(h);
            }

            HeldMemory.GiveBack();
        }

        ForgetWhatSaysTheSame();
    }

    /// <summary>Everything that ever happened to some subjects and named a department.</summary>
    public void Learn(IReadOnlyCollection<string> subjects, IEnumerable<Happening> named)
    {
        foreach (var subject in subjects)
        {
            _last.Remove(subject);
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

        // Most come in order.
        var since = h.HappenedAt.ToUnixTimeTicks();
        var (after, before) = (None, _last.GetValueOrDefault(h.Subject, None));
        while (before != None && (_stood[before].Since, _stood[before].Version).CompareTo((since, h.Version)) > 0)
        {
            (after, before) = (before, _stood[before].Before);
        }

        _stood.Add(new(since, h.Version, before, department));
        if (after == None)
        {
            _last[h.Subject] = _stood.Count - 1;
        }
        else
        {
            _stood[after] = _stood[after] with { Before = _stood.Count - 1 };
        }
    }

    // Most steps are taken in the department that had the one before. Known only in the end, for what was keyed in late may stand between.
    private void ForgetWhatSaysTheSame()
    {
        List<Stand> left = [];
        foreach (var subject in _last.Keys.ToList())
        {
            var after = None;
            for (var at = _last[subject]; at != None; at = _stood[at].Before)
            {
                if (_stood[at] is var stood && stood.Before != None && _stood[stood.Before].Department == stood.Department)
                {
                    continue;
                }

                left.Add(stood with { Before = None });
                if (after == None)
                {
                    _last[subject] = left.Count - 1;
                }
                else
                {
                    left[after] = left[after] with { Before = left.Count - 1 };
                }

                after = left.Count - 1;
            }
        }

        _stood = left;
        _stood.TrimExcess();
    }

    private static string? Named(Happening work) => (work.Event as INamesDepartment)?.Department;

    private string? StoodWith(string key, Instant at)
    {
        for (var last = _last.GetValueOrDefault(key, None); last != None; last = _stood[last].Before)
        {
            if (_stood[last].Since <= at.ToUnixTimeTicks())
            {
                return _stood[last].Department;
            }
        }

        return null;
    }
}
