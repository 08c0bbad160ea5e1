using GridDesk.Kernel.Data;
using GridDesk.Staff;
using GridDesk.Ui.Refusals;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GridDesk.Requests.Procedures;

/// <summary>One simplification: what cases took before and since, and how that was computed.</summary>
[Needs(Right.SeePlan)]
internal sealed class ProcedurePage(ProcedureDesk desk, OfficeDb db, StaffDirectory directory, CurrentStaff staff) : PageModel, IShowAgain
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public Simplification Entry { get; private set; } = null!;

    public string? By { get; private set; }

    public Phrase ServiceName => desk.ServiceOf(Entry);

    public Phrase PartName => desk.NameOf(Entry);

    public bool MayWithdraw => Entry.WithdrawnAt is null && staff.Has(Right.AmendPlan);

    public Task OnGetAsync() => ShowAgainAsync();

    public async Task ShowAgainAsync()
    {
        db.ChangeTracker.Clear();
        Entry = await desk.GetAsync(Id, HttpContext.RequestAborted);
        By = Guid.TryParse(Entry.RecordedBy.Split(':')[^1], out var id) ? (await directory.NamesAsync([id], HttpContext.RequestAborted)).GetValueOrDefault(id) : null;
    }

    /// <summary>Takes back an entry that was a mistake.</summary>
    [AlsoNeeds(Right.AmendPlan)]
    public async Task<IActionResult> OnPostWithdrawAsync()
    {
        await desk.WithdrawAsync(Id, Version, Reason, staff.Actor, HttpContext.RequestAborted);
        return LocalRedirect($"~/desk/procedures/{Id}");
    }
}
