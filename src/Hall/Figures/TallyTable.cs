using System.Globalization;

namespace GridDesk.Hall.Figures;

/// <summary>Figures by something, a row each: as the page shows them and a file lists them.</summary>
/// <param name="Head">What the rows are.</param>
internal sealed record TallyTable(Phrase Title, Phrase Head, IReadOnlyList<(Phrase Name, HallTally Tally)> Rows)
{
    /// <param name="nameOf">What the pack calls a line.</param>
    public static IReadOnlyList<TallyTable> Of(HallFigures figures, Func<TicketKind, Phrase> nameOf) =>
    [
        new(new("依種類", "By line"), new("種類", "Line"), [.. figures.Kinds.Select(of => (nameOf(of.Kind), of.Tally))]),
        new(new("依櫃檯", "By counter"), new("櫃檯", "Counter"), [.. figures.Counters.Select(of => (new Phrase($"{of.Counter} 號櫃檯", $"Counter {of.Counter}"), of.Tally))]),
        new(new("依抽號的時段", "By the hour of coming"), new("時段", "Hour"), [.. figures.Hours.Select(of => (HourOf(of.Hour), of.Tally))]),
    ];

    /// <summary>For a file, whose rows stand alone.</summary>
    public static TallyTable Of(HeatMap heat) => new(new("依星期和時段", "By weekday and hour"), new("時段", "Hour"),
        [.. heat.Days.SelectMany(day => heat.Hours.Select(hour => (Day: day, Hour: hour, Tally: heat[day, hour]))).Where(cell => cell.Tally is not null)
            .Select(cell => (new Phrase($"{DayOf(cell.Day).Zh} {HourOf(cell.Hour).Zh}", $"{DayOf(cell.Day).En} {HourOf(cell.Hour).En}"), cell.Tally!))]);

    /// <summary>09:00–10:00.</summary>
    public static Phrase HourOf(int hour) => Phrase.Same($"{hour:00}:00–{hour + 1:00}:00");

    public static Phrase DayOf(IsoDayOfWeek day) => new($"星期{"一二三四五六日"[(int)day - 1]}", $"{day}");

    /// <summary>For the head of a narrow column.</summary>
    public static Phrase ShortDayOf(IsoDayOfWeek day) => new($"{"一二三四五六日"[(int)day - 1]}", $"{day}"[..3]);

    /// <summary>8.3, or a dash where there is none.</summary>
    public static string Text(decimal? minutes) => minutes?.ToString("0.0", CultureInfo.InvariantCulture) ?? "–";
}
