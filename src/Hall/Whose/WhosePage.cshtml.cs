using GridDesk.Hall.Take;
using GridDesk.Kernel.Events;
using GridDesk.Staff;
using GridDesk.Ui.Http;
using GridDesk.Ui.Refusals;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GridDesk.Hall.Whose;

/// <summary>A visitor says whose the ticket is, on the screen at the entrance or on a telephone: the counter has the case open when they come.</summary>
[Public]
internal sealed class WhosePage(TicketCodes codes, HallDesk desk, WhoseLooking looking) : PageModel, IShowAgain
{
    [BindProperty(SupportsGet = true)]
    public string Site { get; set; } = "";

    /// <summary><c>kiosk</c> or <c>tickets</c>.</summary>
    [BindProperty(SupportsGet = true)]
    public string Where { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public string? Name { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Code { get; set; }

    /// <summary>Of a request, or an electricity number.</summary>
    [BindProperty]
    public string? Number { get; set; }

    /// <summary>The code on the slip, or the last three digits of the telephone.</summary>
    [BindProperty]
    public string? Proof { get; set; }

    public Ticket Ticket { get; private set; } = null!;

    public bool IsKiosk => Where == "kiosk";

    public string Back => $"~/hall/{Site}/{Where}/{Name}?code={Uri.EscapeDataString(Code ?? "")}";

    public Task OnGetAsync() => ShowAgainAsync();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await ShowAgainAsync();
        List<Refusal> wrong = [];
        if (string.IsNullOrWhiteSpace(Number))
        {
            wrong.Add(new("hall.whose", "請輸入案件號碼或電號。", "Enter the number of your case, or your electricity number.", nameof(Number)));
        }

        if (string.IsNullOrWhiteSpace(Proof))
        {
            wrong.Add(new("hall.whose", "請輸入查詢碼或電話後三碼。", "Enter the code, or the last 3 digits of your telephone.", nameof(Proof)));
        }

        Refusals.ThrowIfAny(wrong);
        var (subject, proof) = await looking.FindAsync(Number, Proof, HttpContext.CallerAddress(), cancel);
        await desk.LinkAsync(Ticket.Id, subject, proof, Actor.Customer, cancel);
        return LocalRedirect(Back);
    }

    public async Task<IActionResult> OnPostForgetAsync(CancellationToken cancel)
    {
        await ShowAgainAsync();
        await desk.UnlinkAsync(Ticket.Id, Actor.Customer, cancel);
        return LocalRedirect(Back);
    }

    public async Task ShowAgainAsync() => Ticket = await codes.OpenAsync(Site, Name, Code, HttpContext.RequestAborted);
}
