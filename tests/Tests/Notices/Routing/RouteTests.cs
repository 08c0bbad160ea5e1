using FsCheck;
using FsCheck.Fluent;
using GridDesk.Notices;
using GridDesk.Notices.Routing;

namespace GridDesk.Tests.Notices.Routing;

/// <summary>How the points of two providers move.</summary>
public sealed class RouteTests
{
    private static readonly Instant Start = Instant.FromUtc(2019, 6, 20, 2, 0);
    private static readonly Speed Fast = new(1, 100);
    private static readonly Speed Slow = new(15, 100);

    [Fact]
    public void Points_move_by_ten_at_most_once_a_minute_and_stay_between_none_and_all() => Prop.ForAll<(bool First, bool Second, byte Pause)[]>(days =>
    {
        var (route, now, last) = (new Route { Channel = MessageChannel.Sms }, Start, Instant.MinValue);
        foreach (var (first, second, pause) in days)
        {
            now += Duration.FromSeconds(pause * 7);
            var before = route.ShareOfFirst;
            if (route.Adjust(first ? Slow : Fast, second ? Slow : Fast, now) is { } moved)
            {
                (moved.From, moved.To).ShouldBe((before, route.ShareOfFirst));
                Math.Abs(moved.To - moved.From).ShouldBe(10);
                (now - last).ShouldBeGreaterThanOrEqualTo(Duration.FromMinutes(1));
                (first && second).ShouldBeFalse("no points move from one that is slow to another that is slow");
                last = now;
            }

            route.ShareOfFirst.ShouldBeInRange(0, 100);
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Every_minute_ten_points_leave_a_slow_provider_and_every_five_minutes_ten_come_back_when_it_is_well_again()
    {
        var (route, now) = (new Route { Channel = MessageChannel.Sms }, Start);
        for (var n = 1; n <= 3; n++, now += Duration.FromMinutes(1))
        {
            route.Adjust(Slow, Fast, now)!.Why.ShouldBe(RouteReason.FirstIsSlow);
            route.ShareOfFirst.ShouldBe(100 - 10 * n);
        }

        List<int> minutes = [];
        for (var minute = 0; minute < 40; minute++)
        {
            if (route.Adjust(Fast, Fast, now + Duration.FromMinutes(minute)) is { } moved)
            {
                moved.Why.ShouldBe(RouteReason.BackToRest);
                minutes.Add(minute);
            }
        }

        minutes.ShouldBe([4, 9, 14]);
        route.ShareOfFirst.ShouldBe(100);
    }

    [Theory]
    [InlineData(15, 100, true)]
    [InlineData(14, 100, false)]
    [InlineData(9, 9, false)]
    [InlineData(2, 10, true)]
    [InlineData(0, 0, false)]
    public void Fifteen_of_a_hundred_is_slow_and_fewer_than_ten_say_nothing(int slow, int all, bool isSlow) => new Speed(slow, all).IsSlow.ShouldBe(isSlow);

    [Fact]
    public void The_first_one_is_asked_first_for_its_share_of_the_messages() => Prop.ForAll(Gen.Choose(0, 10).Select(n => n * 10).ToArbitrary(), share =>
    {
        var now = DateTimeOffset.UtcNow;
        var first = Enumerable.Range(0, 4000).Count(n => Route.IsFirstFor(Guid.CreateVersion7(now.AddMilliseconds(n)), share));
        (first / 4000.0).ShouldBeInRange(share / 100.0 - 0.04, share / 100.0 + 0.04);
    }).QuickCheckThrowOnFailure();
}
