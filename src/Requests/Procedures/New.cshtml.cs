using System.ComponentModel.DataAnnotations;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Time;
using GridDesk.Services;
using GridDesk.Staff;
using GridDesk.Ui.Fields;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GridDesk.Requests.Procedures;

/// <summary>Records that something was made simpler: first of which service, then what, since when and why.</summary>
[Needs(Right.AmendPlan)]
internal sealed class NewPage(ProcedureDesk desk, ServiceCatalogue services, PackInForce pack, CurrentStaff staff, IClock clock) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Service { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public ServiceDefinition? Chosen => services.Find(Service, Today);

    public IReadOnlyList<Choice> Services => [.. services.At(Today).Where(s => s.OpensCase).Select(s => new Choice(s.Code, s.Name))];

    public IReadOnlyList<Choice> Parts => [.. desk.PartsOf(Service).Select(part => new Choice(part.Value, part.IsDocument ? new($"文件：{part.Name.Zh}", $"Paper: {part.Name.En}") : new($"步驟：{part.Name.Zh}", $"Step: {part.Name.En}")))];

    public static IReadOnlyList<Choice> Kinds { get; } = [.. Enum.GetValues<SimplificationKind>().Select(kind => new Choice($"{kind}", kind.Title))];

    private LocalDate Today => pack.Calendar.Today(clock.Now());

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync()
    {
        var entry = await desk.RecordAsync(Service, Input.Part, Input.Kind, Input.From!.Value, Input.Why, staff.Actor, HttpContext.RequestAborted);
        return LocalRedirect($"~/desk/procedures/{entry.Id}");
    }

    internal sealed class Form
    {
        public SimplificationKind? Kind { get; set; }

        public string? Part { get; set; }

        [Required]
        public LocalDate? From { get; set; }

        public string? Why { get; set; }
    }
}
