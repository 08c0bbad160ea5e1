using GridDesk.Kernel.Data;
using GridDesk.Kernel.Time;
using GridDesk.Staff.Certificates;
using GridDesk.Staff.Deputies;
using GridDesk.Staff.Shifts;
using GridDesk.Ui.Fields;
using GridDesk.Ui.Refusals;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GridDesk.Staff.People;

[Needs(Right.ManageStaff)]
internal sealed class PersonPage(OfficeDb db, StaffDesk desk, CurrentStaff me, OfficePlaces places, IClock clock) : PageModel, IShowAgain
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public StaffMember Person { get; private set; } = null!;

    public OfficePlaces Places => places;

    public List<Role> Roles { get; private set; } = [];

    public IReadOnlyList<Choice> RoleChoices => Choices.AllRoles;

    /// <summary>The address to hand over, once.</summary>
    public string? Link { get; private set; }

    public string Deputies { get; private set; } = "";

    public Phrase Shifts { get; private set; } = Phrase.Same("");

    public Phrase Certificates { get; private set; } = Phrase.Same("");

    public Task OnGetAsync() => ShowAgainAsync();

    public async Task ShowAgainAsync()
    {
        var cancel = HttpContext.RequestAborted;
        var now = clock.Now();
        Person = await db.GetStaffAsync(Id, cancel);
        Roles = [.. Person.Roles.Select(given => given.Role)];
        Deputies = string.Join(", ", await db.Deputies.Where(d => d.For == Id && now < d.Until).Join(db.Staff, d => d.By, m => m.Id, (_, m) => m.Name).Distinct().ToListAsync(cancel));
        var shifts = await db.Shifts.CountAsync(s => s.Staff == Id && now < s.Until, cancel);
        Shifts = new($"接下來 {shifts} 班", $"{shifts} to come");
        var certificates = await db.Certificates.CountAsync(c => c.Staff == Id, cancel);
        Certificates = new($"{certificates} 張", $"{certificates}");
    }

    public async Task<IActionResult> OnPostRolesAsync(int seen, List<Role> roles)
    {
        await desk.GiveRolesAsync(Id, seen, roles, me.Actor, HttpContext.RequestAborted);
        return Back();
    }

    public async Task<IActionResult> OnPostLinkAsync()
    {
        var secret = await desk.IssuePasswordLinkAsync(Id, me.Actor, HttpContext.RequestAborted);
        Link = $"{Request.Scheme}://{Request.Host}{Url.Content("~/set-password")}?token={secret}";
        await ShowAgainAsync();
        return Page();
    }

    public async Task<IActionResult> OnPostLeaveAsync()
    {
        await desk.LeaveAsync(Id, me.Actor, HttpContext.RequestAborted);
        return Back();
    }

    public async Task<IActionResult> OnPostReturnAsync()
    {
        await desk.ReturnAsync(Id, me.Actor, HttpContext.RequestAborted);
        return Back();
    }

    private LocalRedirectResult Back() => LocalRedirect($"~/desk/staff/{Id}");
}
