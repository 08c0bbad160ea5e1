using GridDesk.Kernel.Files;
using GridDesk.Kernel.Indicators;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Time;

namespace GridDesk.Plan.Assess.Report;

/// <summary>Reads the figures of a report one statistic after another: what lies behind one is let go before the next is read.</summary>
internal sealed class ReportFigures(IndicatorCatalogue indicators, PackInForce pack)
{
    /// <param name="before">The half-year beside it; null when there is none.</param>
    /// <param name="keep">What is done with the keys of the rows behind each figure; nothing when null.</param>
    public async Task<IReadOnlyDictionary<string, ReportFigure>> ReadAsync(IReadOnlyCollection<string> codes, HalfYear half, HalfYear? before, Instant knownAt, Func<RowKeys, Task>? keep, CancellationToken cancel)
    {
        Dictionary<string, ReportFigure> read = [];
        var months = half.MonthsIn(pack.Office.TimeZone);
        var then = before is null ? null : (await indicators.ReadBrieflyAsync(codes, [before.In(pack.Office.TimeZone)], knownAt, cancel))[0];
        await indicators.EachByDepartmentAsync(codes, half.In(pack.Office.TimeZone), knownAt, async (indicator, now) =>
        {
            var past = then?[indicator.Code];
            var keys = now.Whole.Rows.Count > 0 ? new RowKeys(indicator.Code, now.Whole.Rows) : null;
            read[indicator.Code] = new(
                indicator.Code, Value(now.Whole), now.Whole.Rows.Count, keys is null ? null : FileStore.HashOf(keys.Lines), past?.Value is null ? null : Value(past), MovementOf(indicator, past, before, now.Whole, half, knownAt),
                [.. now.Of.OrderBy(of => of.Key, StringComparer.Ordinal).Where(of => of.Value.Value is not null).Select(of => new DepartmentValue(of.Key, Value(of.Value)))],
                now.Whole.Value is null ? [] : [.. now.Whole.Over(months).Select(Value)]);
            if (keys is not null && keep is not null)
            {
                await keep(keys);
            }
        }, cancel);
        return read;
    }

    private static ReportValue Value(Figure figure) => new(figure.Value, figure.Part, figure.Whole);

    // A half-year that is not over is as long as it has been going on.
    private Movement MovementOf(Indicator indicator, Figure? then, HalfYear? before, Figure now, HalfYear half, Instant knownAt)
    {
        var zone = pack.Office.TimeZone;
        var (start, end) = (half.In(zone).Start, half.In(zone).End);
        return then is null || before is null || knownAt <= start ? Movement.None
            : BeyondChance.Between(then, before.In(zone).Duration, now, Instant.Min(end, knownAt) - start) is not { } trend ? Movement.None
            : indicator.Aim switch
            {
                Aim.More => trend is Trend.Up ? Movement.Better : Movement.Worse,
                Aim.Less => trend is Trend.Down ? Movement.Better : Movement.Worse,
                _ => trend is Trend.Up ? Movement.Higher : Movement.Lower,
            };
    }
}
