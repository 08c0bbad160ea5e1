using Microsoft.AspNetCore.WebUtilities;
using NodaTime.Text;

namespace GridDesk.Requests.Handovers;

/// <summary>Which hand-overs are asked for; all of it stands in the address.</summary>
internal sealed record HandoverFilter
{
    private static readonly Instant Never = Instant.FromUtc(9999, 1, 1, 0, 0);

    /// <summary>A <see cref="HandoverState"/>, <c>all</c>, or those that are still open.</summary>
    public string? State { get; init; }

    /// <summary>Only what is late, or was answered late.</summary>
    public bool Overdue { get; init; }

    public string? Kind { get; init; }

    public string? Department { get; init; }

    /// <summary>First due first, from after the row that <paramref name="after"/> names (<see cref="KeyOf"/>).</summary>
    public IQueryable<HandoverRow> Narrow(IQueryable<HandoverRow> all, Instant now, string? after = null)
    {
        all = Enum.TryParse<HandoverState>(State, ignoreCase: true, out var state) ? all.Where(row => row.Handover.State == state)
            : State == "all" ? all
            : all.Where(row => row.Promise.ClosedAt == null);
        all = Overdue ? all.Where(row => row.Handover.InTime == false || (row.Promise.ClosedAt == null && row.Promise.DueAt < now)) : all;
        all = string.IsNullOrEmpty(Kind) ? all : all.Where(row => row.Handover.Kind == Kind);
        all = string.IsNullOrEmpty(Department) ? all : all.Where(row => row.Handover.Department == Department);
        if (after?.Split('~', 2) is [var text, var id] && Guid.TryParse(id, out var last) && InstantPattern.ExtendedIso.Parse(text) is { Success: true, Value: var due })
        {
            all = all.Where(row => (row.Promise.DueAt ?? Never) > due || ((row.Promise.DueAt ?? Never) == due && row.Handover.Id.CompareTo(last) > 0));
        }

        return all.OrderBy(row => row.Promise.DueAt ?? Never).ThenBy(row => row.Handover.Id);
    }

    public static string KeyOf(HandoverRow row) => $"{InstantPattern.ExtendedIso.Format(row.Promise.DueAt ?? Never)}~{row.Handover.Id}";

    public string Query(string? after = null) => QueryHelpers.AddQueryString("", ((KeyValuePair<string, string?>[])
        [new("state", State), new("overdue", Overdue ? "true" : null), new("kind", Kind), new("department", Department), new("after", after)])
        .Where(part => !string.IsNullOrEmpty(part.Value)));
}
