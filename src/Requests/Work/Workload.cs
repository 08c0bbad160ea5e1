using GridDesk.Kernel.Data;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Promises;
using GridDesk.Kernel.Time;
using GridDesk.Staff;

namespace GridDesk.Requests.Work;

/// <summary>
/// How much each department has to do. Departments only, in the order of the pack: a list of people by their numbers would measure who
/// gets the hard cases. Whoever sees the cases of one department sees that department.
/// </summary>
internal sealed class Workload(OfficeDb db, PackInForce pack, CurrentStaff staff, IClock clock)
{
    /// <summary>Received and closed are counted over so many days up to now.</summary>
    public const int Days = 30;

    /// <summary>Departments with anything to show, and all of them together when there is more than one.</summary>
    public async Task<(IReadOnlyList<DepartmentLoad> Departments, DepartmentLoad? All)> ReadAsync(CancellationToken cancel = default)
    {
        var (now, only) = (clock.Now(), staff.Has(Right.SeeAllRequests) ? null : staff.Department);
        var since = now - Duration.FromDays(Days);
        var open = await db.Set<Promise>().AsNoTracking().Where(p => p.ClosedAt == null && (only == null || p.Department == only))
            .Join(db.Requests, p => p.Id, r => r.PromiseId, (p, r) => new OpenCase(p.Department, p.ReceivedAt, p.DueAt, p.Stopped)).ToListAsync(cancel);

        // What was received since was keyed in since, and ids grow with the time of keying.
        var first = Guid.CreateVersion7((since - Duration.FromMilliseconds(1)).ToDateTimeOffset());
        var requests = db.Requests.AsNoTracking().Where(r => only == null || r.Department == only);
        var received = await requests.Where(r => r.Id.CompareTo(first) > 0 && r.ReceivedAt >= since).GroupBy(r => r.Department).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
        var closed = await requests.Where(r => r.ClosedAt >= since).GroupBy(r => r.Department).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);

        var byDepartment = open.ToLookup(c => c.Department);
        var order = pack.Departments.All.Select(d => d.Code).ToList();
        List<DepartmentLoad> loads =
        [
            .. byDepartment.Select(g => g.Key).Concat(received.Keys).Concat(closed.Keys).Distinct().OrderBy(order.IndexOf).ThenBy(code => code, StringComparer.Ordinal)
                .Select(code => Of(code, [.. byDepartment[code]], received.GetValueOrDefault(code), closed.GetValueOrDefault(code), now)),
        ];
        return (loads, loads.Count > 1 ? Of("", open, received.Values.Sum(), closed.Values.Sum(), now) : null);
    }

    private DepartmentLoad Of(string department, IReadOnlyList<OpenCase> open, int received, int closed, Instant now)
    {
        var (calendar, running) = (pack.Calendar, open.Where(c => !c.Stopped).ToList());
        var sunday = calendar.Today(now).With(DateAdjusters.NextOrSame(IsoDayOfWeek.Sunday));
        var endOfWeek = calendar.Zone.AtStartOfDay(sunday.PlusDays(1)).ToInstant();
        return new(department, open.Count, running.Count(c => c.DueAt < now), running.Count(c => c.DueAt >= now && c.DueAt <= endOfWeek), open.Count - running.Count, received, closed,
            Median([.. open.Select(c => Period.DaysBetween(calendar.Today(c.ReceivedAt), calendar.Today(now))).Order()]));
    }

    internal static decimal? Median(IReadOnlyList<int> sorted) => sorted.Count == 0 ? null : (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2m;

    private sealed record OpenCase(string Department, Instant ReceivedAt, Instant? DueAt, bool Stopped);
}

/// <param name="Department">Its code; empty for all of them together.</param>
/// <param name="Waiting">The clock stands still.</param>
/// <param name="MedianAge">Calendar days since receipt that half of the open cases do not exceed; null when nothing is open.</param>
internal sealed record DepartmentLoad(string Department, int Open, int Overdue, int DueThisWeek, int Waiting, int Received, int Closed, decimal? MedianAge);
