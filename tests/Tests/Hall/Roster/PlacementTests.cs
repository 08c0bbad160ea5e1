using FsCheck;
using FsCheck.Fluent;
using GridDesk.Hall;
using GridDesk.Hall.Definition;
using GridDesk.Hall.Roster;
using GridDesk.Staff;
using GridDesk.Staff.Shifts;
using Interval = NodaTime.Interval;

namespace GridDesk.Tests.Hall.Roster;

/// <summary>Who may be planned where.</summary>
public sealed class PlacementTests
{
    private static readonly Instant Eight = Instant.FromUtc(2019, 6, 20, 0, 0);
    private static readonly Interval Noon = new(At(12), At(13));
    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Asia/Taipei"];
    private static readonly HallDefinition Hall = new(HallCases.Site,
    [
        new(1, Phrase.Same("一"), [TicketKind.Quick]) { Noon = true },
        new(2, Phrase.Same("二"), [TicketKind.Ordinary]),
    ]);

    [Fact]
    public void A_clerk_at_a_counter_has_a_deputy_who_may_call()
    {
        Refusing(Of(Post.At(2), Role.Clerk)).ShouldBe(("roster.deputy", "deputy"));
        Refusing(Of(Post.At(2), Role.Clerk) with { Deputy = Person(Role.Greeter) }).ShouldBe(("roster.deputy-role", "deputy"));
        Refusing(Of(Post.At(2), Role.Clerk) with { Deputy = Person(Role.Supervisor) }).ShouldBeNull();
        Refusing(Of(Post.At(2), Role.Editor)).ShouldBe(("roster.role", "person"));
        Refusing(Of(new(PostKind.Floor), Role.Greeter)).ShouldBeNull();
    }

    [Fact]
    public void A_volunteer_sits_at_a_noon_counter_over_noon_with_the_certificate()
    {
        var volunteer = Of(Post.At(1), Role.Volunteer) with { When = Noon, Certified = true };
        Refusing(volunteer).ShouldBeNull();
        Refusing(volunteer with { Certified = false }).ShouldBe(("roster.certificate", "person"));
        Refusing(volunteer with { Post = Post.At(2) }).ShouldBe(("roster.noon-counter", "post"));
        Refusing(volunteer with { When = new(At(11), At(13)) }).ShouldBe(("roster.noon-time", "from"));
        Refusing(volunteer, noon: null).ShouldBe(("roster.noon-time", "from"));
        Refusing(volunteer with { Post = new(PostKind.Guide), Certified = false, When = new(At(14), At(16)) }).ShouldBeNull();
    }

    [Fact]
    public void However_a_counter_is_planned_nobody_shares_it() =>
        Prop.ForAll<(byte, byte)[]>(asked =>
        {
            List<PostedShift> there = [];
            foreach (var (start, length) in asked)
            {
                var place = Of(Post.At(2), Role.Clerk) with { Deputy = Person(Role.Clerk), When = new(At(start % 24), At(start % 24 + 1 + length % 5)) };
                try
                {
                    place.Check(Hall, Noon, there, Zone);
                    there.Add(new(Guid.NewGuid(), HallCases.Site, place.Post.Code, place.Role, place.When.Start, place.When.End, new(place.Person.Id, "甲"), null));
                }
                catch (Refusal refused) when (refused.Code is "roster.taken")
                {
                    // Refused: not planned.
                }
            }

            return Enumerable.Range(0, 30).All(hour => there.Count(s => s.From <= At(hour) && At(hour) < s.Until) <= 1);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Whoever_works_all_day_has_the_noon_break_and_not_a_minute_less_than_was_asked_for() =>
        Prop.ForAll<byte, byte>((start, length) =>
        {
            Interval day = new(At(6) + Duration.FromMinutes(start), At(6) + Duration.FromMinutes(start + length + 1));
            var parts = Placement.Stretches(day, Noon);
            var spans = day.Start < Noon.Start && day.End > Noon.End;
            return parts[0].Start == day.Start && parts[^1].End == day.End
                && parts.Sum(p => p.Duration.TotalMinutes) == day.Duration.TotalMinutes - (spans ? Noon.Duration.TotalMinutes : 0);
        }).QuickCheckThrowOnFailure();

    private static (string, string?)? Refusing(Placement place) => Refusing(place, Noon);

    private static (string, string?)? Refusing(Placement place, Interval? noon)
    {
        try
        {
            place.Role.ShouldBeOneOf([.. place.Post.Roles]);
            place.Check(Hall, noon, [], Zone);
            return null;
        }
        catch (Refusal refused)
        {
            return (refused.Code, refused.Field);
        }
    }

    private static Placement Of(Post post, Role role) => new(post, Person(role), null, false, new(At(9), At(10)));

    private static Colleague Person(Role role) => new(Guid.CreateVersion7(), $"{role}", "service-centre", HallCases.Site, [role]);

    private static Instant At(int hour) => Eight + Duration.FromHours(hour - 8);
}
