using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Time;

namespace GridDesk.Requests.Supply;

/// <summary>What came of the schedules in a stretch of days: by kind how many had power in time and how long it took, and why it was late.</summary>
internal sealed record SupplyFigures(IReadOnlyList<SupplyKind> Kinds, IReadOnlyList<(SupplyCause Cause, int Times, int Cases)> Causes)
{
    /// <summary>Of a half-year, of the whole office.</summary>
    public static async Task<SupplyFigures> OfAsync(OfficeDb db, EventLog events, HalfYear half, DateTimeZone zone, CancellationToken cancel)
    {
        var on = await db.SupplySchedules.AsNoTracking().Where(s => s.PoweredOn >= half.From && s.PoweredOn <= half.Until).Select(s => new { s.Service, s.InTime, s.WorkingDays }).ToListAsync(cancel);
        var stretch = half.In(zone);
        var delays = await events.BetweenAsync(stretch.Start, stretch.End, Instant.MaxValue, [typeof(SupplyDelayed)], cancel);
        return new(
            [.. on.GroupBy(s => s.Service).Select(kind => new SupplyKind(kind.Key, kind.Count(), kind.Count(s => s.InTime == true), Math.Round((decimal)kind.Average(s => s.WorkingDays!.Value), 1))).OrderByDescending(kind => kind.PoweredOn).ThenBy(kind => kind.Service, StringComparer.Ordinal)],
            [.. delays.GroupBy(h => ((SupplyDelayed)h.Event).Cause).Select(cause => (cause.Key, cause.Count(), cause.Select(h => h.Subject).Distinct().Count())).OrderByDescending(cause => cause.Item2).ThenBy(cause => cause.Key)]);
    }
}

/// <param name="Days">Mean working days from acceptance to power-on, to one decimal.</param>
internal sealed record SupplyKind(string Service, int PoweredOn, int InTime, decimal Days);
