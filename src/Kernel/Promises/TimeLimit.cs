using GridDesk.Kernel.Time;

namespace GridDesk.Kernel.Promises;

/// <summary>
/// How long a duty may take. The clock starts at t0, the first full minute of office hours at or after receipt;
/// how each kind counts from there, and what a stop does to it, stands at the kind.
/// </summary>
public abstract record TimeLimit
{
    private protected TimeLimit() { }

    /// <summary>5個工作日, 5 working days</summary>
    public abstract Phrase Text { get; }

    /// <summary>An amount in this limit's unit, as an extension names it.</summary>
    internal abstract Phrase Amount(int amount);

    internal abstract TimeLimit Extended(int amount);

    private protected static int Positive(int amount)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(amount);
        return amount;
    }

    private protected static string Plural(int amount, string one) => amount == 1 ? $"1 {one}" : $"{amount} {one}s";
}

/// <summary>
/// Due when that many hours of office time have passed on a running clock since t0; the day of receipt counts.
/// A minute counts when the clock is running at its beginning.
/// </summary>
public sealed record WorkingHours(int Hours) : TimeLimit
{
    public int Hours { get; init; } = Positive(Hours);

    public override Phrase Text => Amount(Hours);

    internal override Phrase Amount(int amount) => new($"{amount}個工作小時", Plural(amount, "working hour"));

    internal override TimeLimit Extended(int amount) => new WorkingHours(Hours + amount);
}

/// <summary>
/// The day of t0 is not counted (行政程序法 §48). A later working day counts when the clock is running in the last
/// minute before its close. Due at the close of the last one.
/// </summary>
public sealed record WorkingDays(int Days) : TimeLimit
{
    public int Days { get; init; } = Positive(Days);

    public override Phrase Text => Amount(Days);

    internal override Phrase Amount(int amount) => new($"{amount}個工作日", Plural(amount, "working day"));

    internal override TimeLimit Extended(int amount) => new WorkingDays(Days + amount);
}

/// <summary>
/// The day of t0 is not counted (行政程序法 §48). A later day, working or not, counts when the clock is running in
/// its last minute before midnight; the last day, when it is a working day, when the clock is running in the last
/// minute before its close, so that nothing falls due while the clock stands still and no stop after the close
/// moves what was due. Due at the close of the last day, or of the next working day when the last day is a day off.
/// </summary>
public sealed record CalendarDays(int Days) : TimeLimit
{
    public int Days { get; init; } = Positive(Days);

    public override Phrase Text => Amount(Days);

    internal override Phrase Amount(int amount) => new($"{amount}個日曆天", Plural(amount, "calendar day"));

    internal override TimeLimit Extended(int amount) => new CalendarDays(Days + amount);
}

/// <summary>
/// Due at the close of that date, or of the day before when the date itself is not included (「7月5日前」); of the
/// last working day before that when it is a day off, since a date that others set does not wait for us. Stops do
/// not move it; an extension moves it by calendar days.
/// </summary>
public sealed record ByDate(LocalDate Date, bool IncludesTheDay) : TimeLimit
{
    /// <summary>The last day on which the duty can be done, were it a working day.</summary>
    public LocalDate LastDay => IncludesTheDay ? Date : Date.PlusDays(-1);

    public override Phrase Text
    {
        get
        {
            var day = RocDate.Show(Date);
            return IncludesTheDay
                ? new($"{day.Zh}（含當日）前", $"on or before {day.En}")
                : new($"{day.Zh}（不含當日）前", $"before {day.En}");
        }
    }

    internal override Phrase Amount(int amount) => new($"{amount}天", Plural(amount, "day"));

    internal override TimeLimit Extended(int amount) => this with { Date = Date.PlusDays(amount) };
}
