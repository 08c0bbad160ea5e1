using GridDesk.Hall;
using GridDesk.Hall.Print;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using GridDesk.Tests.Infrastructure;
using GridDesk.Tests.Pack;
using GridDesk.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GridDesk.Tests.Hall.Print;

/// <summary>Whatever the printer does: every number that is called or counted is held by somebody.</summary>
[Trait("store", "both")]
public sealed class PrintedTicketTests
{
    [Fact]
    public async Task A_slip_that_the_printer_confirmed_is_a_number_in_the_line()
    {
        await using var hall = await PrintingHall.OpenAsync();
        var kiosk = await hall.TakeAsync();
        kiosk.Text.ShouldContain("Take your slip");
        kiosk.Page.QuerySelector("h1")!.TextContent.ShouldContain("2001");
        hall.Printer.Slips.Count.ShouldBe(1);
        (await hall.NextAsync())!.Name.ShouldBe("2001");
        (await hall.EventsAsync("2001")).ShouldBe(["ticket.reserved", "ticket.wait-told", "ticket.printed", "ticket.taken", "ticket.called"]);
    }

    [Fact]
    public async Task On_the_slip_stands_the_office_the_number_what_for_what_to_bring_and_a_way_to_follow_it()
    {
        await using var hall = await PrintingHall.OpenAsync();
        var ticket = (await hall.Office.InHallAsync(desk => desk.ReserveAsync("centre", HallCases.VisitOf() with { Language = Language.English }, Actor.Office))).Ticket;
        var lines = (await hall.Office.WithAsync<SlipWriting, Slip>(writing => writing.OfAsync(ticket, "https://example.org"))).Lines;
        lines.Single(l => l.Kind is SlipKind.Number).Text.ShouldBe("1001");
        foreach (var text in (string[])["Chiayi District Office", "Ordinary", "0 ahead of you", "20 June 2019 10:00", "Change the account holder", "□ Proof of the inheritance (only if inherited)"])
        {
            lines.ShouldContain(l => l.Text == text, text);
        }

        lines.Single(l => l.Kind is SlipKind.Qr).Text.ShouldStartWith("https://example.org/en/hall/centre/tickets/1001?code=");
    }

    [Fact]
    public async Task Whoever_touches_twice_has_one_number_and_one_slip()
    {
        await using var hall = await PrintingHall.OpenAsync(PrinterMood.Slow);
        var kiosk = await hall.Office.SignInAsync("greeter");
        await kiosk.GoAsync("/en/hall/centre/kiosk?errand=XFER");
        await Task.WhenAll(kiosk.PressAsync("Quick"), kiosk.PressAsync("Quick"));
        kiosk.Text.ShouldContain("Take your slip");
        hall.Printer.Slips.Count.ShouldBe(1);
        await hall.Office.WithAsync<OfficeDb>(async db => (await db.Set<Ticket>().Select(t => t.Name).SingleAsync()).ShouldBe("2001"));

        var phone = await hall.Office.Visit().GoAsync("/en/hall/centre/kiosk?errand=XFER");
        await Task.WhenAll(phone.PressAsync("Quick"), phone.PressAsync("Quick"));
        await hall.Office.WithAsync<OfficeDb>(async db => (await db.Set<Ticket>().CountAsync()).ShouldBe(2));
    }

    [Fact]
    public async Task Without_paper_the_number_is_kept_called_by_nobody_counted_by_nobody_and_taken_by_telephone()
    {
        await using var hall = await PrintingHall.OpenAsync(PrinterMood.NoPaper);
        var kiosk = await hall.TakeAsync();
        kiosk.Text.ShouldContain("The slip could not be printed");
        kiosk.Text.ShouldContain("The number is kept for you until 10:05");
        (await hall.NextAsync()).ShouldBeNull("nobody holds it");
        (await hall.Office.Visit().GoAsync("/en/hall/centre/kiosk?errand=XFER")).Text.ShouldContain("0 ahead of you");
        (await hall.Office.SignInAsync("greeter")).Page.ShouldNotBeNull();

        var phone = await hall.Office.Visit().GoAsync(kiosk.Path.Replace("/kiosk/", "/tickets/"));
        await phone.PressAsync("Take this number by telephone");
        phone.Text.ShouldContain("0 ahead of you");
        var called = await hall.NextAsync();
        (called!.Name, called.Way).ShouldBe(("2001", TicketWay.Phone));
    }

    [Fact]
    public async Task A_new_roll_is_put_in_and_the_number_is_printed_again_and_stays_the_same()
    {
        await using var hall = await PrintingHall.OpenAsync(PrinterMood.RunsOutHalfway);
        var kiosk = await hall.TakeAsync();
        kiosk.Text.ShouldContain("The slip may not have come out");
        hall.Printer.Mood = PrinterMood.Well;
        await kiosk.PressAsync("Print it again");
        kiosk.Text.ShouldContain("Take your slip");
        kiosk.Page.QuerySelector("h1")!.TextContent.ShouldContain("2001");
        (await hall.NextAsync())!.Name.ShouldBe("2001");
        await hall.Office.WithAsync<OfficeDb>(async db => (await db.Set<Ticket>().CountAsync()).ShouldBe(1));
    }

