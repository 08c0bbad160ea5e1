using Microsoft.AspNetCore.WebUtilities;
using NodaTime.Text;

namespace GridDesk.Requests.Coordinate;

/// <summary>Which tasks are asked for; all of it stands in the address.</summary>
internal sealed record TaskFilter
{
    /// <summary><c>overdue</c>, <c>ended</c> or <c>all</c>; open ones when unset.</summary>
    public string? State { get; init; }

    /// <summary><c>us</c>: asked of the reader's department; <c>me</c>: asked by the reader.</summary>
    public string? Whose { get; init; }

    /// <summary><c>department:CODE</c> or <c>agency:CODE</c>.</summary>
    public string? Unit { get; init; }

    private bool IsOpen => State is not ("ended" or "all");

    /// <summary>Open ones first due first, others the latest first; from after the row that <paramref name="after"/> names.</summary>
    public IQueryable<TaskRow> Narrow(IQueryable<TaskRow> all, string me, string department, Instant now, string? after = null)
    {
        all = State switch
        {
            "overdue" => all.Where(row => row.Task.EndedAt == null && row.Promise.DueAt < now),
            "ended" => all.Where(row => row.Task.EndedAt != null),
            "all" => all,
            _ => all.Where(row => row.Task.EndedAt == null),
        };
        all = Whose switch
        {
            "us" => all.Where(row => !row.Task.IsAgency && row.Task.Unit == department),
            "me" => all.Where(row => row.Task.AskedBy == me),
            _ => all,
        };
        if (Unit?.Split(':', 2) is [var kind, var code])
        {
            var isAgency = kind == "agency";
            all = all.Where(row => row.Task.IsAgency == isAgency && row.Task.Unit == code);
        }

        return Order(all, after);
    }

    public string KeyOf(TaskRow row) => $"{InstantPattern.ExtendedIso.Format(row.Promise.DueAt!.Value)}~{row.Task.Id}";

    public string Query(string? after = null) => QueryHelpers.AddQueryString("", ((KeyValuePair<string, string?>[])
        [new("state", State), new("whose", Whose), new("unit", Unit), new("after", after)])
        .Where(part => !string.IsNullOrEmpty(part.Value)));

    private IQueryable<TaskRow> Order(IQueryable<TaskRow> all, string? after)
    {
        var (key, last) = after?.Split('~', 2) is [var text, var id] && Guid.TryParse(id, out var guid) ? (text, guid) : ((string?)null, Guid.Empty);
        if (!IsOpen)
        {
            return (key is null ? all : all.Where(row => row.Task.Id.CompareTo(last) < 0)).OrderByDescending(row => row.Task.Id);
        }

        if (key is not null && InstantPattern.ExtendedIso.Parse(key) is { Success: true, Value: var due })
        {
            all = all.Where(row => row.Promise.DueAt > due || (row.Promise.DueAt == due && row.Task.Id.CompareTo(last) > 0));
        }

        return all.OrderBy(row => row.Promise.DueAt).ThenBy(row => row.Task.Id);
    }
}
