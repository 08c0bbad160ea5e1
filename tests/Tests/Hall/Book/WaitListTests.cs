using GridDesk.Hall.Book;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using GridDesk.Tests.Infrastructure;

namespace GridDesk.Tests.Hall.Book;

/// <summary>What becomes free goes to those who wait, one after the other.</summary>
[Trait("store", "both")]
public sealed class WaitListTests
{
    [Fact]
    public async Task A_time_whose_form_was_never_sent_goes_to_whoever_waits_for_it()
    {
        await using var office = await TestOffice.OpenAsync();
        var late = await office.BookAsync(BookingCases.Later);
        await office.AtBookingsAsync(desk => desk.HoldAsync(BookingCases.Advice, BookingCases.Tomorrow));
        var waiting = await office.AtBookingsAsync(desk => desk.WaitForEarlierAsync(late.Change()));
        office.Clock.Advance(Duration.FromMinutes(11));
        await office.TendAsync();
        (await office.HistoryOfAsync(waiting.Key)).OfType<WaitOffered>().Single().At.ShouldBe(BookingCases.Tomorrow.InZoneStrictly(DateTimeZoneProviders.Tzdb["Asia/Taipei"]).ToInstant());
        (await Should.ThrowAsync<Refusal>(() => office.BookAsync())).Code.ShouldBe("booking.taken", "it is kept for whoever waited");
        await office.AtBookingsAsync(async desk => { await desk.LeaveAsync(waiting.Id, WaitEnd.Left, Actor.Customer); return true; });
        await office.BookAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_time_that_was_kept_and_is_let_go_for_another_goes_to_whoever_waits_for_it(bool booked)
    {
        await using var office = await TestOffice.OpenAsync();
        var monday = await office.BookAsync(BookingCases.Later.PlusDays(3));
        var form = await office.AtBookingsAsync(desk => desk.HoldAsync(BookingCases.Advice, BookingCases.Tomorrow));
        var waiting = await office.AtBookingsAsync(desk => desk.WaitForEarlierAsync(monday.Change()));
        await office.AtBookingsAsync(async desk => booked
            ? (await desk.BookAsync(form, BookingCases.Advice, BookingCases.Later, BookingCases.Anna(), BookingWay.Online, Actor.Customer)).Id
            : await desk.HoldAsync(BookingCases.Advice, BookingCases.Later, form));
        (await office.HistoryOfAsync(waiting.Key)).OfType<WaitOffered>().Single().At.ShouldBe(BookingCases.Tomorrow.InZoneStrictly(DateTimeZoneProviders.Tzdb["Asia/Taipei"]).ToInstant());
    }

    [Fact]
    public async Task Whoever_chooses_the_time_again_that_is_kept_for_them_still_has_it()
    {
        await using var office = await TestOffice.OpenAsync();
        var monday = await office.BookAsync(BookingCases.Later.PlusDays(3));
        var form = await office.AtBookingsAsync(desk => desk.HoldAsync(BookingCases.Advice, BookingCases.Tomorrow));
        var waiting = await office.AtBookingsAsync(desk => desk.WaitForEarlierAsync(monday.Change()));
        await office.AtBookingsAsync(desk => desk.HoldAsync(BookingCases.Advice, BookingCases.Tomorrow, form));
        (await office.HistoryOfAsync(waiting.Key)).OfType<WaitOffered>().ShouldBeEmpty();
    }

    [Fact]
    public async Task Nobody_is_offered_what_the_visits_of_a_day_leave_that_was_shut()
    {
        await using var office = await TestOffice.OpenAsync();
        var (friday, monday) = (await office.BookAsync(), await office.BookAsync(BookingCases.Later.PlusDays(3)));
        var waiting = await office.AtBookingsAsync(desk => desk.WaitForEarlierAsync(monday.Change()));
        await office.ShutAsync(BookingCases.Tomorrow.Date);
        await office.TendAsync();
        (await office.HistoryOfAsync(friday.Key)).OfType<BookingCancelled>().ShouldHaveSingleItem();
        (await office.HistoryOfAsync(waiting.Key)).OfType<WaitOffered>().ShouldBeEmpty();
        (await office.WithAsync<OfficeDb, List<Guid>>(db => db.Set<TakenSlot>().Select(s => s.Holder).ToListAsync())).ShouldBe([monday.Id]);
    }

    [Fact]
    public async Task What_was_offered_before_its_day_was_shut_cannot_be_taken_and_goes_to_nobody_else()
    {
        await using var office = await TestOffice.OpenAsync();
        var (friday, monday, next) = (await office.BookAsync(), await office.BookAsync(BookingCases.Later.PlusDays(3)), await office.BookAsync(BookingCases.Later.PlusDays(4)));
        var waiting = await office.AtBookingsAsync(desk => desk.WaitForEarlierAsync(monday.Change()));
        office.Clock.AdvanceSeconds(1);
        var second = await office.AtBookingsAsync(desk => desk.WaitForEarlierAsync(next.Change()));
        await office.AtBookingsAsync(desk => desk.CancelAsync(friday.Change()));
        await office.ShutAsync(BookingCases.Tomorrow.Date);
        (await Should.ThrowAsync<Refusal>(() => office.AtBookingsAsync(desk => desk.TakeOfferAsync(waiting.Id, Actor.Customer)))).Code.ShouldBe("booking.closed-day");
        (await office.AtBookingsAsync(desk => desk.GetAsync(monday.Id))).At.ShouldBe(monday.At);
        office.Clock.Advance(Duration.FromMinutes(121));
        await office.TendAsync();
        (await office.HistoryOfAsync(waiting.Key)).OfType<WaitEnded>().Single().Why.ShouldBe(WaitEnd.NotTaken);
        (await office.HistoryOfAsync(second.Key)).OfType<WaitOffered>().ShouldBeEmpty();
    }

    [Fact]
    public async Task Whoever_asks_twice_to_hear_of_an_earlier_time_waits_once()
    {
        await using var office = await TestOffice.OpenAsync();
        await using var beside = await office.OpenBesideAsync();
        var booking = await office.BookAsync(BookingCases.Later);
        var both = await Task.WhenAll(new[] { office, beside, office, beside }.Select(async where =>
        {
            try
            {
                return (await where.AtBookingsAsync(desk => desk.WaitForEarlierAsync(booking.Change()))).Key;
            }
            catch (Refusal refusal)
            {
                return refusal.Code;
            }
        }));
        both.Count(answer => answer == "booking.wait-already").ShouldBe(3);
    }

    [Fact]
    public async Task What_becomes_free_at_night_is_kept_until_the_morning_has_begun()
    {
        await using var office = await TestOffice.OpenAsync();
        var (early, late) = (await office.BookAsync(BookingCases.Later), await office.BookAsync(BookingCases.Later.PlusHours(1)));
        var waiting = await office.AtBookingsAsync(desk => desk.WaitForEarlierAsync(late.Change()));
        office.Clock.Reset(Instant.FromUtc(2019, 6, 20, 14, 0));
        await office.AtBookingsAsync(desk => desk.CancelAsync(early.Change()));
        (await office.HistoryOfAsync(waiting.Key)).OfType<WaitOffered>().Single().Until.ShouldBe(Instant.FromUtc(2019, 6, 21, 2, 0), "two hours after eight o'clock");
    }

    [Fact]
    public async Task Times_that_become_free_in_two_processes_at_once_go_to_as_many_people_who_wait()
    {
        await using var office = await TestOffice.OpenAsync();
        await using var beside = await office.OpenBesideAsync();
        List<Booking> early = [await office.BookAsync(), await office.BookAsync(BookingCases.Tomorrow.PlusMinutes(30)), await office.BookAsync(BookingCases.Tomorrow.PlusMinutes(60))];
        List<Waiting> waiting = [];
        foreach (var minutes in (int[])[0, 30, 60])
        {
            var late = await office.BookAsync(BookingCases.Later.PlusMinutes(minutes));
            waiting.Add(await office.AtBookingsAsync(desk => desk.WaitForEarlierAsync(late.Change())));
        }

        await Task.WhenAll(early.Index().Select(e => (e.Index % 2 == 0 ? office : beside).AtBookingsAsync(desk => desk.CancelAsync(e.Item.Change()))));
        List<Instant> offered = [];
        foreach (var one in waiting)
        {
            offered.AddRange((await office.HistoryOfAsync(one.Key)).OfType<WaitOffered>().Select(o => o.At));
        }

        offered.Order().ShouldBe(early.Select(b => b.At).Order(), "each time to one of them, and each of them one time");
    }

    [Fact]
    public async Task No_event_says_who_comes()
    {
        await using var office = await TestOffice.OpenAsync();
        var booking = await office.BookAsync(contact: new("歐陽靈犀", "0987-654-321", "lingxi@example.org", Language.Chinese));
        await office.AtBookingsAsync(desk => desk.WaitForEarlierAsync(booking.Change()));
        await office.AtBookingsAsync(desk => desk.MoveAsync(booking.Change(), BookingCases.Later, BookingWay.Online));
        await office.AtBookingsAsync(desk => desk.CancelAsync(booking.Change()));
        var bodies = await office.WithAsync<OfficeDb, List<string>>(db => db.Set<RecordedEvent>().Where(e => e.Name.StartsWith("booking")).Select(e => e.Body + e.By).ToListAsync());
        bodies.Count.ShouldBe(5);
        foreach (var word in (string[])["歐陽", "0987", "654", "lingxi"])
        {
            bodies.ShouldAllBe(body => !body.Contains(word));
        }
    }
}
