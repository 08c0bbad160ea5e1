using FsCheck;
using FsCheck.Fluent;
using GridDesk.Kernel.Time;

namespace GridDesk.Tests.Customers.Contacts;

public sealed class QuietHoursTests
{
    private static readonly DateTimeZone Taipei = DateTimeZoneProviders.Tzdb["Asia/Taipei"];

    [Theory]
    [InlineData("2019-06-20T20:59", null)]
    [InlineData("2019-06-20T21:00", "2019-06-21T08:00")]
    [InlineData("2019-06-20T23:59", "2019-06-21T08:00")]
    [InlineData("2019-06-21T00:00", "2019-06-21T08:00")]
    [InlineData("2019-06-21T07:59", "2019-06-21T08:00")]
    [InlineData("2019-06-21T08:00", null)]
    public void From_nine_in_the_evening_until_eight_over_midnight(string now, string? until) =>
        QuietHours.Usual.QuietUntil(At(now), Taipei).ShouldBe(until is null ? null : At(until));

    [Theory]
    [InlineData("2019-06-20T12:59", null), InlineData("2019-06-20T13:00", "2019-06-20T15:30"), InlineData("2019-06-20T15:30", null)]
    public void And_in_the_middle_of_a_day(string now, string? until) =>
        new QuietHours(new(13, 0), new(15, 30)).QuietUntil(At(now), Taipei).ShouldBe(until is null ? null : At(until));

    /// <summary>Also where clocks are put forward and back.</summary>
    [Fact]
    public void Quietness_ends_later_within_a_day_and_is_over_then_and_until_then_it_reigns()
    {
        var zones = new[] { Taipei, DateTimeZoneProviders.Tzdb["America/New_York"], DateTimeZoneProviders.Tzdb["Europe/Berlin"] };
        var cases = from zone in Gen.Elements(zones)
                    from begin in Gen.Choose(0, 47)
                    from length in Gen.Choose(1, 47)
                    from minute in Gen.Choose(0, 60 * 24 * 400)
                    select (zone, Hours: QuietHours.Of(Half(begin), Half((begin + length) % 48)), Now: Instant.FromUtc(2019, 1, 1, 0, 0) + Duration.FromMinutes(minute));
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(5_000), Prop.ForAll(cases.ToArbitrary(), one =>
        {
            var (zone, hours, now) = one;
            var until = hours.QuietUntil(now, zone);
            var time = now.InZone(zone).TimeOfDay;
            (until is not null).ShouldBe(hours.From < hours.Until ? hours.From <= time && time < hours.Until : hours.From <= time || time < hours.Until);
            if (until is { } end)
            {
                end.ShouldBeGreaterThan(now);
                (end - now).ShouldBeLessThanOrEqualTo(Duration.FromHours(25));
                hours.QuietUntil(end, zone).ShouldBeNull();
                hours.QuietUntil(now + ((end - now) / 2), zone).ShouldBe(end);
            }
        }));
    }

    [Fact]
    public void They_are_stored_as_they_are_read_and_never_take_the_whole_day()
    {
        QuietHours.Parse(QuietHours.Usual.ToString()).ShouldBe(QuietHours.Usual);
        Should.Throw<Refusal>(() => QuietHours.Of(new(8, 0), new(8, 0))).Code.ShouldBe("quiet-hours.same");
    }

    private static LocalTime Half(int half) => new(half / 2, half % 2 * 30);

    private static Instant At(string local) => NodaTime.Text.LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm").Parse(local).Value.InZoneStrictly(Taipei).ToInstant();
}
