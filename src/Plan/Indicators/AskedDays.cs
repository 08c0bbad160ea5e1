using GridDesk.Kernel.Time;
using NodaTime.Text;

namespace GridDesk.Plan.Indicators;

/// <summary>The days that a figure is asked about, both included.</summary>
internal sealed record AskedDays(LocalDate From, LocalDate To)
{
    private const int YearsAtMost = 3;

    public static AskedDays Of(HalfYear half) => new(half.From, half.Until);

    public static AskedDays Month(LocalDate first) => new(first, first.PlusMonths(1).PlusDays(-1));

    /// <param name="from">As 2019-01-01; without it the first day of the half-year of the other, or of today.</param>
    /// <param name="to">The last day; without it that of the half-year of the first.</param>
    /// <exception cref="Refusal">Code <c>indicator.day</c>, <c>indicator.days</c>.</exception>
    public static AskedDays Read(string? from, string? to, LocalDate today)
    {
        var (first, last) = (Day(from, "from"), Day(to, "to"));
        first ??= HalfYear.Of(last ?? today).From;
        last ??= HalfYear.Of(first.Value).Until;
        return last < first ? throw new Refusal("indicator.days", "「to」不能早於「from」。", "“to” must not be before “from”.", "to")
            : last >= first.Value.PlusYears(YearsAtMost) ? throw new Refusal("indicator.days", $"一次最多問 {YearsAtMost} 年，請縮短期間。", $"Ask about at most {YearsAtMost} years at once; please shorten the period.", "to")
            : new(first.Value, last.Value);
    }

    public Interval In(DateTimeZone zone) => new(zone.AtStartOfDay(From).ToInstant(), zone.AtStartOfDay(To.PlusDays(1)).ToInstant());

    /// <summary>The same for an address.</summary>
    public string Query => $"from={LocalDatePattern.Iso.Format(From)}&to={LocalDatePattern.Iso.Format(To)}";

    // No earlier than the Republic, which has no half-years before its first, and no later than anybody plans.
    private static LocalDate? Day(string? typed, string field) => string.IsNullOrWhiteSpace(typed) ? null
        : LocalDatePattern.Iso.Parse(typed.Trim()) is { Success: true, Value: { Year: >= 1912 and <= 2199 } day } ? day
        : throw new Refusal("indicator.day", "請寫西元日期，例如 2019-01-31。", "Write a date such as 2019-01-31.", field);
}
