using GridDesk.Kernel.Promises;
using GridDesk.Kernel.Time;
using Microsoft.AspNetCore.WebUtilities;
using NodaTime.Text;

namespace GridDesk.Requests.Work;

/// <summary>Which open promises are asked for, and in which order; all of it stands in the address.</summary>
internal sealed record PromiseFilter
{
    private static readonly Instant Never = Instant.FromUtc(9999, 1, 1, 0, 0);

    public string? Department { get; init; }
    public string? Service { get; init; }

    /// <summary><c>late</c>, <c>today</c>, <c>ok</c>, <c>wait</c>, <c>none</c>.</summary>
    public string? Light { get; init; }

    /// <summary>An id, or <c>nobody</c>.</summary>
    public string? Owner { get; init; }

    /// <summary><c>due</c> (first due first), <c>received</c> (last received first) or <c>service</c>.</summary>
    public string? Sort { get; init; }

    public IQueryable<OpenPromise> Narrow(IQueryable<OpenPromise> all, WorkCalendar calendar, Instant now)
    {
        var endOfToday = calendar.Zone.AtStartOfDay(calendar.Today(now).PlusDays(1)).ToInstant();
        all = string.IsNullOrEmpty(Department) ? all : all.Where(o => o.Promise.Department == Department);
        all = string.IsNullOrEmpty(Service) ? all : all.Where(o => o.Request.Service == Service);
        all = Owner switch
        {
            null or "" => all,
            "nobody" => all.Where(o => o.Request.Owner == null),
            _ => all.Where(o => o.Request.Owner == Owner),
        };
        return Light switch
        {
            "late" => all.Where(o => !o.Promise.Stopped && o.Promise.DueAt < now),
            "today" => all.Where(o => !o.Promise.Stopped && o.Promise.DueAt >= now && o.Promise.DueAt <= endOfToday),
            "ok" => all.Where(o => !o.Promise.Stopped && o.Promise.DueAt > endOfToday),
            "wait" => all.Where(o => o.Promise.Stopped),
            "none" => all.Where(o => o.Promise.DueAt == null),
            _ => all,
        };
    }

    /// <summary>In order, from after the row that <paramref name="after"/> names (<see cref="KeyOf"/>).</summary>
    public IQueryable<OpenPromise> Order(IQueryable<OpenPromise> all, string? after)
    {
        var (key, last) = after?.Split('~', 2) is [var text, var id] && Guid.TryParse(id, out var guid) ? (text, guid) : ((string?)null, Guid.Empty);
        switch (Sort)
        {
            case "received":
                all = key is null ? all : all.Where(o => o.Request.Id.CompareTo(last) < 0);
                return all.OrderByDescending(o => o.Request.Id);
            case "service":
                all = key is null ? all : all.Where(o => string.Compare(o.Request.Service, key) > 0 || (o.Request.Service == key && o.Request.Id.CompareTo(last) > 0));
                return all.OrderBy(o => o.Request.Service).ThenBy(o => o.Request.Id);
            default:
                if (key is not null && InstantPattern.ExtendedIso.Parse(key) is { Success: true, Value: var due })
                {
                    all = all.Where(o => (o.Promise.DueAt ?? Never) > due || ((o.Promise.DueAt ?? Never) == due && o.Request.Id.CompareTo(last) > 0));
                }

                return all.OrderBy(o => o.Promise.DueAt ?? Never).ThenBy(o => o.Request.Id);
        }
    }

    public string KeyOf(CaseRow row) => $"{(Sort == "service" ? row.Service : InstantPattern.ExtendedIso.Format(row.DueAt ?? Never))}~{row.Id}";

    /// <summary>The address of the same list with another order or from another row on.</summary>
    public string Query(string? sort = null, string? after = null) => QueryHelpers.AddQueryString("", ((KeyValuePair<string, string?>[])
        [new("department", Department), new("service", Service), new("light", Light), new("owner", Owner), new("sort", sort ?? Sort), new("after", after)])
        .Where(part => !string.IsNullOrEmpty(part.Value)));
}
