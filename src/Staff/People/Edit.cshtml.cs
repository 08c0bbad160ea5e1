using GridDesk.Kernel.Data;
using GridDesk.Ui.Fields;
using GridDesk.Ui.Refusals;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GridDesk.Staff.People;

[Needs(Right.ManageStaff)]
internal sealed class EditPage(OfficeDb db, StaffDesk desk, CurrentStaff me, OfficePlaces places) : PageModel, ICardPage, IShowAgain
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>The revision that the form was filled from.</summary>
    [BindProperty]
    public int Seen { get; set; }

    [BindProperty]
    public CardForm Input { get; set; } = new();

    public string Who { get; private set; } = "";

    public IReadOnlyList<Choice> Departments => Choices.Of(places.Departments);

    public IReadOnlyList<Choice> Sites => Choices.Of(places.Sites);

    public async Task OnGetAsync()
    {
        var member = await db.GetStaffAsync(Id, HttpContext.RequestAborted);
        Seen = member.Revision;
        Who = member.Name;
        Input = new CardForm
        {
            Name = member.Name,
            Email = member.Login.Email,
            EmployeeNumber = member.EmployeeNumber,
            Department = member.Department,
            Site = member.Site,
            Joined = member.Joined,
        };
    }

    /// <summary>What was typed stays; whoever saves again has seen that somebody else was faster.</summary>
    public async Task ShowAgainAsync()
    {
        var member = await db.GetStaffAsync(Id, HttpContext.RequestAborted);
        Who = member.Name;
        Seen = member.Revision;
        ModelState.Remove(nameof(Seen));
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await desk.ChangeAsync(Id, Seen, Input.ToCard(), me.Actor, HttpContext.RequestAborted);
        return LocalRedirect($"~/desk/staff/{Id}");
    }
}
