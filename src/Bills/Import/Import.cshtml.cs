using GridDesk.Kernel.Data;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Time;
using GridDesk.Staff;
using GridDesk.Ui.Fields;
using GridDesk.Ui.Refusals;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GridDesk.Bills.Import;

/// <summary>Files of bills and payments that were read, and the form that reads one more.</summary>
[Needs(Right.ImportBills)]
[RequestSizeLimit(128 * 1024 * 1024)] // more than is taken, so that somebody a little above it reads why
internal sealed class ImportPage(OfficeDb db, BillFileDesk desk, CurrentStaff staff, PackInForce pack, IClock clock) : PageModel, IShowAgain
{
    private const string Own = "own";
    private const int Most = 50;

    // No mapping that a person writes is longer.
    private const int LongestMapping = 1024 * 1024;

    [BindProperty]
    public IFormFile? Upload { get; set; }

    /// <summary>One of the mappings that lie beside the program, or the office's own.</summary>
    [BindProperty]
    public string Kind { get; set; } = "bills";

    [BindProperty]
    public IFormFile? Mapping { get; set; }

    public IReadOnlyList<BillFile> Files { get; private set; } = [];

    public int Open { get; private set; }

    public int DueSoon { get; private set; }

    public int PastDue { get; private set; }

    public IReadOnlyList<Choice> Kinds { get; } =
    [
        .. BillMappings.Presets.Select(preset => new Choice(preset.Key, preset.Value)),
        new(Own, new("自己寫的對照檔", "A mapping of our own")),
    ];

    public Task OnGetAsync() => ShowAgainAsync();

    public async Task ShowAgainAsync()
    {
        var cancel = HttpContext.RequestAborted;
        var today = pack.Calendar.Today(clock.Now());
        var open = db.Bills.AsNoTracking().Where(b => b.State == BillState.Open);
        Files = await db.BillFiles.AsNoTracking().OrderByDescending(f => f.Id).Take(Most).ToListAsync(cancel);
        Open = await open.CountAsync(cancel);
        PastDue = await open.CountAsync(b => b.DueOn < today, cancel);
        DueSoon = await open.CountAsync(b => b.DueOn >= today && b.DueOn <= today.PlusDays(7), cancel);
    }

    public async Task<IActionResult> OnPostAsync()
    {
        List<Refusal> missing = [];
        if (Upload is null)
        {
            missing.Add(new("bill-file.upload", "請選帳單或繳費紀錄的檔案。", "Choose the file of bills or payments.", "upload"));
        }

        if (!BillMappings.Presets.ContainsKey(Kind) && Mapping is null)
        {
            missing.Add(new("bill-file.mapping", "請選對照檔，或在上面選一種現成的。", "Choose the mapping file, or one of the ready-made kinds above.", "mapping"));
        }

        Refusals.ThrowIfAny(missing);
        if (Mapping?.Length > LongestMapping)
        {
            throw new Refusal("bill-file.mapping", "對照檔超過 1 MB，請確認選的是不是對照檔。", "The mapping is larger than 1 MB: is it the mapping that you chose?", "mapping");
        }

        var (name, mapping) = BillMappings.Presets.ContainsKey(Kind) ? ($"{Kind}.yaml", BillMappings.Preset(Kind)) : (Mapping!.FileName, await BytesAsync(Mapping));
        var file = await desk.ReadAsync(Upload!.FileName, await BytesAsync(Upload), name, mapping, staff.Actor, HttpContext.RequestAborted);
        return LocalRedirect($"~/desk/bills/import/{file.Id}");
    }

    private async Task<byte[]> BytesAsync(IFormFile file)
    {
        var bytes = new byte[file.Length];
        await using var stream = file.OpenReadStream();
        await stream.ReadExactlyAsync(bytes, HttpContext.RequestAborted);
        return bytes;
    }
}
