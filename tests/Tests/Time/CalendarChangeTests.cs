using FsCheck;
using FsCheck.Fluent;
using GridDesk.Kernel;
using GridDesk.Kernel.Time;

namespace GridDesk.Tests.Time;

/// <summary>Closures and make-up days published over the pack's calendar.</summary>
public sealed class CalendarChangeTests
{
    private static readonly Phrase Typhoon = new("颱風停班", "Closed for a typhoon");

    private static readonly Gen<CalendarChange> AnyChange =
        from day in Gen.Choose(0, 364)
        from shut in Gen.Elements(true, false)
        from part in Gen.Choose(0, 3)
        select new CalendarChange(shut ? CalendarChangeKind.Shut : CalendarChangeKind.Works, new LocalDate(2019, 1, 1).PlusDays(day), Typhoon, null,
            shut && part is 1 or 3 ? new LocalTime(13, 30) : null, shut && part == 2 ? new LocalTime(10, 0) : null);

    [Fact]
    public void Only_the_days_named_change_and_the_last_word_on_a_day_counts() =>
        Gen.ListOf(AnyChange, 6).Hold(drawn =>
        {
            List<CalendarChange> changes = [];
            foreach (var change in drawn)
            {
                try
                {
                    change.CheckAgainst(With(changes));
                    changes.Add(change);
                }
                catch (Refusal)
                {
                    // What the page would have refused cannot be published.
                }
            }

            var changed = With(changes);
            for (var date = new LocalDate(2019, 1, 1); date.Year == 2019; date = date.PlusDays(1))
            {
                switch (changes.LastOrDefault(c => c.Date == date))
                {
                    case null:
                        changed.HoursOn(date).ShouldBe(Offices.Chiayi.HoursOn(date));
                        break;
                    case { Kind: CalendarChangeKind.Works }:
                        changed.HoursOn(date).Count.ShouldBe(2, $"{date} is worked");
                        break;
                    case { From: null, To: null }:
                        changed.HoursOn(date).ShouldBeEmpty();
                        changed.WhyOff(date).ShouldBe(Typhoon);
                        break;
                    case { } part:
                        changed.HoursOn(date).ShouldAllBe(hours => part.From != null ? hours.Until <= part.From : hours.From >= part.To);
                        break;
                }
            }
        });

    [Fact]
    public void A_change_that_changes_nothing_or_names_no_reason_is_refused_at_its_field()
    {
        var (thursday, saturday) = (new LocalDate(2019, 6, 20), new LocalDate(2019, 6, 22));
        Refused(new(CalendarChangeKind.Works, thursday, Typhoon)).ShouldBe(("calendar.works-already", "date"));
        Refused(new(CalendarChangeKind.Shut, saturday, Typhoon)).ShouldBe(("calendar.shut-already", "date"));
        Refused(new(CalendarChangeKind.Shut, thursday, new("", "x"))).ShouldBe(("calendar.name", "zh"));
        Refused(new(CalendarChangeKind.Shut, thursday, new("颱風", " "))).ShouldBe(("calendar.name", "en"));
        Refused(new(CalendarChangeKind.Shut, thursday, Typhoon, null, new(14, 0), new(13, 0))).ShouldBe(("calendar.hours", "to"));
        Refused(new(CalendarChangeKind.Shut, new(2031, 1, 1), Typhoon)).ShouldBe(("calendar.year-unknown", null));

        static (string, string?) Refused(CalendarChange change)
        {
            var refusal = Should.Throw<Refusal>(() => change.CheckAgainst(Offices.Chiayi));
            return (refusal.Code, refusal.Field);
        }
    }

    private static WorkCalendar With(IReadOnlyList<CalendarChange> changes) => new(Offices.ChiayiDefinition.With(changes, $"2027-1+{changes.Count}"), Offices.Zone);
}
