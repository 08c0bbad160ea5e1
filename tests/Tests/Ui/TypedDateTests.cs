using FsCheck;
using FsCheck.Fluent;
using GridDesk.Ui.Dates;

namespace GridDesk.Tests.Ui;

public sealed class TypedDateTests
{
    [Theory]
    [InlineData("1080705")]
    [InlineData("20190705")]
    [InlineData("108/7/5")]
    [InlineData("2019-07-05")]
    [InlineData("108年7月5日")]
    [InlineData("１０８．７．５")]
    public void A_day_is_read_however_it_is_written(string text) => TypedDate.Read(text).ShouldBe(new LocalDate(2019, 7, 5));

    [Fact]
    public void Both_calendars_name_the_same_day()
    {
        var days = Gen.Choose(0, 60_000).Select(ahead => new LocalDate(1912, 1, 1).PlusDays(ahead));

        Prop.ForAll(days.ToArbitrary(), day =>
            TypedDate.Read($"{day.Year}", $"{day.Month}", $"{day.Day}") == day
            && TypedDate.Read($"{day.Year - 1911}", $"{day.Month:00}", $" {day.Day} ") == day
            && TypedDate.Read($"{day.Year - 1911:000}{day.Month:00}{day.Day:00}") == day).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData("108", "6", "31", "date.day")]
    [InlineData("108", "13", "1", "date.month")]
    [InlineData("108", "", "1", "date.incomplete")]
    [InlineData("0", "1", "1", "date.year")]
    [InlineData("99999", "1", "1", "date.year")]
    [InlineData("一百零八", "1", "1", "date.incomplete")]
    public void What_is_no_day_is_refused_with_its_reason(string year, string month, string day, string code) =>
        Should.Throw<Refusal>(() => TypedDate.Read(year, month, day)).Code.ShouldBe(code);

    [Fact]
    public void No_text_breaks_the_reading() => Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>>(), text =>
    {
        try
        {
            TypedDate.Read(text.Get);
        }
        catch (Refusal)
        {
        }
    }).QuickCheckThrowOnFailure();
}
