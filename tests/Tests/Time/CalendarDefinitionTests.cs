using GridDesk.Kernel.Time;

namespace GridDesk.Tests.Time;

public sealed class CalendarDefinitionTests
{
    private static readonly CalendarDefinition Good = Offices.ChiayiDefinition;

    [Fact]
    public void A_good_calendar_has_no_mistakes() => Good.Check().ShouldBeEmpty();

    [Theory]
    [InlineData("8-12")]
    [InlineData("12:00-08:00")]
    [InlineData("08:00-08:00")]
    [InlineData("08:00-24:00")]
    [InlineData("08:00")]
    public void A_stretch_that_cannot_be_read_is_named_with_its_place(string stretch)
    {
        var mistake = WithWeek(new() { Monday = [stretch], Tuesday = ["08:00-17:00"] }).Check().ShouldHaveSingleItem();
        mistake.Place.ShouldBe("hours[0].week.monday[0]");
        mistake.Sentence.Zh.ShouldContain(stretch);
        mistake.Sentence.En.ShouldContain(stretch);
    }

    [Theory]
    [InlineData("08:00-12:00", "11:59-17:00", false)]
    [InlineData("13:00-17:00", "08:00-12:00", false)]
    [InlineData("08:00-12:00", "12:00-17:00", true)]
    public void Stretches_of_a_day_follow_each_other_without_overlap(string first, string second, bool good) =>
        WithWeek(new() { Friday = [first, second] }).Check().Select(mistake => mistake.Place)
            .ShouldBe(good ? [] : ["hours[0].week.friday[1]"]);

    [Fact]
    public void A_weekday_cannot_be_a_make_up_day() =>
        MistakeOf(Year(2019) with { MakeUpDays = [new(2019, 10, 5), new(2019, 10, 7)] }).Place.ShouldBe("years[0].makeUpDays[1]");

    [Fact]
    public void A_make_up_day_needs_hours()
    {
        var calendar = Good with { Hours = [Good.Hours[0] with { MakeUpDay = [] }] };
        calendar.Check().Count.ShouldBe(3);
        calendar.Check()[0].Sentence.En.ShouldContain("makeUpDay");
    }

    [Fact]
    public void A_date_is_written_once()
    {
        var off = new DayOff { Date = new(2019, 6, 8), Name = Phrase.Same("x") };
        MistakeOf(new() { Year = 2019, DaysOff = [off, off] }).Place.ShouldBe("years[0].daysOff[1]");
        MistakeOf(new() { Year = 2019, DaysOff = [off], MakeUpDays = [off.Date] }).Place.ShouldBe("years[0].makeUpDays[0]");
        MistakeOf(new() { Year = 2019, DaysOff = [off with { Date = new(2018, 6, 8) }] }).Sentence.En.ShouldContain("2018-06-08");
    }

    [Fact]
    public void Years_run_on_without_a_gap()
    {
        (Good with { Years = [Year(2019), Year(2021)] }).Check().ShouldHaveSingleItem().Place.ShouldBe("years[1].year");
        (Good with { Years = [Year(2019), Year(2019)] }).Check().ShouldHaveSingleItem().Place.ShouldBe("years[1].year");
        (Good with { Years = [] }).Check().ShouldHaveSingleItem().Place.ShouldBe("years");
    }

    [Fact]
    public void Office_hours_cover_every_day_of_the_years()
    {
        var calendar = Good with { Hours = [Good.Hours[0] with { ValidUntil = new(2020, 6, 30) }] };
        var mistake = calendar.Check().ShouldHaveSingleItem();
        mistake.Place.ShouldBe("years[1].year");
        mistake.Sentence.Zh.ShouldContain("2020-07-01");
        (Good with { Hours = [] }).Check().ShouldHaveSingleItem().Place.ShouldBe("hours");
        (Good with { Hours = [Good.Hours[0], Good.Hours[0]] }).Check().ShouldHaveSingleItem().Place.ShouldBe("hours[1].validFrom");
    }

    [Fact]
    public void A_closure_lies_in_a_known_year_and_ends_after_it_begins()
    {
        var closure = new Closure { Date = new(2021, 8, 24), From = new(13, 0), To = new(12, 0), Name = Phrase.Same("x") };
        (Good with { Closures = [closure] }).Check().Select(mistake => mistake.Place)
            .ShouldBe(["closures[0].date", "closures[0].to"]);
    }

    [Fact]
    public void No_calendar_is_made_of_a_definition_with_mistakes() =>
        Should.Throw<ArgumentException>(() => new WorkCalendar(Good with { Years = [] }, Offices.Zone)).Message.ShouldContain("years");

    private static CalendarYear Year(int year) => new() { Year = year };

    private static CalendarDefinition WithWeek(WeekHours week) =>
        Good with { Hours = [Good.Hours[0] with { Week = week }], Years = [Year(2019)] };

    private static CalendarMistake MistakeOf(CalendarYear year) => (Good with { Years = [year] }).Check().ShouldHaveSingleItem();
}
