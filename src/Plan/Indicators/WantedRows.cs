using GridDesk.Kernel.Time;
using NodaTime.Text;

namespace GridDesk.Plan.Indicators;

/// <summary>Which rows of a statistic are asked for: of some days, as known now; or those behind a number of the self-assessment of a half-year, as known when that was frozen.</summary>
/// <param name="Department">Its code; null for the whole office.</param>
/// <param name="Of">The half-year, as 108-1; null for some days.</param>
/// <param name="Month">One of its months, as 2019-05.</param>
/// <param name="Before">The half-year before it is meant, which stands beside it.</param>
internal sealed record WantedRows(string? From, string? To, string? Department, string? Of = null, string? Month = null, bool? Before = null)
{
    public static readonly LocalDatePattern Months = LocalDatePattern.CreateWithInvariantCulture("uuuu-MM");

    public bool IsOfReport => !string.IsNullOrEmpty(Of);

    /// <summary>The same for an address; of days, as they were read.</summary>
    public string Query(AskedDays days) =>
        $"{(IsOfReport ? $"of={Of}" : days.Query)}{Written("department", Department)}{Written("month", Month)}{(Before is true ? "&before=true" : "")}";

    /// <exception cref="Refusal">Code <c>not-found</c>.</exception>
    public HalfYear HalfOf(HalfYear half) => Before is not true ? half
        : half is { RocYear: > 1 } or { Half: 2 } ? HalfYear.Of(half.From.PlusDays(-1))
        : throw new Refusal("not-found", "再早沒有紀錄。", "There is nothing before that.");

    private static string Written(string name, string? value) => string.IsNullOrEmpty(value) ? "" : $"&{name}={Uri.EscapeDataString(value)}";
}
