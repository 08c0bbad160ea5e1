using GridDesk.Kernel.Data;
using GridDesk.Staff;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GridDesk.Bills.Import;

/// <summary>How far one file has been taken in, and what is wrong in it.</summary>
[Needs(Right.ImportBills)]
internal sealed class ImportedPage(OfficeDb db, BillFileDesk desk) : PageModel
{
    private const int Most = 50;

    public BillFile Sheet { get; private set; } = null!;

    public IReadOnlyList<BillFileMistake> Mistakes { get; private set; } = [];

    public bool HasMore { get; private set; }

    public async Task OnGetAsync(Guid id)
    {
        var cancel = HttpContext.RequestAborted;
        Sheet = await desk.GetAsync(id, cancel);
        if (Sheet.IsRunning)
        {
            // No script is needed to see how far it has come.
            Response.Headers["Refresh"] = "3";
        }

        var found = await BillFileExport.InOrder(db, id).Take(Most + 1).ToListAsync(cancel);
        (Mistakes, HasMore) = ([.. found.Take(Most)], found.Count > Most);
    }
}
