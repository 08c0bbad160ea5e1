using GridDesk.Hall;
using GridDesk.Hall.Book;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using GridDesk.Tests.Infrastructure;

namespace GridDesk.Tests.Hall.Book;

/// <summary>Whoever presses or touches twice has done it once, and is not told that it went wrong.</summary>
[Trait("store", "both")]
public sealed class BookingTwiceTests
{
    [Fact]
    public async Task Touched_again_at_the_entrance_the_code_leads_to_the_number_that_it_gave_and_on_no_other_day()
    {
        await using var office = await TestOffice.OpenAsync();
        var booking = await office.BookAsync();
        office.Clock.Reset(booking.At - Duration.FromMinutes(5));
        var first = await TouchAsync(office, booking);
        first.Path.ShouldStartWith("/en/hall/centre/tickets/5001?code=");
        (await TouchAsync(office, booking)).Path.ShouldBe(first.Path);
        office.Clock.Advance(Duration.FromDays(3));
        (await TouchAsync(office, booking)).Errors.Single().ShouldContain("is “checked in” now");
    }

    [Fact]
    public async Task Touched_at_the_same_moment_in_two_processes_it_is_one_ticket()
    {
        await using var office = await TestOffice.OpenAsync();
        await using var beside = await office.OpenBesideAsync();
        var booking = await office.BookAsync();
        office.Clock.Reset(booking.At - Duration.FromMinutes(5));
        var touched = await Task.WhenAll(new[] { office, beside, office, beside }.Select(where => where.AtBookingsAsync(desk => desk.ArriveAsync(booking.Change()))));
        touched.Count(t => t.IsNew).ShouldBe(1);
        touched.Select(t => t.Ticket.Id).Distinct().ShouldHaveSingleItem();
        (await office.WithAsync<OfficeDb, int>(db => db.Set<Ticket>().CountAsync())).ShouldBe(1);
    }

    [Theory]
    [InlineData(BookingCases.Advice, 9, 30, 14, 0)]
    [InlineData(BookingCases.AtCounters, 9, 40, 14, 0)]
    public async Task Moved_twice_at_the_same_moment_nobody_else_has_the_time(string service, int hour, int minute, int toHour, int toMinute)
    {
        await using var office = await TestOffice.OpenAsync();
        await using var beside = await office.OpenBesideAsync();
        var booking = await office.BookAsync(new(2019, 6, 21, hour, minute), service);
        var to = new LocalDateTime(2019, 6, 21, toHour, toMinute);
        var answers = await Task.WhenAll(new[] { office, beside, office, beside }.Select(where => AnswerAsync(() => where.AtBookingsAsync(desk => desk.MoveAsync(booking.Change(), to, BookingWay.Online)))));
        answers.ShouldContain(booking.Number);
        answers.ShouldAllBe(answer => answer == booking.Number || answer == "booking.same-time");
        (await office.HistoryOfAsync(booking.Key)).OfType<BookingMoved>().ShouldHaveSingleItem();
        (await office.WithAsync<OfficeDb, int>(db => db.Set<TakenSlot>().CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task A_time_that_somebody_else_has_is_still_refused_to_whoever_moves_there()
    {
        await using var office = await TestOffice.OpenAsync();
        var (booking, _) = (await office.BookAsync(), await office.BookAsync(BookingCases.Later));
        (await AnswerAsync(() => office.AtBookingsAsync(desk => desk.MoveAsync(booking.Change(), BookingCases.Later, BookingWay.Online)))).ShouldBe("booking.taken");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_offer_taken_twice_at_the_same_moment_is_taken_once_and_then_over(bool hasBooking)
    {
        await using var office = await TestOffice.OpenAsync();
        await using var beside = await office.OpenBesideAsync();
        var waiting = await OfferAsync(office, hasBooking);
        var answers = await Task.WhenAll(new[] { office, beside, office, beside, office, beside }.Select(where => AnswerAsync(() => where.AtBookingsAsync(desk => desk.TakeOfferAsync(waiting.Id, Actor.Customer)))));
        answers.Count(answer => answer == "booking.offer-over").ShouldBe(5);
        (await office.HistoryOfAsync(waiting.Key)).OfType<WaitTaken>().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task An_offer_whose_time_is_gone_is_over()
    {
        await using var office = await TestOffice.OpenAsync();
        var waiting = await OfferAsync(office, hasBooking: true);
        await office.WithAsync<OfficeDb>(db => db.Set<TakenSlot>().Where(s => s.Use == SlotUse.Offer).ExecuteDeleteAsync());
        (await AnswerAsync(() => office.AtBookingsAsync(desk => desk.TakeOfferAsync(waiting.Id, Actor.Customer)))).ShouldBe("booking.offer-over");
    }

    [Fact]
    public async Task The_form_opens_what_it_booked_for_some_minutes_and_later_the_code_alone_does()
    {
        await using var office = await TestOffice.OpenAsync();
        var (visitor, still) = (await office.Visit().GoAsync("/en/book/new-lv?day=2019-06-21"), office.Visit());
        await visitor.PressAsync("09:30");
        var form = visitor.Path;
        await still.GoAsync(form);
        office.Clock.Advance(Duration.FromMinutes(30));
        await visitor.Fill("Name", "王安娜").Fill("Telephone", "0912345678").PressAsync("Book");
        (await visitor.GoAsync(form)).Path.ShouldContain("?code=");

        office.Clock.Advance(Duration.FromMinutes(11));
        var other = await office.Visit().GoAsync(form);
        (other.Path, other.Text.Contains("This form was sent before")).ShouldBe((form, true));
        await still.Fill("Name", "別人").Fill("Telephone", "0987654321").PressAsync("Book");
        still.Path.ShouldBe(form);
        still.Errors.Single().ShouldStartWith("This form was sent before");
        still.Text.ShouldNotContain("B108-00001");
    }

    private static async Task<Visitor> TouchAsync(TestOffice office, Booking booking)
    {
        var entrance = await office.Visit().GoAsync("/en/hall/centre/kiosk/booking");
        return await entrance.Fill("Booking code", await office.CodeOfAsync(booking.Id)).PressAsync("Check in");
    }

    private static async Task<Waiting> OfferAsync(TestOffice office, bool hasBooking)
    {
        List<Booking> all = [];
        foreach (var minutes in (int[])[0, 30, 60, 90, 120, 270, 300, 330, 360, 390, 420])
        {
            all.Add(await office.BookAsync(new LocalDateTime(2019, 6, 21, 9, 0).PlusMinutes(minutes)));
        }

        var waiting = await office.AtBookingsAsync(desk => hasBooking ? desk.WaitForEarlierAsync(all[^1].Change()) : desk.WaitForDayAsync(BookingCases.Advice, BookingCases.Tomorrow.Date, BookingCases.Anna(), Actor.Customer));
        await office.AtBookingsAsync(desk => desk.CancelAsync(all[0].Change()));
        return waiting;
    }

    private static async Task<string> AnswerAsync(Func<Task<Booking>> act)
    {
        try
        {
            return (await act()).Number;
        }
        catch (Refusal refusal)
        {
            return refusal.Code;
        }
    }
}
