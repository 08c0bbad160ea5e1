using GridDesk.Kernel.Data;
using GridDesk.Requests.Shadow.Read;
using GridDesk.Staff;
using GridDesk.Ui.Fields;
using GridDesk.Ui.Refusals;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GridDesk.Requests.Shadow;

/// <summary>Registers of other systems that were read, and the form that reads one more.</summary>
[Needs(Right.AmendPlan, Right.ManagePack)]
[RequestSizeLimit(128 * 1024 * 1024)] // more than is taken, so that somebody a little above it reads why
internal sealed class ShadowPage(OfficeDb db, ShadowDesk desk, CurrentStaff staff) : PageModel, IShowAgain
{
    private const string Own = "own";
    private const int Most = 50;

    // No mapping that a person writes is longer.
    private const int LongestMapping = 1024 * 1024;

    [BindProperty]
    public IFormFile? Register { get; set; }

    /// <summary>The office's own mapping, or one that lies beside the program.</summary>
    [BindProperty]
    public string Kind { get; set; } = Own;

    [BindProperty]
    public IFormFile? Mapping { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Removed { get; set; }

    public IReadOnlyList<ShadowImport> Imports { get; private set; } = [];

    public IReadOnlyList<Choice> Kinds { get; } =
    [
        new(Own, new("自己寫的對照檔", "A mapping of our own")),
        .. MappingReader.Presets.Select(preset => new Choice(preset.Key, preset.Value)),
    ];

    public Task OnGetAsync() => ShowAgainAsync();

    public async Task ShowAgainAsync() => Imports = await db.ShadowImports.AsNoTracking().OrderByDescending(i => i.Id).Take(Most).ToListAsync(HttpContext.RequestAborted);

    public async Task<IActionResult> OnPostAsync()
    {
        List<Refusal> missing = [];
        if (Register is null)
        {
            missing.Add(new("shadow.register", "請選登記簿的檔案。", "Choose the file of the register.", "register"));
        }

        if (Kind == Own && Mapping is null)
        {
            missing.Add(new("shadow.mapping", "請選對照檔，或在上面選一種現成的。", "Choose the mapping file, or one of the ready-made kinds above.", "mapping"));
        }

        Refusals.ThrowIfAny(missing);
        if (Mapping?.Length > LongestMapping)
        {
            throw new Refusal("shadow.mapping", "對照檔超過 1 MB，請確認選的是不是對照檔。", "The mapping is larger than 1 MB: is it the mapping that you chose?", "mapping");
        }

        var (name, mapping) = Kind == Own ? (Path.GetFileName(Mapping!.FileName), await BytesAsync(Mapping)) : ($"{Kind}.yaml", MappingReader.Preset(Kind));
        var import = await desk.ReadAsync(Register!.FileName, await BytesAsync(Register), name, mapping, staff.Actor, HttpContext.RequestAborted);
        return LocalRedirect($"~/desk/shadow/{import.Id}");
    }

    private async Task<byte[]> BytesAsync(IFormFile file)
    {
        var bytes = new byte[file.Length];
        await using var stream = file.OpenReadStream();
        await stream.ReadExactlyAsync(bytes, HttpContext.RequestAborted);
        return bytes;
    }
}
