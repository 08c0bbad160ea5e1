using System.ComponentModel.DataAnnotations;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Time;
using GridDesk.Staff.People;
using GridDesk.Ui;
using GridDesk.Ui.Fields;
using GridDesk.Ui.Refusals;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GridDesk.Staff.Shifts;

[Needs(Right.ManageStaff)]
internal sealed class ShiftsPage(OfficeDb db, ShiftDesk desk, CurrentStaff me, OfficePlaces places, Chrome chrome, IClock clock) : PageModel, IShowAgain
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public Form Input { get; } = new();

    public string Name { get; private set; } = "";

    public OfficePlaces Places => places;

    public IReadOnlyList<Choice> Sites => Choices.Of(places.Sites);

    public IReadOnlyList<Choice> Roles { get; private set; } = [];

    public IReadOnlyList<Shift> Rows { get; private set; } = [];

    public Task OnGetAsync() => ShowAgainAsync();

    public async Task ShowAgainAsync()
    {
        var now = clock.Now();
        var member = await db.GetStaffAsync(Id, HttpContext.RequestAborted);
        Name = member.Name;
        Roles = Choices.Of(member.Roles.Select(given => given.Role).Order());
        Rows = await db.Shifts.AsNoTracking().Where(s => s.Staff == Id && now < s.Until).OrderBy(s => s.From).ToListAsync(HttpContext.RequestAborted);
    }

    public async Task<IActionResult> OnPostPlanAsync(Form input)
    {
        var day = input.Day!.Value;
        await desk.PlanAsync(Id, input.Site, input.Role!.Value, At(TypedTime.Read(input.From, "from")), At(TypedTime.Read(input.Until, "until")), me.Actor, cancel: HttpContext.RequestAborted);
        return LocalRedirect($"~/desk/staff/{Id}/shifts");

        Instant At(LocalTime time) => (day + time).InZoneLeniently(chrome.Zone).ToInstant();
    }

    public async Task<IActionResult> OnPostWithdrawAsync(Guid shiftId)
    {
        await desk.WithdrawAsync(Id, shiftId, me.Actor, HttpContext.RequestAborted);
        return LocalRedirect($"~/desk/staff/{Id}/shifts");
    }

    internal sealed class Form
    {
        [StringLength(40)]
        public string Site { get; set; } = "";

        [Required]
        public Role? Role { get; set; }

        [Required]
        public LocalDate? Day { get; set; }

        public string From { get; set; } = "";

        public string Until { get; set; } = "";
    }
}
