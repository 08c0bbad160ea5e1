using System.Runtime.CompilerServices;
using GridDesk.Kernel.Events;

namespace GridDesk.Kernel.Indicators;

public sealed partial class IndicatorCatalogue
{
    private const int SubjectsAtOnce = 500;

    // Of more it is sooner known what happened to all.
    private const int FewSubjects = 2000;

    /// <summary>The figures of several indicators, each with that of every department whose work its rows were, from one reading of the journal.</summary>
    /// <param name="knownAt">What was recorded later does not count.</param>
    public async Task<IReadOnlyDictionary<string, DividedFigure>> ReadByDepartmentAsync(
        IReadOnlyCollection<string> codes, Interval period, Instant knownAt, CancellationToken cancel = default)
    {
        var all = new OrderedDictionary<string, DividedFigure>();
        await foreach (var (indicator, figure) in EachByDepartmentAsync(codes, period, knownAt, cancel))
        {
            all.Add(indicator.Code, figure);
        }

        return all;
    }

    /// <summary>The same one after the other, in order of their codes: of a busy half-year all rows together fill a small machine.</summary>
    public async IAsyncEnumerable<(Indicator Indicator, DividedFigure Figure)> EachByDepartmentAsync(
        IReadOnlyCollection<string> codes, Interval period, Instant knownAt, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        var wanted = Wanted(codes);
        var (within, ever) = await StretchesAsync(wanted, [period], cancel);
        var events = new PeriodEvents(within, ever, period, h => h.RecordedAt <= knownAt);
        var whose = new WhoseWork();
        var lastDay = _pack.Calendar.Today(period.End - Duration.Epsilon);
        foreach (var indicator in wanted)
        {
            var figure = events.Read(indicator);
            await LearnAsync(whose, figure, within, period.End, knownAt, cancel);
            yield return (indicator, DividedFigure.Divide(figure, row => whose.Of(row) is { } code ? Now(code, lastDay) : null));
        }
    }

    // By the cases that the rows are of, so that it costs what the period costs, however long the office has worked.
    private async Task LearnAsync(WhoseWork whose, Figure figure, Stretch within, Instant until, Instant knownAt, CancellationToken cancel)
    {
        List<Type> naming = [.. _kinds.All.Where(kind => kind.IsAssignableTo(typeof(INamesDepartment)))];
        var asked = whose.Asked(figure.IsDivisible ? figure.Considered : []);
        if (asked.Count > FewSubjects && !whose.KnowsPeriod)
        {
            var others = await _events.BetweenAsync(within.From, until, knownAt, [.. naming.Except(within.Kinds)], cancel);
            whose.LearnPeriod(within.Happenings.Where(h => h.Event is INamesDepartment && h.HappenedAt < until && h.RecordedAt <= knownAt).Concat(others).OrderBy(h => h.HappenedAt).ThenBy(h => h.Version));
            asked = whose.Asked(figure.Considered);
        }

        foreach (var some in asked.Chunk(SubjectsAtOnce))
        {
            whose.Learn(some, await _events.BeforeAsync(some, until, knownAt, naming, cancel));
        }
    }

    // A unit that was renamed or merged carries its history on; one that was divided or ended keeps it under its own name.
    private string Now(string code, LocalDate day) => _pack.Departments.Successors(code, day) is [var one] ? one.Code : code;
}
