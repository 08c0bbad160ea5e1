using Microsoft.AspNetCore.WebUtilities;
using NodaTime.Text;

namespace GridDesk.Requests.Shadow;

/// <summary>Which cases of a register are asked for; all of it stands in the address.</summary>
internal sealed record ShadowFilter
{
    private static readonly LocalDatePattern MonthPattern = LocalDatePattern.CreateWithInvariantCulture("uuuu-MM");

    /// <summary><c>all</c> or <c>differs</c>; the late ones when absent.</summary>
    public string? Show { get; init; }

    public string? Service { get; init; }

    public string? Department { get; init; }

    /// <summary>As <c>2019-03</c>.</summary>
    public string? Month { get; init; }

    /// <summary>A <see cref="Shadow.Cause"/>.</summary>
    public string? Cause { get; init; }

    public static string MonthOf(LocalDate day) => MonthPattern.Format(day);

    /// <summary>The longest overdue first, from after the row that <paramref name="after"/> names.</summary>
    public IQueryable<ShadowCase> Narrow(IQueryable<ShadowCase> all, string? after = null)
    {
        all = Show switch
        {
            "all" => all,
            "differs" => all.Where(c => c.Difference != null),
            _ => all.Where(c => c.Verdict == Verdict.Late || c.Verdict == Verdict.NeverAnswered),
        };
        all = string.IsNullOrEmpty(Service) ? all : all.Where(c => c.Service == Service);
        all = string.IsNullOrEmpty(Department) ? all : all.Where(c => c.Department == Department);
        if (MonthPattern.Parse(Month ?? "") is { Success: true, Value: var month })
        {
            all = all.Where(c => c.Month == month);
        }

        if (Enum.TryParse<Cause>(Cause, ignoreCase: true, out var cause))
        {
            all = all.Where(c => c.Cause == cause || c.Difference == cause);
        }

        if (after?.Split('-') is [var days, var place] && int.TryParse(days, out var lateBy) && int.TryParse(place, out var last))
        {
            all = all.Where(c => c.LateBy < lateBy || (c.LateBy == lateBy && c.Place > last));
        }

        return all.OrderByDescending(c => c.LateBy).ThenBy(c => c.Place);
    }

    public static string After(ShadowCase row) => $"{row.LateBy}-{row.Place}";

    public string Query(string? after = null) => QueryHelpers.AddQueryString("", ((KeyValuePair<string, string?>[])
        [new("show", Show), new("service", Service), new("department", Department), new("month", Month), new("cause", Cause), new("after", after)])
        .Where(part => !string.IsNullOrEmpty(part.Value)));
}