    [Fact]
    public async Task A_printer_that_cries_wolf_does_not_take_the_number_from_whoever_has_the_slip()
    {
        await using var hall = await PrintingHall.OpenAsync(PrinterMood.SaysErrorAndPrints);
        var kiosk = await hall.TakeAsync();
        hall.Printer.Slips.Count.ShouldBe(1);
        (await hall.NextAsync()).ShouldBeNull();
        await kiosk.PressAsync("I have the slip");
        kiosk.Text.ShouldContain("Take your slip");
        (await hall.NextAsync())!.Name.ShouldBe("2001");
    }

    [Fact]
    public async Task A_printer_that_says_done_and_prints_nothing_is_doubted_until_somebody_looked()
    {
        await using var hall = await PrintingHall.OpenAsync(PrinterMood.SaysDoneAndPrintsNothing);
        var kiosk = await hall.TakeAsync();
        hall.Printer.Slips.ShouldBeEmpty();
        hall.Printer.Mood = PrinterMood.Well;
        await kiosk.PressAsync("Nothing came out: print again");
        hall.Printer.Slips.Count.ShouldBe(1);

        var clerk = await hall.Office.SignInAsync("clerk");
        await clerk.GoAsync("/en/desk/hall");
        await clerk.FollowAsync("Printers: 1 to look after");
        clerk.Text.ShouldContain("a visitor says that nothing came out");
        await clerk.PressAsync("Looked: it prints");
        clerk.Text.ShouldContain("ready");
        (await clerk.GoAsync("/en/desk/hall")).Text.ShouldNotContain("to look after");
    }

    [Fact]
    public async Task A_number_that_is_given_up_is_over_and_its_slip_void()
    {
        await using var hall = await PrintingHall.OpenAsync(PrinterMood.CoverOpen);
        var kiosk = await hall.TakeAsync();
        await kiosk.PressAsync("Give this number up");
        kiosk.Text.ShouldContain("This number is given up");
        var phone = await hall.Office.Visit().GoAsync(kiosk.Path.Replace("/kiosk/", "/tickets/"));
        phone.Page.QuerySelectorAll("main button").ShouldBeEmpty();
        (await hall.NextAsync()).ShouldBeNull();
    }

    [Fact]
    public async Task A_number_that_nobody_claims_is_released_after_five_minutes_and_whoever_turns_up_with_it_is_put_in_the_line_by_its_time()
    {
        await using var hall = await PrintingHall.OpenAsync(PrinterMood.Vanishes);
        await hall.TakeAsync();
        hall.Office.Clock.Advance(Duration.FromMinutes(1));
        hall.Printer.Mood = PrinterMood.Well;
        await hall.TakeAsync();
        hall.Office.Clock.Advance(Duration.FromMinutes(5));
        await hall.Office.RunRecurringAsync();
        (await hall.EventsAsync("2001")).ShouldBe(["ticket.reserved", "ticket.wait-told", "ticket.not-printed", "ticket.released"]);

        var greeter = await hall.Office.SignInAsync("greeter");
        await greeter.GoAsync("/en/desk/greet");
        await greeter.FollowAsync("Printers: 1 to look after");
        await greeter.PressAsync("Somebody holds 2001");
        greeter.Text.ShouldContain("None: every number is held by somebody");
        (await hall.NextAsync())!.Name.ShouldBe("2001", "it came first");
    }

    /// <summary>The program ends after the number was kept, or after its slip was printed; another one finds what it left.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_program_that_ends_between_keeping_printing_and_taking_leaves_no_number_that_nobody_holds(bool printed)
    {
        await using var hall = await PrintingHall.OpenAsync();
        var ticket = (await hall.Office.InHallAsync(desk => desk.ReserveAsync("centre", HallCases.VisitOf(TicketKind.Quick), Actor.Office))).Ticket;
        if (printed)
        {
            var slip = await hall.Office.WithAsync<SlipWriting, Slip>(writing => writing.OfAsync(ticket, "https://example.org"));
            await hall.Office.App.Services.GetRequiredService<IReceiptPrinter>().PrintAsync(EscPosTests.At(hall.Printer.Port), slip);
        }

        await using var after = await hall.Office.OpenBesideAsync();
        (await hall.NextAsync()).ShouldBeNull();
        hall.Office.Clock.Advance(Duration.FromMinutes(6));
        await after.RunRecurringAsync();
        (await hall.NextAsync()).ShouldBeNull();
        await after.WithAsync<OfficeDb>(async db => (await db.Set<Ticket>().SingleAsync()).State.ShouldBe(TicketState.Released));

        // The slip in somebody's hand leads to the number still.
        var code = await after.WithAsync<GridDesk.Hall.Take.TicketCodes, string>(codes => codes.OfAsync(ticket.Id));
        var phone = await after.Visit().GoAsync($"/en/hall/centre/tickets/{ticket.Name}?code={code}");
        await phone.PressAsync("Take this number by telephone");
        (await hall.NextAsync())!.Name.ShouldBe(ticket.Name);
    }

    [Fact]
    public async Task The_watch_finds_a_printer_out_of_order_before_a_visitor_does_and_sees_it_well_again()
    {
        await using var hall = await PrintingHall.OpenAsync(PrinterMood.NoPaper);
        await hall.Office.RunRecurringAsync();
        (await hall.ConditionAsync()).ShouldBe(PrinterCondition.NoPaper);
        hall.Printer.Mood = PrinterMood.Well;
        hall.Office.Clock.Advance(Duration.FromMinutes(2));
        await hall.Office.RunRecurringAsync();
        (await hall.ConditionAsync()).ShouldBe(PrinterCondition.Ready);
    }
}
