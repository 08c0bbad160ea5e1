using GridDesk.Kernel.Time;
using GridDesk.Staff.People;
using GridDesk.Staff.SignIn;
using GridDesk.Ui;
using GridDesk.Ui.Fields;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GridDesk.Staff.Links;

[Public]
internal sealed class FirstAdministratorPage(Newcomers newcomers, OfficePlaces places, Chrome chrome, IClock clock) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Token { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public IReadOnlyList<Choice> Departments => Choices.Of(places.Departments);

    public Task OnGetAsync() => newcomers.ReadAsync(Token, LinkPurpose.FirstAdministrator, HttpContext.RequestAborted);

    public async Task<IActionResult> OnPostAsync()
    {
        Input.RequireSame();
        var card = new Card(Input.Name, null, null, Input.Department, null, clock.Now().InZone(chrome.Zone).Date);
        await StaffSession.BeginAsync(HttpContext, await newcomers.RegisterFirstAdministratorAsync(Token, Input.UserName, Input.NewPassword, card, HttpContext.RequestAborted));
        return LocalRedirect("~/desk/staff");
    }

    internal sealed class Form : TwicePassword
    {
        public string UserName { get; set; } = "";

        public string Name { get; set; } = "";

        public string Department { get; set; } = "";
    }
}
