using System.Net;
using GridDesk.Hall.Book;
using GridDesk.Kernel.Data;
using GridDesk.Staff.Access;
using GridDesk.Tests.Infrastructure;
using GridDesk.Tests.Requests;

namespace GridDesk.Tests.Hall.Book;

/// <summary>What the counter does with bookings.</summary>
[Trait("store", "both")]
public sealed class BookingAtDeskTests
{
    [Fact]
    public async Task A_clerk_books_for_somebody_on_the_telephone_and_checks_them_in_on_the_day()
    {
        await using var office = await TestOffice.OpenAsync();
        var clerk = await office.SignInAsync("clerk");
        await clerk.GoAsync("/en/desk/bookings");
        await clerk.FollowAsync("Book for somebody");
        await clerk.GoAsync("/en/desk/bookings/new?service=NEW-LV");
        await clerk.Fill("Name", "王安娜").Fill("Telephone", "0912-345-678").PressAsync("Book");
        clerk.Errors.Single().ShouldStartWith("This is not a time that can be booked");
        await clerk.Fill("Time", "2019-06-21T09:30").PressAsync("Book");
        clerk.Text.ShouldContain("Booked as B108-00001.");
        clerk.Text.ShouldNotContain("王安娜");
        clerk.Text.ShouldContain("Booked for Friday 21 June, 09:30 (by our staff)");
        await clerk.PressAsync("Show personal data");
        clerk.Text.ShouldContain("王安娜");
        (await office.WithAsync<OfficeDb, int>(db => db.Set<AccessEntry>().CountAsync(l => l.Subject.StartsWith("booking:")))).ShouldBe(1);

        await clerk.GoAsync($"{clerk.Path.Split('?')[0]}?do=move");
        await clerk.Fill("To", "2019-06-21T10:00").PressAsync("Move it");
        clerk.Text.ShouldContain("Moved to Friday 21 June, 10:00");
        office.Clock.Reset(Instant.FromUtc(2019, 6, 21, 1, 50));
        await clerk.GoAsync("/en/desk/bookings");
        clerk.Text.ShouldContain("王＊娜");
        await clerk.FollowAsync("B108-00001");
        await clerk.PressAsync("Check in");
        clerk.Text.ShouldContain("Checked in with ticket 5001.");
        (await clerk.GoAsync("/en/desk/bookings?q=0912345678")).Text.ShouldContain("B108-00001");
        (await clerk.GoAsync("/en/desk/bookings?show=missed")).Text.ShouldContain("Nothing matches.");
    }

    [Fact]
    public async Task Who_did_not_come_is_written_down_by_hand_and_let_in_late()
    {
        await using var office = await TestOffice.OpenAsync();
        var booking = await office.BookAsync();
        office.Clock.Reset(booking.At + Duration.FromMinutes(5));
        var clerk = await office.SignInAsync("clerk");
        await clerk.GoAsync($"/en/desk/bookings/{booking.Id}");
        await clerk.PressAsync("Did not come");
        await clerk.PressAsync("Came late: check in");
        clerk.Text.ShouldContain("Checked in with ticket 5001 (late)");
    }

    [Fact]
    public async Task A_customers_page_shows_the_visits_that_they_booked()
    {
        await using var office = await TestOffice.OpenAsync();
        var known = await office.KnowAsync();
        var booking = await office.BookAsync(contact: new(known.Name, known.Phone, null, Language.Chinese));
        var clerk = await office.SignInAsync("clerk");
        await clerk.GoAsync($"/en/desk/customers/{known.Id}");
        clerk.Text.ShouldContain("Visit booked for Friday 21 June, 09:30: booked");
        await clerk.FollowAsync(booking.Number);
        clerk.Text.ShouldContain("Booked for Friday 21 June, 09:30");
    }

    [Fact]
    public async Task Two_who_change_one_booking_do_not_overwrite_each_other()
    {
        await using var office = await TestOffice.OpenAsync();
        var booking = await office.BookAsync();
        var clerk = await office.SignInAsync("clerk");
        await clerk.GoAsync($"/en/desk/bookings/{booking.Id}?do=cancel");
        await office.AtBookingsAsync(desk => desk.MoveAsync(booking.Change(), BookingCases.Later, BookingWay.Online));
        await clerk.PressAsync("Cancel the booking");
        clerk.Status.ShouldBe(HttpStatusCode.Conflict);
        clerk.Text.ShouldContain("Friday 21 June, 14:00");
    }

    [Fact]
    public async Task The_export_is_filtered_as_the_list_is_and_nobody_else_has_either()
    {
        await using var office = await TestOffice.OpenAsync();
        await office.BookAsync();
        var other = await office.BookAsync(BookingCases.Later.PlusDays(3));
        var clerk = await office.SignInAsync("clerk");
        var sheet = await clerk.Http.GetStringAsync("/en/desk/bookings.csv?day=2019-06-21");
        sheet.ShouldContain("B108-00001");
        sheet.ShouldContain("王＊娜");
        sheet.ShouldNotContain(other.Number);
        foreach (var path in (string[])["/en/desk/bookings", "/en/desk/bookings.csv", $"/en/desk/bookings/{other.Id}", "/en/desk/bookings/new"])
        {
            (await (await office.SignInAsync("editor")).GoAsync(path)).Status.ShouldBe(HttpStatusCode.Forbidden, path);
        }
    }
}
