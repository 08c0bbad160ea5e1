using GridDesk.Customers;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Time;
using GridDesk.Services;
using GridDesk.Staff;
using GridDesk.Ui.Refusals;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GridDesk.Hall.Book;

/// <summary>A booking as whoever has its code sees it: when and where; to move it, cancel it, or wait for an earlier time.</summary>
[Public]
internal sealed class BookingPage(OfficeDb db, BookingDesk desk, BookingCodes codes, FreeTimes times, ServiceCatalogue services, PackInForce pack, IClock clock) : PageModel, IShowAgain
{
    [BindProperty(SupportsGet = true)]
    public string Service { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public string? Number { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Code { get; set; }

    /// <summary>What was just done.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Done { get; set; }

    /// <summary>Asks once more before it is cancelled.</summary>
    [BindProperty(SupportsGet = true, Name = "confirm")]
    public bool Confirming { get; set; }

    public Booking Booking { get; private set; } = null!;

    public Phrase ServiceName { get; private set; } = null!;

    public Phrase SiteName { get; private set; } = null!;

    public Phrase PlaceName { get; private set; } = null!;

    public LocalDateTime Time { get; private set; }

    /// <summary>It may still be moved or cancelled.</summary>
    public bool IsAhead { get; private set; }

    public bool IsToday { get; private set; }

    public Waiting? Wait { get; private set; }

    public string WaitCode { get; private set; } = "";

    public string Here => $"~/book/{Service.ToLowerInvariant()}/{Booking.Number}?code={Code}";

    /// <summary>How they hear of it: nobody else's page, so the address may stand there masked.</summary>
    public Phrase Told => Booking switch
    {
        { Email: { } email } => new($"用電子郵件（{Masked.Email(email)}）確認和提醒", $"We confirm it and remind you by e-mail ({Masked.Email(email)})"),
        { Phone: ['0', '9', ..] } => new($"用簡訊（{Masked.Phone(Booking.Phone)}）確認和提醒", $"We confirm it and remind you by text message ({Masked.Phone(Booking.Phone)})"),
        _ => new("沒有手機或電子郵件，請記下時間和代碼", "Without a mobile or an e-mail address: please note the time and the code"),
    };

    public Phrase? DoneText => Done switch
    {
        "book" => new("訂好了。請記下預約號碼和代碼。", "It is booked. Please note the number and the code."),
        "move" => new("改好了，原來的時間讓給別人了。", "It is moved; the time you had is free for others."),
        "cancel" => new("取消了。", "It is cancelled."),
        "wait" => new("好的，有早一點的時間就通知您。", "We tell you as soon as an earlier time becomes free."),
        _ => null,
    };

    public Task OnGetAsync() => ShowAgainAsync();

    public async Task<IActionResult> OnPostCancelAsync()
    {
        await ShowAgainAsync();
        await desk.CancelAsync(new(Booking.Id, Actor.Customer), CancelReason.Visitor, HttpContext.RequestAborted);
        return LocalRedirect($"{Here}&done=cancel");
    }

    public async Task<IActionResult> OnPostWaitAsync()
    {
        await ShowAgainAsync();
        await desk.WaitForEarlierAsync(new(Booking.Id, Actor.Customer), HttpContext.RequestAborted);
        return LocalRedirect($"{Here}&done=wait");
    }

    public async Task ShowAgainAsync()
    {
        var (cancel, now) = (HttpContext.RequestAborted, clock.Now());
        db.ChangeTracker.Clear();
        Booking = await codes.OpenAsync(Number, Code, cancel);
        Code = await codes.OfAsync(Booking.Id, cancel);
        Service = Booking.Service;
        ServiceName = services.FindOrOldest(Service, Booking.Day)?.Name ?? Phrase.Same(Service);
        SiteName = pack.Sites.Sites.FirstOrDefault(s => s.Code == Booking.Site)?.Name ?? Phrase.Same(Booking.Site);
        PlaceName = times.NameOf(Booking.Place);
        Time = Booking.At.InZone(pack.Calendar.Zone).LocalDateTime;
        (IsAhead, IsToday) = (Booking.State is BookingState.Booked && Booking.At > now, Booking.Day == pack.Calendar.Today(now));
        Wait = await desk.WaitOfAsync(Booking, cancel);
        WaitCode = Wait is null ? "" : await codes.OfAsync(Wait.Id, cancel);
    }
}
