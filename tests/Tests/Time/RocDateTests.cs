using FsCheck.Fluent;
using GridDesk.Kernel.Time;

namespace GridDesk.Tests.Time;

public sealed class RocDateTests
{
    [Fact]
    public void Every_day_from_1912_to_2060_is_read_back_from_every_way_of_writing_it()
    {
        for (var date = new LocalDate(1912, 1, 1); date.Year <= 2060; date = date.PlusDays(1))
        {
            var (roc, year, month, day) = (date.Year - 1911, date.Year, date.Month, date.Day);
            string[] ways =
            [
                RocDate.Show(date).Zh, RocDate.Show(date).En, $"民國{roc}年{month}月{day}日", $"中華民國 {roc} 年 {month:00} 月 {day:00} 日",
                $"{roc:000}{month:00}{day:00}", $"{roc:000}/{month}/{day}", $"{roc:000}-{month:00}-{day:00}", $"{roc:000}.{month}.{day}",
                $"{year}-{month:00}-{day:00}", $"{year}/{month}/{day}", $"{year}{month:00}{day:00}", $"{year}年{month}月{day}日",
            ];
            ways.Where(way => RocDate.Parse(way) != date).ShouldBeEmpty();
        }
    }

    [Theory]
    [InlineData("1080705")]
    [InlineData("108/7/5")]
    [InlineData("108-07-05")]
    [InlineData("108.7.5")]
    [InlineData("108年7月5日")]
    [InlineData("民國108年7月5日")]
    [InlineData("2019-07-05")]
    [InlineData("2019/7/5")]
    [InlineData("20190705")]
    [InlineData("5 July 2019")]
    [InlineData(" 5 jul 2019 ")]
    [InlineData("１０８／７／５")]
    [InlineData("１０８年７月５日")]
    [InlineData("１０８０７０５")]
    public void The_day_of_the_assessment_is_read_however_it_is_typed(string typed) =>
        RocDate.Parse(typed).ShouldBe(new LocalDate(2019, 7, 5));

    [Theory]
    [InlineData("0990101")]
    [InlineData("99/1/1")]
    [InlineData("民國99/1/1")]
    public void A_year_of_two_digits_is_a_year_of_the_Republic(string typed) =>
        RocDate.Parse(typed).ShouldBe(new LocalDate(2010, 1, 1));

    [Theory]
    [InlineData("990101")]
    [InlineData("12/5/19")]
    [InlineData("5/7/2019")]
    [InlineData("7/5")]
    [InlineData("108/2/29")]
    [InlineData("1080230")]
    [InlineData("0000101")]
    [InlineData("01080705")]
    [InlineData("0108/7/5")]
    [InlineData("1911-12-31")]
    [InlineData("2201-01-01")]
    [InlineData("108/13/1")]
    [InlineData("108/0/1")]
    [InlineData("108/7-5")]
    [InlineData("31 June 2019")]
    [InlineData("5 Juli 2019")]
    [InlineData("民國2019年7月5日")]
    [InlineData("明天")]
    [InlineData("")]
    [InlineData("1080705\n1")]
    public void What_is_ambiguous_or_impossible_is_refused_with_an_example(string typed)
    {
        var refusal = Should.Throw<Refusal>(() => RocDate.Parse(typed, "signedOn"));
        refusal.Code.ShouldBe("date.unreadable");
        refusal.Field.ShouldBe("signedOn");
        refusal.Reason.Zh.ShouldContain("108年7月5日");
        refusal.Reason.En.ShouldContain("5 July 2019");
    }

    [Fact]
    public void Whatever_is_typed_is_a_date_or_refused() =>
        (from parts in Gen.Elements("1", "08", "108", "2019", "0705", "/", "-", ".", "年", "月", "日", "民國", "July", " ", "５", "\ud800", "٣", "000000000000")
            .ListOf() select string.Concat(parts)).Hold(
            typed =>
            {
                try
                {
                    RocDate.Parse(typed).Year.ShouldBeInRange(1912, 2200);
                }
                catch (Refusal refusal)
                {
                    refusal.Code.ShouldBe("date.unreadable");
                }
            },
            quick: 2000);

    [Fact]
    public void Dates_are_shown_as_each_language_writes_them()
    {
        var date = new LocalDate(2019, 7, 5);
        RocDate.Show(date).ShouldBe(new("108年7月5日", "5 July 2019"));
        RocDate.Short(date).ShouldBe(new("7月5日", "5 July"));
        RocDate.ShowWithWeekday(date).ShouldBe(new("7月5日（五）", "Friday 5 July"));
        RocDate.ShowWithWeekday(new(2019, 7, 7)).Zh.ShouldBe("7月7日（日）");
        RocDate.YearOf(date).ShouldBe(108);
    }

    [Fact]
    public void Half_years_meet_at_midnight_in_the_office()
    {
        var first = new HalfYear(108, 1);
        var second = HalfYear.Of(new(2019, 7, 1));

        (first.From, first.Until).ShouldBe((new LocalDate(2019, 1, 1), new LocalDate(2019, 6, 30)));
        (second.From, second.Until).ShouldBe((new LocalDate(2019, 7, 1), new LocalDate(2019, 12, 31)));
        first.In(Offices.Zone).End.ShouldBe(second.In(Offices.Zone).Start);
        first.In(Offices.Zone).Start.ShouldBe(Instant.FromUtc(2018, 12, 31, 16, 0));
        second.ShouldBe(new HalfYear(108, 2));
        first.Name.ShouldBe(new("108年上半年", "first half of 2019"));
        Should.Throw<ArgumentOutOfRangeException>(() => new HalfYear(108, 3));
    }
}
