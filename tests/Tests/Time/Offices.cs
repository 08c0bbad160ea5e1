using GridDesk.Kernel.Time;

namespace GridDesk.Tests.Time;

/// <summary>The office of the examples: Chiayi's days of 2019, and enough of 2020 to look over the new year.</summary>
internal static class Offices
{
    public static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Asia/Taipei"];

    private static readonly string[] Day = ["08:00-12:00", "13:00-17:00"];

    public static readonly CalendarDefinition ChiayiDefinition = new()
    {
        Edition = "2027-1",
        Source = "行政院人事行政總處",
        Hours =
        [
            new()
            {
                Id = "office", Name = new("上班時間", "Office hours"), ValidFrom = new(2019, 1, 1), MakeUpDay = Day,
                Week = new() { Monday = Day, Tuesday = Day, Wednesday = Day, Thursday = Day, Friday = Day },
            },
        ],
        Years =
        [
            new()
            {
                Year = 2019,
                DaysOff =
                [
                    Off(2019, 1, 1, "開國紀念日", "Founding Day"),
                    Off(2019, 2, 4, "農曆除夕", "Lunar New Year’s Eve"),
                    Off(2019, 2, 5, "春節", "Lunar New Year"),
                    Off(2019, 2, 6, "春節", "Lunar New Year"),
                    Off(2019, 2, 7, "春節", "Lunar New Year"),
                    Off(2019, 2, 8, "調整放假", "Adjusted day off"),
                    Off(2019, 2, 28, "和平紀念日", "Peace Memorial Day"),
                    Off(2019, 3, 1, "調整放假", "Adjusted day off"),
                    Off(2019, 4, 4, "兒童節", "Children’s Day"),
                    Off(2019, 4, 5, "民族掃墓節", "Tomb-Sweeping Day"),
                    Off(2019, 6, 7, "端午節", "Dragon Boat Festival"),
                    Off(2019, 9, 13, "中秋節", "Mid-Autumn Festival"),
                    Off(2019, 10, 10, "國慶日", "National Day"),
                    Off(2019, 10, 11, "調整放假", "Adjusted day off"),
                ],
                MakeUpDays = [new(2019, 1, 19), new(2019, 2, 23), new(2019, 10, 5)],
            },
            new() { Year = 2020, DaysOff = [Off(2020, 1, 1, "開國紀念日", "Founding Day")] },
        ],
    };

    public static readonly WorkCalendar Chiayi = new(ChiayiDefinition, Zone);

    public static WorkCalendar With(params Closure[] closures) => new(ChiayiDefinition with { Closures = closures }, Zone);

    public static Instant At(int year, int month, int day, int hour, int minute) =>
        new LocalDateTime(year, month, day, hour, minute).InZoneStrictly(Zone).ToInstant();

    private static DayOff Off(int year, int month, int day, string zh, string en) =>
        new() { Date = new(year, month, day), Name = new(zh, en) };
}
