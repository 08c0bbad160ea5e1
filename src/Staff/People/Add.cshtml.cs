using GridDesk.Kernel.Time;
using GridDesk.Ui;
using GridDesk.Ui.Fields;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GridDesk.Staff.People;

[Needs(Right.ManageStaff)]
internal sealed class AddPage(StaffDesk desk, CurrentStaff me, OfficePlaces places, Chrome chrome, IClock clock) : PageModel, ICardPage
{
    [BindProperty]
    public Form Input { get; set; } = new();

    CardForm ICardPage.Input => Input;

    public IReadOnlyList<Choice> Departments => Choices.Of(places.Departments);

    public IReadOnlyList<Choice> Sites => Choices.Of(places.Sites);

    public void OnGet() => Input.Joined = clock.Now().InZone(chrome.Zone).Date;

    public async Task<IActionResult> OnPostAsync()
    {
        var member = await desk.JoinAsync(Input.UserName, Input.ToCard(), Input.Roles, me.Actor, HttpContext.RequestAborted);
        return LocalRedirect($"~/desk/staff/{member.Id}");
    }

    internal sealed class Form : CardForm
    {
        public string UserName { get; set; } = "";

        public List<Role> Roles { get; set; } = [];
    }
}
