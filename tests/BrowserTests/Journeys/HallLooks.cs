namespace GridDesk.BrowserTests.Journeys;

/// <summary>The pages of the hall: its entrance, its board, its counters, and what is booked.</summary>
internal static class HallLooks
{
    private const string Submit = Looks.Submit;

    public static IReadOnlyList<Look> All { get; } =
    [
        new("hall/{site}", "/hall/centre"),
        new("hall/{site}", "/hall/nowhere", Status: 404),
        new("hall/{site}/board", "/hall/centre/board"),
        new("hall/{site}/info", "/hall/centre/info"),
        new("desk/hall/messages", "/desk/hall/messages", "editor"),
        new("desk/hall/messages/new", "/desk/hall/messages/new", "editor", Wrong: Submit),
        new("desk/hall/messages", "/desk/hall/messages", "supervisor"),
        new("desk/hall/messages/{id:guid}", "{message}", "editor", Wrong: Submit),
        new("desk/hall/messages/{id:guid}", "{message}", "supervisor"),
        new("desk/hall/messages/{id:guid}/paper", "{messagePaper}", "editor"),
        new("hall/{site}/kiosk", "/hall/centre/kiosk"),
        new("hall/{site}/kiosk", "/hall/centre/kiosk?errand=XFER"),
        new("hall/{site}/kiosk", "/hall/centre/kiosk?errand=XFER&errand=NEW-LV"),
        new("hall/{site}/kiosk", "/hall/centre/kiosk?errand=XFER&more=true"),
        new("hall/{site}/kiosk/{name}", "{kioskTicket}", "greeter"),
        new("hall/{site}/{where:regex(^(kiosk|tickets)$)}/{name}/who", "{ticketWho}", Wrong: Submit),
        new("hall/{site}/{where:regex(^(kiosk|tickets)$)}/{name}/who", "{kioskWho}", "greeter", Wrong: "main form button"),
        new("desk/printers", "/desk/printers", "greeter"),
        new("desk/greet/ticket", "/desk/greet/ticket", "greeter"),
        new("desk/greet/ticket", "/desk/greet/ticket?errand=NEW-LV&errand=XFER", "greeter", Wrong: Submit),
        new("hall/{site}/tickets/{name}", "{ticket}"),
        new("hall/{site}/tickets/{name}", "/hall/centre/tickets/1001?code=WRONG999", Status: 404),
        new("hall/{site}/kiosk/booking", "/hall/centre/kiosk/booking", Wrong: "main form button"),
        new("book", "/book"),
        new("book/find", "/book/find", Wrong: Submit),
        new("book/{service}", "/book/new-lv"),
        new("book/{service}", "/book/merge?day=2019-06-22"),
        new("book/{service}", "/book/pay", Status: 404),
        new("book/{service}/details/{form:guid}", "{bookingForm}", Wrong: Submit),
        new("book/{service}/wait", "/book/new-lv/wait?day=2019-06-28", Wrong: Submit),
        new("book/{service}/{number}", "{booking}"),
        new("book/{service}/{number}", "{booking}&confirm=true"),
        new("book/{service}/{number}", "/book/new-lv/B108-99999?code=WRONG999", Status: 404),
        new("book/waits/{id:guid}", "{wait}"),
        new("desk/hall", "/desk/hall", "clerk"),
        new("desk/hall", "/desk/hall", "volunteer"),
        new("desk/hall/roster", "/desk/hall/roster", "greeter"),
        new("desk/hall/roster", "/desk/hall/roster", "supervisor", Wrong: ".gd-plan button"),
        new("desk/hall/roster/{id:guid}", "{shift}", "supervisor"),
        new("desk/signs", "/desk/signs", "inspector"),
        new("desk/signs/{what}", "/desk/signs/centre~counter-3", "clerk"),
        new("desk/signs/{what}", "/desk/signs/centre~fees", "clerk"),
        new("desk/bookings", "/desk/bookings", "clerk"),
        new("desk/bookings", "/desk/bookings?show=missed&q=B108-99999", "supervisor"),
        new("desk/bookings/new", "/desk/bookings/new", "clerk"),
        new("desk/bookings/new", "/desk/bookings/new?service=NEW-LV", "clerk", Wrong: Submit),
        .. new[] { "", "?do=move", "?do=cancel" }.Select(action => new Look("desk/bookings/{id:guid}", $"{{deskBooking}}{action}", "clerk", Wrong: action == "?do=move" ? "#do form button.govuk-button" : null)),
        new("desk/greet", "/desk/greet", "greeter", Wrong: Submit),
    ];
}
