using GridDesk.Tests.Hall.Print;

namespace GridDesk.Tests.Hall.Book;

/// <summary>At a screen with a printer beside it a booked visitor's number comes on paper, and stands in the line whether it does or not.</summary>
[Trait("store", "both")]
public sealed class BookedSlipTests
{
    [Theory]
    [InlineData(PrinterMood.Well, 1)]
    [InlineData(PrinterMood.NoPaper, 0)]
    public async Task Who_checks_in_gets_a_slip_and_waits_for_the_room_whatever_the_printer_does(PrinterMood mood, int slips)
    {
        await using var hall = await PrintingHall.OpenAsync(mood);
        var booking = await hall.Office.BookAsync();
        hall.Office.Clock.Reset(booking.At - Duration.FromMinutes(5));
        var kiosk = await hall.Office.SignInAsync("greeter");
        await kiosk.GoAsync("/en/hall/centre/kiosk/booking");
        await kiosk.Fill("Booking code", await hall.Office.CodeOfAsync(booking.Id)).PressAsync("Check in");
        kiosk.Path.ShouldStartWith("/en/hall/centre/kiosk/5001?code=");
        kiosk.Text.ShouldContain(slips == 1 ? "Take your slip" : "Remember the number");
        hall.Printer.Slips.Count.ShouldBe(slips);
        await kiosk.GoAsync("/en/hall/centre/kiosk/booking");
        await kiosk.Fill("Booking code", await hall.Office.CodeOfAsync(booking.Id)).PressAsync("Check in");
        kiosk.Path.ShouldStartWith("/en/hall/centre/kiosk/5001?code=", Case.Insensitive, "touched twice, it is the same number");
        hall.Printer.Slips.Count.ShouldBe(slips);
        var clerk = await hall.Office.OpenCounterAsync(5, "supervisor");
        (await hall.Office.InHallAsync(desk => desk.NextAsync("centre", 5, clerk)))!.Name.ShouldBe("5001");
    }
}
