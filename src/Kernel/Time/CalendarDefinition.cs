namespace GridDesk.Kernel.Time;

/// <summary>What an office writes down about its working time; <see cref="WorkCalendar"/> answers questions from it.</summary>
public sealed record CalendarDefinition
{
    /// <summary>Names this state of the calendar; every promise says by which edition it was reckoned.</summary>
    public required string Edition { get; init; }

    /// <summary>Where the days off come from.</summary>
    public required string Source { get; init; }

    /// <summary>The hours of the first id are the office's own; a site may follow those of another id.</summary>
    public IReadOnlyList<OfficeHours> Hours { get; init; } = [];

    /// <summary>The years that are known, one after another without a gap.</summary>
    public IReadOnlyList<CalendarYear> Years { get; init; } = [];

    public IReadOnlyList<Closure> Closures { get; init; } = [];

    /// <summary>Everything that is wrong with it; empty when a <see cref="WorkCalendar"/> can be made of it.</summary>
    public IReadOnlyList<CalendarMistake> Check() => [.. CalendarCheck.MistakesIn(this)];
}

/// <summary>
/// Weekly hours and the time in which they hold. Where several of one id hold on a day, the one that began last
/// counts: summer hours lie over the usual ones and end by themselves.
/// </summary>
public sealed record OfficeHours
{
    public required string Id { get; init; }

    public required Phrase Name { get; init; }

    public required LocalDate ValidFrom { get; init; }

    /// <summary>The last day; until further notice when null.</summary>
    public LocalDate? ValidUntil { get; init; }

    public WeekHours Week { get; init; } = new();

    /// <summary>The hours of a day worked in place of another (補行上班), as <c>08:00-12:00</c>.</summary>
    public IReadOnlyList<string> MakeUpDay { get; init; } = [];

    internal bool HoldsOn(LocalDate date) => ValidFrom <= date && (ValidUntil is null || date <= ValidUntil);

    internal static OfficeHours? InForce(IEnumerable<OfficeHours> hours, LocalDate date) =>
        hours.Where(h => h.HoldsOn(date)).MaxBy(h => h.ValidFrom);
}

/// <summary>The stretches of each weekday in order, as <c>08:00-12:00</c>; a weekday with none is regularly off.</summary>
public sealed record WeekHours
{
    public IReadOnlyList<string> Monday { get; init; } = [];

    public IReadOnlyList<string> Tuesday { get; init; } = [];

    public IReadOnlyList<string> Wednesday { get; init; } = [];

    public IReadOnlyList<string> Thursday { get; init; } = [];

    public IReadOnlyList<string> Friday { get; init; } = [];

    public IReadOnlyList<string> Saturday { get; init; } = [];

    public IReadOnlyList<string> Sunday { get; init; } = [];

    internal IReadOnlyList<string> On(IsoDayOfWeek weekday) => weekday switch
    {
        IsoDayOfWeek.Monday => Monday,
        IsoDayOfWeek.Tuesday => Tuesday,
        IsoDayOfWeek.Wednesday => Wednesday,
        IsoDayOfWeek.Thursday => Thursday,
        IsoDayOfWeek.Friday => Friday,
        IsoDayOfWeek.Saturday => Saturday,
        _ => Sunday,
    };
}

/// <summary>The days of one year that differ from the week.</summary>
public sealed record CalendarYear
{
    /// <summary>Of the common era.</summary>
    public required int Year { get; init; }

    public Grade Grade { get; init; }

    public IReadOnlyList<DayOff> DaysOff { get; init; } = [];

    /// <summary>Days regularly off on which the office works all the same (補行上班日).</summary>
    public IReadOnlyList<LocalDate> MakeUpDays { get; init; } = [];
}

public sealed record DayOff
{
    public required LocalDate Date { get; init; }

    public required Phrase Name { get; init; }
}

/// <summary>A day or part of a day on which one site, or the whole office, is shut: a typhoon, a power cut.</summary>
public sealed record Closure
{
    /// <summary>The site's code; the whole office when null.</summary>
    public string? Site { get; init; }

    public required LocalDate Date { get; init; }

    /// <summary>From the morning on when null.</summary>
    public LocalTime? From { get; init; }

    /// <summary>For the rest of the day when null.</summary>
    public LocalTime? To { get; init; }

    public required Phrase Name { get; init; }
}

/// <param name="Place">Where, in the words of the file: <c>years[0].daysOff[3]</c>.</param>
/// <param name="Sentence">What is wrong and what to do.</param>
public sealed record CalendarMistake(string Place, Phrase Sentence);
