using System.Text.Json;
using GridDesk.Kernel.Time;
using NodaTime.Text;

namespace GridDesk.Tests.Time;

public sealed class PublishedHolidaysTests
{
    private static readonly int[] WorkingDays = [250, 251, 249, 250, 249, 251, 247, 245, 244];

    [Fact]
    public void The_published_days_off_give_the_published_number_of_working_days()
    {
        var file = Find("shared/data/holidays.json");
        Assert.SkipUnless(file is not null, "shared/data/holidays.json does not lie beside the repository.");

        using var published = JsonDocument.Parse(File.ReadAllText(file!));
        var calendar = new WorkCalendar(
            Offices.ChiayiDefinition with
            {
                Years = [.. published.RootElement.GetProperty("years").EnumerateObject().Select(Year).OrderBy(year => year.Year)],
            },
            Offices.Zone);

        Enumerable.Range(2019, 9)
            .Select(year => calendar.WorkingDaysBetween(new(year, 1, 1), new(year, 12, 31)) + (calendar.IsWorkingDay(new(year, 1, 1)) ? 1 : 0))
            .ShouldBe(WorkingDays);
    }

    private static CalendarYear Year(JsonProperty year) => new()
    {
        Year = int.Parse(year.Name),
        DaysOff = [.. year.Value.GetProperty("holidays").EnumerateArray().Select(day => new DayOff
        {
            Date = Date(day),
            Name = Phrase.Same(day.GetProperty("name").GetString()!),
        })],
        MakeUpDays = [.. year.Value.GetProperty("makeup_workdays").EnumerateArray().Select(Date)],
    };

    private static LocalDate Date(JsonElement day) => LocalDatePattern.Iso.Parse(day.GetProperty("date").GetString()!).Value;

    private static string? Find(string path)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "GridDesk.slnx")))
            {
                var file = Path.Combine(folder.Parent!.FullName, path);
                return File.Exists(file) ? file : null;
            }
        }

        return null;
    }
}
