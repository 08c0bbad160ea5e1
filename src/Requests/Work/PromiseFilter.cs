using GridDesk.Kernel.Data;
using GridDesk.Kernel.Promises;
using GridDesk.Kernel.Time;
using Microsoft.AspNetCore.WebUtilities;
using NodaTime.Text;

namespace GridDesk.Requests.Work;

/// <summary>Which open promises are asked for, and in which order; all of it stands in the address.</summary>
internal sealed record PromiseFilter
{
    private const string Last = "last";

    private static readonly Instant Never = Instant.FromUtc(9999, 1, 1, 0, 0);

    public string? Department { get; init; }
    public string? Service { get; init; }

    /// <summary><c>late</c>, <c>today</c>, <c>ok</c>, <c>wait</c>, <c>none</c>.</summary>
    public string? Light { get; init; }

    /// <summary>An id, or <c>nobody</c>.</summary>
    public string? Owner { get; init; }

    /// <summary><c>due</c> (first due first), <c>received</c> (last received first) or <c>service</c>.</summary>
    public string? Sort { get; init; }

    /// <summary>What can be told by the promise alone.</summary>
    public IQueryable<Promise> Narrow(IQueryable<Promise> all, OfficeDb db, WorkCalendar calendar, Instant now)
    {
        var endOfToday = calendar.Zone.AtStartOfDay(calendar.Today(now).PlusDays(1)).ToInstant();
        all = string.IsNullOrEmpty(Department) ? all : all.Where(p => p.Department == Department);
        all = string.IsNullOrEmpty(Service) ? all : all.Where(p => db.Set<ServiceRequest>().Any(r => r.PromiseId == p.Id && r.Service == Service));
        all = Owner switch
        {
            null or "" => all,
            "nobody" => all.Where(p => p.Owner == null),
            _ => all.Where(p => p.Owner == Owner),
        };
        return Light switch
        {
            "late" => all.Where(p => !p.Stopped && p.DueAt < now),
            "today" => all.Where(p => !p.Stopped && p.DueAt >= now && p.DueAt <= endOfToday),
            "ok" => all.Where(p => !p.Stopped && p.DueAt > endOfToday),
            "wait" => all.Where(p => p.Stopped),
            "none" => all.Where(p => p.DueAt == null),
            _ => all,
        };
    }

    /// <summary>In order, from after the row that <paramref name="after"/> names (<see cref="KeyOf"/>).</summary>
    public IQueryable<OpenPromise> Order(IQueryable<OpenPromise> all, string? after)
    {
        var (key, last) = Read(after);
        switch (Sort)
        {
            case "received":
                all = key is null ? all : all.Where(o => o.Request.Id.CompareTo(last) < 0);
                return all.OrderByDescending(o => o.Request.Id);
            case "service":
                all = key is null ? all : all.Where(o => string.Compare(o.Request.Service, key) > 0 || (o.Request.Service == key && o.Request.Id.CompareTo(last) > 0));
                return all.OrderBy(o => o.Request.Service).ThenBy(o => o.Request.Id);
            default:
                return all.OrderBy(o => o.Promise.DueAt ?? Never).ThenBy(o => o.Promise.Id);
        }
    }

    /// <summary>The first due first, so that each part of the rule is read along its index; those without a date are not among them.</summary>
    public static IQueryable<Promise> ByDue(IQueryable<Promise> all, string? after)
    {
        all = all.Where(p => p.DueAt != null);
        if (Read(after) is (Last, _))
        {
            return all.Where(_ => false); // the list has come to those without a date
        }

        if (Read(after) is ({ } key, var last) && InstantPattern.ExtendedIso.Parse(key) is { Success: true, Value: var due })
        {
            all = all.Where(p => p.DueAt >= due && (p.DueAt > due || p.Id.CompareTo(last) > 0));
        }

        return all.OrderBy(p => p.DueAt).ThenBy(p => p.Id);
    }

    /// <summary>Those without a date, which come last.</summary>
    public static IQueryable<Promise> Dateless(IQueryable<Promise> all, string? after)
    {
        all = all.Where(p => p.DueAt == null);
        all = Read(after) is (Last, var last) ? all.Where(p => p.Id.CompareTo(last) > 0) : all;
        return all.OrderBy(p => p.Id);
    }

    /// <summary>Where the list goes on after that row.</summary>
    public string KeyOf(CaseRow row) => Sort switch
    {
        "service" => $"{row.Service}~{row.Id}",
        "received" => $"~{row.Id}",
        _ => $"{(row.DueAt is { } due ? InstantPattern.ExtendedIso.Format(due) : Last)}~{row.Promise}",
    };

    private static (string? Key, Guid Last) Read(string? after) =>
        after?.Split('~', 2) is [var text, var id] && Guid.TryParse(id, out var guid) ? (text, guid) : (null, Guid.Empty);

    /// <summary>The address of the same list with another order or from another row on.</summary>
    public string Query(string? sort = null, string? after = null) => QueryHelpers.AddQueryString("", ((KeyValuePair<string, string?>[])
        [new("department", Department), new("service", Service), new("light", Light), new("owner", Owner), new("sort", sort ?? Sort), new("after", after)])
        .Where(part => !string.IsNullOrEmpty(part.Value)));
}
