using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Time;
using GridDesk.Staff;
using GridDesk.Ui.Refusals;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GridDesk.Hall.Messages;

/// <summary>One message: approved by somebody else than its author, changed or withdrawn until it is over, its paper hung up and taken down.</summary>
[Needs(Right.WriteHallMessages, Right.ApproveHallMessages)]
internal sealed class MessagePage(HallMessageDesk desk, PackInForce pack, CurrentStaff me, IClock clock) : PageModel, IReadForm, IShowAgain
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>Of the message that was looked at.</summary>
    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public MessageForm Input { get; set; } = new();

    public HallMessage Message { get; private set; } = null!;

    /// <summary>It stays in its hall.</summary>
    public MessageFields Fields => MessageFields.Of(Input, pack, Message.Site);

    public HallMessageState State => Message.At(clock.Now());

    public bool IsOver => State is HallMessageState.Over or HallMessageState.Withdrawn;

    public bool MayWrite => me.Has(Right.WriteHallMessages);

    public bool MayApprove => State is HallMessageState.Unapproved && me.Has(Right.ApproveHallMessages) && Message.WrittenBy != me.Actor.Key;

    public bool MayHang => MayWrite && Message.MayHang(clock.Now());

    public async Task OnGetAsync()
    {
        await ShowAgainAsync();
        Version = Message.Version;
    }

    [AlsoNeeds(Right.WriteHallMessages)]
    public async Task<IActionResult> OnPostChangeAsync()
    {
        await desk.ChangeAsync(Id, Version, desk.Read(Input), me.Actor, HttpContext.RequestAborted);
        return Done("changed");
    }

    [AlsoNeeds(Right.ApproveHallMessages)]
    public async Task<IActionResult> OnPostApproveAsync()
    {
        await desk.ApproveAsync(Id, Version, me.Actor, HttpContext.RequestAborted);
        return Done("approved");
    }

    public async Task<IActionResult> OnPostWithdrawAsync()
    {
        await desk.WithdrawAsync(Id, Version, me.Actor, HttpContext.RequestAborted);
        return Done("withdrawn");
    }

    [AlsoNeeds(Right.WriteHallMessages)]
    public async Task<IActionResult> OnPostHangAsync()
    {
        await desk.HangUpAsync(Id, Version, me.Actor, HttpContext.RequestAborted);
        return Done("hung");
    }

    [AlsoNeeds(Right.WriteHallMessages)]
    public async Task<IActionResult> OnPostTakeDownAsync()
    {
        await desk.TakeDownAsync(Id, Version, me.Actor, HttpContext.RequestAborted);
        return Done("taken-down");
    }

    public async Task ShowAgainAsync()
    {
        Message = await desk.GetAsync(Id, HttpContext.RequestAborted);
        if (Input.Site is null)
        {
            Input = MessageForm.Of(Message, pack.Calendar.Zone); // only the form of changes sends a message
        }
    }

    Task IReadForm.ReadAsync()
    {
        desk.Read(Input);
        return Task.CompletedTask;
    }

    private LocalRedirectResult Done(string what) => LocalRedirect($"~/desk/hall/messages?done={what}");
}
