using GridDesk.Kernel.Data;
using GridDesk.Kernel.Time;

namespace GridDesk.Requests.Noon;

/// <summary>What was done over noon in a stretch of days, by kind, beside how it was before.</summary>
internal sealed record NoonFigures(int WorkingDays, IReadOnlyList<NoonKind> Kinds, int CountedDays, int TurnedAway, NoonBaseline? Baseline)
{
    public int Served => Kinds.Sum(kind => kind.Accepted + kind.TakenIn);

    /// <summary>Visitors turned away on a day on which they were counted, to one decimal; null while none was.</summary>
    public decimal? TurnedAwayPerDay => CountedDays == 0 ? null : Math.Round((decimal)TurnedAway / CountedDays, 1);

    /// <summary>Of a half-year, up to today.</summary>
    public static async Task<NoonFigures> OfAsync(OfficeDb db, HalfYear half, WorkCalendar calendar, Instant now, CancellationToken cancel)
    {
        var (stretch, last) = (half.In(calendar.Zone), LocalDate.Min(half.Until, calendar.Today(now)));
        var cases = await db.Requests.AsNoTracking().Where(r => r.AtNoon && r.ReceivedAt >= stretch.Start && r.ReceivedAt < stretch.End)
            .Select(r => new { r.Service, r.Slip, r.ReceivedAt, r.AcceptedAt }).ToListAsync(cancel);
        var days = await db.NoonDays.AsNoTracking().Where(d => d.Day >= half.From && d.Day <= half.Until).Select(d => new { d.Day, d.TurnedAway }).ToListAsync(cancel);
        return new(calendar.WorkingDaysIn(half.From, last),
            [.. cases.GroupBy(c => c.Service).Select(kind => new NoonKind(kind.Key,
                kind.Count(c => c.Slip is null),
                kind.Count(c => c.Slip is not null),
                kind.Count(c => c.Slip is not null && c.AcceptedAt is not null),
                Mean([.. kind.Where(c => c.Slip is not null && c.AcceptedAt is not null).Select(c => c.AcceptedAt!.Value - c.ReceivedAt)])))
                .OrderByDescending(kind => kind.Accepted + kind.TakenIn)],
            days.Select(d => d.Day).Distinct().Count(), days.Sum(d => d.TurnedAway),
            await db.NoonBaselines.AsNoTracking().OrderByDescending(b => b.RecordedAt).FirstOrDefaultAsync(cancel));
    }

    private static decimal? Mean(IReadOnlyList<Duration> took) => took.Count == 0 ? null : Math.Round((decimal)took.Average(t => t.TotalHours), 1);
}

/// <param name="Accepted">Accepted there and then.</param>
/// <param name="TakenIn">Taken in for the afternoon; of these <paramref name="AcceptedLater"/> have been accepted.</param>
/// <param name="Hours">Mean hours from taking in to acceptance, to one decimal; null while none was accepted.</param>
internal sealed record NoonKind(string Service, int Accepted, int TakenIn, int AcceptedLater, decimal? Hours);
