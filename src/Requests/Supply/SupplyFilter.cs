using Microsoft.AspNetCore.WebUtilities;
using NodaTime.Text;

namespace GridDesk.Requests.Supply;

/// <summary>Which schedules the control meeting looks at; all of it stands in the address.</summary>
internal sealed record SupplyFilter
{
    public string? Department { get; init; }
    public string? Service { get; init; }

    /// <summary><c>late</c>, <c>wait</c>, <c>ok</c> or <c>done</c>; all that are open when empty.</summary>
    public string? State { get; init; }

    public IQueryable<SupplyRow> Narrow(IQueryable<SupplyRow> all, LocalDate today)
    {
        all = string.IsNullOrEmpty(Department) ? all : all.Where(row => row.Request.Department == Department);
        all = string.IsNullOrEmpty(Service) ? all : all.Where(row => row.Schedule.Service == Service);
        return State switch
        {
            "late" => all.Where(row => row.Schedule.NextPlanned < today && !row.Schedule.Waits),
            "wait" => all.Where(row => row.Schedule.NextPlanned != null && row.Schedule.Waits),
            "ok" => all.Where(row => row.Schedule.NextPlanned >= today && !row.Schedule.Waits),
            "done" => all.Where(row => row.Schedule.PoweredOn != null),
            _ => all.Where(row => row.Schedule.NextPlanned != null),
        };
    }

    /// <summary>What is open by the day planned next, the longest late first; what is done by the day of power-on, the last first.</summary>
    public IQueryable<SupplyRow> Order(IQueryable<SupplyRow> all, string? after)
    {
        var (day, id) = after?.Split('~') is [var text, var last] && LocalDatePattern.Iso.Parse(text) is { Success: true, Value: var date } && Guid.TryParse(last, out var request) ? (date, request) : ((LocalDate?)null, Guid.Empty);
        if (State == "done")
        {
            all = day is null ? all : all.Where(row => row.Schedule.PoweredOn < day || (row.Schedule.PoweredOn == day && row.Schedule.Request.CompareTo(id) < 0));
            return all.OrderByDescending(row => row.Schedule.PoweredOn).ThenByDescending(row => row.Schedule.Request);
        }

        all = day is null ? all : all.Where(row => row.Schedule.NextPlanned > day || (row.Schedule.NextPlanned == day && row.Schedule.Request.CompareTo(id) > 0));
        return all.OrderBy(row => row.Schedule.NextPlanned).ThenBy(row => row.Schedule.Request);
    }

    public string KeyOf(SupplyRow row) => $"{LocalDatePattern.Iso.Format((State == "done" ? row.Schedule.PoweredOn : row.Schedule.NextPlanned)!.Value)}~{row.Schedule.Request}";

    public string Query(string? after = null) => QueryHelpers.AddQueryString("", ((KeyValuePair<string, string?>[])
        [new("department", Department), new("service", Service), new("state", State), new("after", after)])
        .Where(part => !string.IsNullOrEmpty(part.Value)));
}
