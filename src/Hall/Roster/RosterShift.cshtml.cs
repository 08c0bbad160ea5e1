using GridDesk.Hall.Definition;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Time;
using GridDesk.Staff;
using GridDesk.Staff.Shifts;
using GridDesk.Ui.Fields;
using GridDesk.Ui.Refusals;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GridDesk.Hall.Roster;

/// <summary>One shift of the roster: another time, another deputy, or nobody after all.</summary>
[Needs(Right.PlanRoster)]
internal sealed class RosterShiftPage(RosterDesk desk, ShiftDesk shifts, PackInForce pack, CurrentStaff me) : PageModel, IShowAgain
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public Form Input { get; set; } = new();

    public PostedShift Shift { get; private set; } = null!;

    public Post Post { get; private set; }

    public LocalDate Day => pack.Calendar.Today(Shift.From);

    public IReadOnlyList<Choice> People { get; private set; } = [];

    public string Week => $"~/desk/hall/roster?site={Uri.EscapeDataString(Shift.Site)}&week={Day:uuuu-MM-dd}";

    public async Task OnGetAsync()
    {
        await ShowAgainAsync();
        Input = new() { Deputy = Shift.Deputy?.Id, From = Clock(Shift.From), Until = Clock(Shift.Until) };
    }

    public async Task<IActionResult> OnPostSaveAsync(Form input)
    {
        await ShowAgainAsync();
        await desk.ChangeAsync(Shift, new(Post, Shift.Person.Id, input.Deputy, TypedTime.Read(input.From, "from"), TypedTime.Read(input.Until, "until")), me.Actor, HttpContext.RequestAborted);
        return LocalRedirect(Week);
    }

    public async Task<IActionResult> OnPostWithdrawAsync()
    {
        await ShowAgainAsync();
        await shifts.WithdrawAsync(Shift.Person.Id, Shift.Id, me.Actor, HttpContext.RequestAborted);
        return LocalRedirect(Week);
    }

    public async Task ShowAgainAsync()
    {
        var cancel = HttpContext.RequestAborted;
        Shift = await shifts.FindPostedAsync(Id, cancel) ?? throw NotFoundHere();
        Post = Post.Find(HallSettings.Of(pack, Shift.Site), Shift.Post) ?? throw NotFoundHere();
        People = [.. (await desk.PeopleAsync(cancel)).Where(p => p.Id != Shift.Person.Id).Select(p => new Choice($"{p.Id}", Phrase.Same(p.Name)))];
    }

    private string Clock(Instant at) => at.Clock(pack.Calendar.Zone);

    private static Refusal NotFoundHere() => new("not-found", "沒有這一班，可能剛剛取消了。", "There is no such shift; it may just have been withdrawn.");

    internal sealed class Form
    {
        public Guid? Deputy { get; set; }

        public string From { get; set; } = "";

        public string Until { get; set; } = "";
    }
}
