using FsCheck;
using FsCheck.Fluent;
using GridDesk.Kernel.Events;
using GridDesk.Notices;
using GridDesk.Notices.Routing;
using GridDesk.Notices.Show;

namespace GridDesk.Tests.Notices.Routing;

/// <summary>Moves of shares are read as what happened, and what providers say is read without whom it was about.</summary>
public sealed class RouteStretchTests
{
    private static readonly Instant Ten = Instant.FromUtc(2019, 6, 20, 2, 0);

    [Fact]
    public void Ten_steps_within_ten_minutes_are_one_thing_that_happened()
    {
        var stretch = RouteStretch.Of(Enumerable.Range(0, 10).Select(n => Moved(Ten + Duration.FromMinutes(n), new(MessageChannel.Sms, 100 - 10 * n, 90 - 10 * n, RouteReason.FirstIsSlow, 12 - n, 12)))).Single();
        (stretch.Before, stretch.After, stretch.Moves, stretch.From, stretch.Until).ShouldBe((100, 0, 10, Ten, Ten + Duration.FromMinutes(9)));
        (stretch.Slow, stretch.All).ShouldBe((12, 12), "what it began with");
    }

    [Fact]
    public void Every_move_is_in_one_stretch_and_none_joins_channels_reasons_or_gaps()
    {
        var one = from channel in Gen.Elements(MessageChannel.Email, MessageChannel.Sms) from why in Gen.Elements(Enum.GetValues<RouteReason>()) from minutes in Gen.Choose(1, 12) from first in Gen.Choose(0, 10) select (channel, why, minutes, first);
        Prop.ForAll(one.ListOf().ToArbitrary(), picked =>
        {
            var (at, shares, moves) = (Ten, new Dictionary<MessageChannel, int>(), new List<Happening>());
            foreach (var (channel, why, minutes, first) in picked)
            {
                var (from, to) = (shares.GetValueOrDefault(channel, 100), first * 10);
                moves.Add(Moved(at += Duration.FromMinutes(minutes), new(channel, from, shares[channel] = to, why, 3, 12)));
            }

            var stretches = RouteStretch.Of(moves);
            stretches.Sum(s => s.Moves).ShouldBe(moves.Count);
            stretches.Select(s => s.From).ShouldBe(stretches.Select(s => s.From).OrderDescending());
            foreach (var channel in stretches.GroupBy(s => s.Channel))
            {
                var inOrder = channel.OrderBy(s => s.From).ToList();
                inOrder.ShouldAllBe(s => s.From <= s.Until);
                inOrder[0].Before.ShouldBe(100);
                inOrder[^1].After.ShouldBe(shares[channel.Key]);
                inOrder.Zip(inOrder.Skip(1)).ShouldAllBe(pair => pair.First.After == pair.Second.Before && (pair.First.Why != pair.Second.Why || pair.Second.From - pair.First.Until > Duration.FromMinutes(7)));
            }
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData("Connection refused (10.0.0.12:2525)", "Connection refused (10.0.0.12:2525)")]
    [InlineData("sms-1 answered 503", "sms-1 answered 503")]
    [InlineData("CY108-00372-X 受理了：過戶", "CY108-00372-X 受理了：過戶")]
    [InlineData("tel-0912345678", "tel-＊＊＊")]
    [InlineData("550 5.1.1 <yulan@example.com>: no such user", "550 5.1.1 <＊＊＊>: no such user")]
    [InlineData("cannot reach 0912-345-678 now", "cannot reach ＊＊＊ now")]
    [InlineData("+886 912 345 678 (05) 222-1234", "+＊＊＊")]
    public void Whom_it_was_about_is_blotted_out(string said, string shown) => Blotted.Of(said).ShouldBe(shown);

    private static Happening Moved(Instant at, RouteMoved moved) => new(Guid.NewGuid(), Route.KeyOf(moved.Channel), 1, moved, "office", at, at);
}
