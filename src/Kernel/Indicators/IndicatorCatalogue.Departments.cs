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
        await EachByDepartmentAsync(codes, period, knownAt, (indicator, figure) =>
        {
            all.Add(indicator.Code, figure);
            return Task.CompletedTask;
        }, cancel);
        return all;
    }

    /// <summary>The same one after the other, in the order in which least is held: of a busy half-year all rows together fill a small machine.</summary>
    /// <param name="each">What is done with each; an enumerator would hold the last while the next is read.</param>
    public async Task EachByDepartmentAsync(
        IReadOnlyCollection<string> codes, Interval period, Instant knownAt, Func<Indicator, DividedFigure, Task> each, CancellationToken cancel = default)
    {
        var keys = new HashSet<string>();
        var whose = new WhoseWork();
        var lastDay = _pack.Calendar.Today(period.End - Duration.Epsilon);
        Dictionary<string, string> today = [];
        await new EventsInTurn(_events, keys, knownAt).ReadAsync(Wanted(codes), period, async (indicator, happenings) =>
        {
            var figure = indicator.Read(happenings, period);
            await LearnAsync(whose, figure, period, knownAt, keys, cancel);
            HeldMemory.GiveBack();
            var divided = DividedFigure.Divide(figure, row => whose.Of(row) is { } code ? Now(code) : null);
            HeldMemory.GiveBack();
            await each(indicator, divided);
        }, cancel);

        string Now(string code) => today.TryGetValue(code, out var known) ? known : today[code] = this.Now(code, lastDay);
    }

    // By the cases that the rows are of, so that it costs what the period costs, however long the office has worked.
    private async Task LearnAsync(WhoseWork whose, Figure figure, Interval period, Instant knownAt, HashSet<string> keys, CancellationToken cancel)
    {
        List<Type> naming = [.. _kinds.All.Where(kind => kind.IsAssignableTo(typeof(INamesDepartment)))];
        var asked = whose.Asked(figure.IsDivisible ? figure.Considered : []);
        if (asked.Count > FewSubjects && !whose.KnowsPeriod)
        {
            await whose.LearnPeriodAsync(naming.Select(kind => _events.EachBetweenAsync(period.Start, period.End, knownAt, kind, keys, cancel)));
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
