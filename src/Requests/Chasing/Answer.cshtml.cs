using GridDesk.Kernel.Time;
using GridDesk.Requests.Work;
using GridDesk.Staff;
using GridDesk.Ui.Fields;
using GridDesk.Ui.Refusals;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GridDesk.Requests.Chasing;

/// <summary>Says why a promise stands and what will be done next.</summary>
[Needs(Right.SeeRequests)]
internal sealed class AnswerPage(ChaseDesk desk, CaseWords words, IClock clock) : PageModel, IShowAgain
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public ChaseCause? Cause { get; set; }

    [BindProperty]
    public string? Next { get; set; }

    public ChaseRow Row { get; private set; } = null!;

    public CaseWords Words => words;

    /// <summary>As it stands now.</summary>
    public string Mark => Row.Chase.DueAt < clock.Now() ? "late" : Row.Chase.Rung.Mark;

    public IReadOnlyList<Choice> Causes => [.. Enum.GetValues<ChaseCause>().Select(cause => new Choice($"{cause}", cause.Title))];

    public Task OnGetAsync() => ShowAgainAsync();

    public async Task ShowAgainAsync() => Row = await desk.GetMineAsync(Id, HttpContext.RequestAborted);

    public async Task<IActionResult> OnPostAsync()
    {
        await desk.AnswerAsync(Id, Cause, Next, HttpContext.RequestAborted);
        return LocalRedirect("~/desk/chase?answered=true");
    }
}
