using FsCheck;
using FsCheck.Fluent;
using GridDesk.Hall.Book;
using GridDesk.Hall.Definition;
using GridDesk.Kernel.Time;

namespace GridDesk.Tests.Hall.Book;

/// <summary>Which times a day has.</summary>
public sealed class SlotRuleTests
{
    private static readonly IReadOnlyList<Opening> Office = [new(new(8, 0), new(12, 0)), new(new(13, 0), new(17, 0))];

    [Fact]
    public void Half_hours_within_the_rooms_own_hours() =>
        Slots.On(Place(30, "09:00-11:30", "13:30-16:30"), Office).Select(t => $"{t:HH:mm}").ShouldBe(["09:00", "09:30", "10:00", "10:30", "11:00", "13:30", "14:00", "14:30", "15:00", "15:30", "16:00"]);

    [Fact]
    public void A_typhoon_at_noon_leaves_the_morning_and_a_holiday_leaves_nothing()
    {
        Slots.On(Place(30, "09:00-16:30"), [new(new(8, 0), new(10, 15))]).Select(t => $"{t:HH:mm}").ShouldBe(["09:00", "09:30"], "a visit that would not be over is not begun");
        Slots.On(Place(30, "09:00-16:30"), []).ShouldBeEmpty();
        Slots.On(Place(45), Office).Count.ShouldBe(10, "without hours of its own the office's");
    }

    [Fact]
    public void Whatever_the_hours_are_the_times_lie_within_both_and_never_over_each_other()
    {
        var stretch = Gen.Choose(0, 95).SelectMany(from => Gen.Choose(from + 1, 96).Select(until => new Opening(Quarter(from), until == 96 ? new LocalTime(23, 59) : Quarter(until))));
        var day = stretch.ListOf().SelectMany(own => stretch.ListOf().SelectMany(open => Gen.Choose(5, 240).Select(slot => (own, open, slot))));
        Prop.ForAll(day.ToArbitrary(), drawn =>
        {
            var place = Place(drawn.slot, [.. drawn.own.Select(o => $"{o}")]);
            var open = Apart(drawn.open);
            var starts = Slots.On(place, open);
            var minutes = starts.Select(t => t.Hour * 60 + t.Minute).ToList();
            var own = place.Hours.Count == 0 ? open : place.Openings;
            minutes.Zip(minutes.Skip(1)).All(pair => pair.Second - pair.First >= drawn.slot).ShouldBeTrue("two times overlap");
            minutes.ShouldAllBe(m => Within(open, m, m + drawn.slot) && Within(own, m, m + drawn.slot));
            return open.Count > 0 || starts.Count == 0;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_stretch_has_as_many_times_as_fit_into_it() => Prop.ForAll(Gen.Choose(5, 240).SelectMany(slot => Gen.Choose(1, 600).Select(length => (slot, length))).ToArbitrary(), drawn =>
    {
        var open = new Opening(new(8, 0), new LocalTime(8, 0).PlusMinutes(drawn.length));
        return Slots.On(Place(drawn.slot), [open]).Count == drawn.length / drawn.slot;
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("tomorrow")]
    [InlineData("2019-06-21T09:30:00")]
    [InlineData("2019-06-21T23:59:59.9")]
    [InlineData("2019-02-30T09:30")]
    [InlineData("-9998-01-01T00:00")]
    [InlineData("9999-12-31T23:59")]
    public void What_is_no_time_is_refused_in_a_sentence(string? typed) => Should.Throw<Refusal>(() => Slots.Read(typed)).Code.ShouldBe("booking.no-slot");

    private static BookingPlace Place(int slot, params string[] hours) => new("room", "centre", Phrase.Same("room"), ["XFER"], slot, 1) { Hours = hours };

    private static LocalTime Quarter(int nth) => new(nth / 4, nth % 4 * 15);

    private static bool Within(IEnumerable<Opening> stretches, int from, int until) => stretches.Any(o => o.From.Hour * 60 + o.From.Minute <= from && until <= o.Until.Hour * 60 + o.Until.Minute);

    // The office's own hours never overlap.
    private static List<Opening> Apart(IEnumerable<Opening> drawn)
    {
        List<Opening> kept = [];
        foreach (var one in drawn.OrderBy(o => o.From))
        {
            if (kept.Count == 0 || kept[^1].Until <= one.From)
            {
                kept.Add(one);
            }
        }

        return kept;
    }
}
