using Microsoft.AspNetCore.WebUtilities;

namespace GridDesk.Requests.Chasing;

/// <summary>Which chases of the register are asked for; all of it stands in the address.</summary>
internal sealed record ChaseFilter
{
    /// <summary><c>open</c> or <c>answered</c>.</summary>
    public string? State { get; init; }

    /// <summary>A <see cref="ChaseRung"/>.</summary>
    public string? Rung { get; init; }

    public string? Department { get; init; }

    /// <summary>Latest first, from after the row of that id.</summary>
    public IQueryable<ChaseRow> Narrow(IQueryable<ChaseRow> all, string? after = null)
    {
        all = State switch
        {
            "open" => all.Where(row => row.Chase.AnsweredAt == null),
            "answered" => all.Where(row => row.Chase.AnsweredAt != null),
            _ => all,
        };
        all = Enum.TryParse<ChaseRung>(Rung, ignoreCase: true, out var rung) ? all.Where(row => row.Chase.Rung == rung) : all;
        all = string.IsNullOrEmpty(Department) ? all : all.Where(row => row.Chase.Department == Department);
        all = Guid.TryParse(after, out var last) ? all.Where(row => row.Chase.Id.CompareTo(last) < 0) : all;
        return all.OrderByDescending(row => row.Chase.Id);
    }

    public string Query(string? after = null) => QueryHelpers.AddQueryString("", ((KeyValuePair<string, string?>[])
        [new("state", State), new("rung", Rung), new("department", Department), new("after", after)])
        .Where(part => !string.IsNullOrEmpty(part.Value)));
}
