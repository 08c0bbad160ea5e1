using GridDesk.Kernel.Events;

namespace GridDesk.Kernel.Indicators;

/// <summary>
/// Whose work a row was: that of the department that its event names; else of the one that its subject stood with at that moment;
/// else of the one in which whoever did it worked then; else nobody's. A function of what happened and nothing else.
/// </summary>
internal sealed class WhoseWork
{
    private readonly Dictionary<string, IReadOnlyList<(Instant Since, string Department)>> _stood = [];

    /// <summary>The keys of subjects and people that have to be known to say whose work the rows were, and are not yet.</summary>
    public IReadOnlyList<string> Asked(IEnumerable<EvidenceRow> rows) =>
        [.. rows.SelectMany(row => row.Work is { } work && Named(work) is null ? Keys(row, work) : []).Where(key => key.Contains(':') && !_stood.ContainsKey(key)).Distinct().Order(StringComparer.Ordinal)];

    /// <param name="subjects">Keys of whom all is told now.</param>
    /// <param name="named">What happened to them and named a department, in order of time.</param>
    public void Learn(IEnumerable<string> subjects, IEnumerable<Happening> named)
    {
        var of = named.ToLookup(h => h.Subject);
        foreach (var subject in subjects)
        {
            _stood[subject] = [.. of[subject].Where(h => Named(h) is not null).Select(h => (h.HappenedAt, Named(h)!))];
        }
    }

    /// <summary>The code of the department as it was then.</summary>
    public string? Of(EvidenceRow row) => row.Work is not { } work ? null
        : Named(work) ?? Keys(row, work).Select(key => StoodWith(key, work.HappenedAt)).FirstOrDefault(department => department is not null);

    private static string[] Keys(EvidenceRow row, Happening work) => [row.Subject, work.Subject, work.By];

    private static string? Named(Happening work) => (work.Event as INamesDepartment)?.Department;

    private string? StoodWith(string key, Instant at) => _stood.GetValueOrDefault(key)?.Where(stood => stood.Since <= at).Select(stood => stood.Department).LastOrDefault();
}
