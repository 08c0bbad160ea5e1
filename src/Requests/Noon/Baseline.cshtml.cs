using System.ComponentModel.DataAnnotations;
using GridDesk.Staff;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GridDesk.Requests.Noon;

/// <summary>Records how it was before the noon service.</summary>
[Needs(Right.AmendPlan)]
internal sealed class BaselinePage(NoonDesk desk, CurrentStaff staff) : PageModel
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync()
    {
        await desk.RecordBaselineAsync(Input.From!.Value, Input.Until!.Value, Input.TurnedAway!.Value, Input.Complaints!.Value, Input.Source, staff.Actor, HttpContext.RequestAborted);
        return LocalRedirect("~/desk/noon");
    }

    internal sealed class Form
    {
        [Required]
        public LocalDate? From { get; set; }

        [Required]
        public LocalDate? Until { get; set; }

        [Required]
        public int? TurnedAway { get; set; }

        [Required]
        public int? Complaints { get; set; }

        [StringLength(300)]
        public string Source { get; set; } = "";
    }
}
