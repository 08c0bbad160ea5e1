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
        var all = new Dictionary<string, DividedFigure>();
        await foreach (var (indicator, figure) in EachByDepartmentAsync(codes, period, knownAt, cancel))
        {
            all.Add(indicator.Code, figure);
        }

        return all;
    }

    /// <summary>The same one after the other, in the order in which least is held: of a busy half-year all rows together fill a small machine.</summary>
    public async IAsyncEnumerable<(Indicator Indicator, DividedFigure Figure)> EachByDepartmentAsync(
        IReadOnlyCollection<string> codes, Interval period, Instant knownAt, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        var whose = new WhoseWork();
        var lastDay = _pack.Calendar.Today(period.End - Duration.Epsilon);
        Dictionary<string, string> today = [];
        await foreach (var (indicator, happenings) in new EventsInTurn(_events, knownAt).ReadAsync(Wanted(codes), period, cancel))
        {
            var figure = indicator.Read(happenings, period);
            await LearnAsync(whose, figure, period, knownAt, cancel);
            yield return (indicator, DividedFigure.Divide(figure, row => whose.Of(row) is { } code ? Now(code) : null));
        }

        string Now(string code) => today.TryGetValue(code, out var known) ? known : today[code] = this.Now(code, lastDay);
    }

    // By the cases that the rows are of, so that it costs what the period costs, however long the office has worked.
    private async Task LearnAsync(WhoseWork whose, Figure figure, Interval period, Instant knownAt, CancellationToken cancel)
    {
        List<Type> naming = [.. _kinds.All.Where(kind => kind.IsAssignableTo(typeof(INamesDepartment)))];
        var asked = whose.Asked(figure.IsDivisible ? figure.Considered : []);
        if (asked.Count > FewSubjects && !whose.KnowsPeriod)
        {
            foreach (var kind in naming)
            {
                await whose.LearnPeriodAsync(_events.EachBetweenAsync(period.Start, period.End, knownAt, kind, cancel));
            }

            asked = whose.Asked(figure.Considered);
        }

        foreach (var some in asked.Chunk(SubjectsAtOnce))
        {
            whose.Learn(some, await _events.BeforeAsync(some, period.End, knownAt, naming, cancel));
        }
    }

    // A unit that was renamed or merged carries its history on; one that was divided or ended keeps it under its own name.
    private string Now(string code, LocalDate day) => _pack.Departments.Successors(code, day) is [var one] ? one.Code : code;
}
