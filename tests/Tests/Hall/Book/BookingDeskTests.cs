using GridDesk.Hall;
using GridDesk.Hall.Book;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using GridDesk.Tests.Infrastructure;

namespace GridDesk.Tests.Hall.Book;

/// <summary>A time belongs to one, whoever asks for it and from wherever.</summary>
[Trait("store", "both")]
public sealed class BookingDeskTests
{
    [Fact]
    public async Task Forty_people_in_two_processes_want_the_same_times_and_nobody_shares_one()
    {
        await using var office = await TestOffice.OpenAsync();
        await using var beside = await office.OpenBesideAsync();
        var won = await Task.WhenAll(Enumerable.Range(0, 40).Select(async nth =>
        {
            var (where, hour) = (nth % 2 == 0 ? office : beside, nth / 2 % 2);
            var (service, at) = nth < 20 ? (BookingCases.Advice, BookingCases.Tomorrow.PlusHours(hour)) : (BookingCases.AtCounters, new LocalDateTime(2019, 6, 21, 9, 40).PlusHours(hour));
            try
            {
                return (await where.BookAsync(at, service, BookingCases.Anna($"用戶{nth}"))).Number;
            }
            catch (Refusal refusal)
            {
                refusal.Code.ShouldBe("booking.taken");
                return null;
            }
        }));

        var numbers = won.OfType<string>().ToList();
        numbers.Count.ShouldBe(6, "one at a time in the room and two at the counters, at two times each");
        numbers.ShouldBeUnique();
        var rows = await office.WithAsync<OfficeDb, List<TakenSlot>>(db => db.Set<TakenSlot>().AsNoTracking().ToListAsync());
        rows.Count.ShouldBe(6);
        rows.Select(r => r.Holder).Distinct().Count().ShouldBe(6);
        (await office.WithAsync<OfficeDb, int>(db => db.Set<Booking>().CountAsync())).ShouldBe(6);
    }

    [Fact]
    public async Task The_database_itself_refuses_a_second_booking_of_one_time()
    {
        await using var office = await TestOffice.OpenAsync();
        var booked = await office.BookAsync();
        await Should.ThrowAsync<DbUpdateException>(() => office.WithAsync<OfficeDb>(async db =>
        {
            var theirs = await db.Set<TakenSlot>().AsNoTracking().SingleAsync();
            db.Add(new TakenSlot { Site = theirs.Site, Place = theirs.Place, At = theirs.At, Seat = theirs.Seat, Until = theirs.Until, Holder = Guid.NewGuid(), Use = SlotUse.Booking });
            await db.SaveChangesAsync();
        }));
        booked.Number.ShouldBe("B108-00001");
    }

    [Fact]
    public async Task Whoever_presses_twice_books_once_also_at_the_same_moment_in_two_processes()
    {
        await using var office = await TestOffice.OpenAsync();
        await using var beside = await office.OpenBesideAsync();
        var form = await office.AtBookingsAsync(desk => desk.HoldAsync(BookingCases.AtCounters, new(2019, 6, 21, 9, 40)));
        var both = await Task.WhenAll(new[] { office, beside, office, beside }.Select(where => where.AtBookingsAsync(desk =>
            desk.BookAsync(form, BookingCases.AtCounters, new(2019, 6, 21, 9, 40), BookingCases.Anna(), BookingWay.Online, Actor.Customer))));
        both.Select(b => b.Number).Distinct().Count().ShouldBe(1);
        (await office.WithAsync<OfficeDb, int>(db => db.Set<TakenSlot>().CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task A_time_is_kept_while_the_form_is_filled_in_and_no_longer()
    {
        await using var office = await TestOffice.OpenAsync();
        var form = await office.AtBookingsAsync(desk => desk.HoldAsync(BookingCases.Advice, BookingCases.Tomorrow));
        (await FreeAsync(office)).ShouldBe(0);
        (await RefusedAsync(() => office.BookAsync())).ShouldBe("booking.taken");
        office.Clock.Advance(Duration.FromMinutes(10) + Duration.FromSeconds(1));
        (await FreeAsync(office)).ShouldBe(1);
        await office.BookAsync();
        (await RefusedAsync(() => office.AtBookingsAsync(desk => desk.BookAsync(form, BookingCases.Advice, BookingCases.Tomorrow, BookingCases.Anna(), BookingWay.Online, Actor.Customer)))).ShouldBe("booking.taken");

        var slow = await office.AtBookingsAsync(desk => desk.HoldAsync(BookingCases.Advice, BookingCases.Later));
        office.Clock.Advance(Duration.FromMinutes(30));
        await office.TendAsync();
        (await office.AtBookingsAsync(desk => desk.BookAsync(slow, BookingCases.Advice, BookingCases.Later, BookingCases.Anna(), BookingWay.Online, Actor.Customer))).Number.ShouldNotBeEmpty("nobody else wanted it");
    }

    [Fact]
    public async Task Whoever_looks_at_another_time_lets_the_first_go()
    {
        await using var office = await TestOffice.OpenAsync();
        var first = await office.AtBookingsAsync(desk => desk.HoldAsync(BookingCases.Advice, BookingCases.Tomorrow));
        await office.AtBookingsAsync(desk => desk.HoldAsync(BookingCases.Advice, BookingCases.Later, first));
        (await FreeAsync(office)).ShouldBe(1);
    }

    [Theory]
    [InlineData("NEW-LV", 2019, 6, 20, 9, 0, "booking.past")]
    [InlineData("NEW-LV", 2019, 6, 19, 9, 0, "booking.past")]
    [InlineData("NEW-LV", 2019, 6, 20, 10, 30, "booking.past")]
    [InlineData("NEW-LV", 2019, 6, 21, 9, 10, "booking.no-slot")]
    [InlineData("NEW-LV", 2019, 6, 21, 12, 0, "booking.no-slot")]
    [InlineData("NEW-LV", 2019, 6, 22, 9, 0, "booking.closed-day")]
    [InlineData("NEW-LV", 2019, 9, 20, 9, 0, "booking.too-far")]
    [InlineData("NEW-LV", 9999, 12, 31, 9, 0, "booking.too-far")]
    [InlineData("PAY", 2019, 6, 21, 9, 0, "booking.service")]
    [InlineData("NONE", 2019, 6, 21, 9, 0, "booking.service")]
    public async Task What_cannot_be_booked_is_refused_with_its_sentence(string service, int year, int month, int day, int hour, int minute, string code)
    {
        await using var office = await TestOffice.OpenAsync();
        (await RefusedAsync(() => office.BookAsync(new(year, month, day, hour, minute), service))).ShouldBe(code);
    }

    [Fact]
    public async Task Moved_it_frees_the_old_time_and_cancelled_both()
    {
        await using var office = await TestOffice.OpenAsync();
        var booking = await office.BookAsync();
        await office.AtBookingsAsync(desk => desk.MoveAsync(booking.Change(), BookingCases.Later, BookingWay.Online));
        (await FreeAsync(office)).ShouldBe(1);
        (await RefusedAsync(() => office.BookAsync(BookingCases.Later))).ShouldBe("booking.taken");
        await office.AtBookingsAsync(desk => desk.CancelAsync(booking.Change()));
        await office.BookAsync(BookingCases.Later);
        (await RefusedAsync(() => office.AtBookingsAsync(desk => desk.CancelAsync(booking.Change())))).ShouldBe("booking.state");
        (await office.HistoryOfAsync(booking.Key)).Select(e => e.GetType().Name).ShouldBe(["BookingMade", "BookingMoved", "BookingCancelled"]);
    }

    [Fact]
    public async Task Who_has_come_has_a_ticket_whose_turn_is_the_booked_time_and_which_the_room_alone_calls()
    {
        await using var office = await TestOffice.OpenAsync();
        var booking = await office.BookAsync();
        (await RefusedAsync(() => office.AtBookingsAsync(desk => desk.CheckInAsync(booking.Change())))).ShouldBe("booking.other-day");
        office.Clock.Reset(Instant.FromUtc(2019, 6, 21, 1, 20));
        var (_, ticket) = await office.AtBookingsAsync(desk => desk.CheckInAsync(booking.Change()));
        (ticket.Name, ticket.Kind, ticket.Turn, ticket.Counter).ShouldBe(("5001", TicketKind.Appointment, booking.At - Duration.FromMinutes(10), 5));
        var clerk = await office.OpenCounterAsync(3, "clerk");
        (await office.InHallAsync(hall => hall.NextAsync("centre", 3, clerk))).ShouldBeNull();
        (await RefusedAsync(() => office.AtBookingsAsync(desk => desk.CheckInAsync(booking.Change())))).ShouldBe("booking.state");
        office.Clock.Advance(Duration.FromDays(3));
        (await RefusedAsync(() => office.AtBookingsAsync(desk => desk.CheckInAsync(booking.Change())))).ShouldBe("booking.state");
    }

    [Fact]
    public async Task Who_does_not_come_is_written_down_and_may_still_be_let_in_that_day()
    {
        await using var office = await TestOffice.OpenAsync();
        var (early, late) = (await office.BookAsync(), await office.BookAsync(BookingCases.Later));
        (await RefusedAsync(() => office.AtBookingsAsync(desk => desk.MissAsync(early.Change())))).ShouldBe("booking.not-yet");
        office.Clock.Reset(early.At + Duration.FromMinutes(14));
        await office.TendAsync();
        (await office.HistoryOfAsync(early.Key)).ShouldNotContain(e => e is BookingMissed);
        office.Clock.Advance(Duration.FromMinutes(1));
        await office.TendAsync();
        (await office.HistoryOfAsync(early.Key)).ShouldContain(e => e is BookingMissed);
        (await RefusedAsync(() => office.AtBookingsAsync(desk => desk.CheckInAsync(early.Change())))).ShouldBe("booking.missed");
        var (_, ticket) = await office.AtBookingsAsync(desk => desk.CheckInAsync(early.Change(), mayBeLate: true));
        ticket.Turn.ShouldBe(office.Clock.GetCurrentInstant() - Duration.FromMinutes(10), "whoever is late stands behind those who were not");
        office.Clock.Reset(late.At + Duration.FromDays(1));
        (await RefusedAsync(() => office.AtBookingsAsync(desk => desk.CheckInAsync(late.Change())))).ShouldBe("booking.other-day", "yesterday's booking");
    }

    private static async Task<int> FreeAsync(TestOffice office) => await office.WithAsync<FreeTimes, int>(async times =>
        (await times.OfAsync(times.Rules.Of(BookingCases.Advice), BookingCases.Tomorrow.Date, BookingCases.Tomorrow.Date)).Single(t => t.Local == BookingCases.Tomorrow).Free);

    private static async Task<string> RefusedAsync<T>(Func<Task<T>> act) => (await Should.ThrowAsync<Refusal>(act)).Code;
}
