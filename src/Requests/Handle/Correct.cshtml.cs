using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Time;
using GridDesk.Staff;
using GridDesk.Staff.Access;
using GridDesk.Ui;
using GridDesk.Ui.Refusals;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GridDesk.Requests.Handle;

/// <summary>Corrects who asks and where. When a colleague changed the same case meanwhile, both see field by field what each wants.</summary>
[Needs(Right.HandleRequests)]
internal sealed class CorrectPage(RequestDesk desk, RequestAccess access, OfficeDb db, EventLog events, StaffDirectory directory, CurrentStaff staff, AccessLog looks, Chrome chrome) : PageModel, IShowAgain
{
    public static readonly IReadOnlyList<(string Name, Phrase Label)> FieldsShown =
    [
        ("name", new("姓名或名稱", "Name")), ("phone", new("電話", "Telephone")), ("email", new("電子郵件", "E-mail")),
        ("electricityNumber", new("電號", "Electricity number")), ("address", new("用電地址", "Address")),
    ];

    /// <summary>What the clerk typed.</summary>
    public Dictionary<string, string> Mine { get; private set; } = [];

    /// <summary>What the form showed when it was opened.</summary>
    public Dictionary<string, string> Shown { get; private set; } = [];

    /// <summary>Which of the two, for fields that both changed: <c>mine</c> or <c>theirs</c>.</summary>
    public Dictionary<string, string> Choice { get; private set; } = [];

    /// <summary>Fields that the clerk was asked to choose for.</summary>
    [BindProperty]
    public List<string> Asked { get; set; } = [];

    [BindProperty]
    public int Version { get; set; }

    public ServiceRequest Case { get; private set; } = null!;

    public IReadOnlyList<FieldMerge> Clashes { get; private set; } = [];

    /// <summary>林志明 10:21 改了這件的電話。您填的還在，請看過再存。</summary>
    public string? WhoChanged { get; private set; }

    public IReadOnlyDictionary<string, string> Theirs { get; private set; } = new Dictionary<string, string>();

    private CancellationToken Cancel => HttpContext.RequestAborted;

    private Guid Id => Guid.Parse((string)RouteData.Values["id"]!);

    public async Task OnGetAsync()
    {
        await LoadAsync();
        (Mine, Shown, Version) = (Copy(), Copy(), Case.Version);
    }

    public async Task<IActionResult> OnPostAsync()
    {
        (Mine, Shown, Choice) = (Posted("Mine."), Posted("was-"), Posted("pick-"));
        await LoadAsync();
        var merges = FieldsShown.Select(f => FieldMerge.Of(f.Name, Shown[f.Name], Mine[f.Name], Theirs[f.Name], Choice[f.Name], Asked.Contains(f.Name))).ToList();
        Clashes = [.. merges.Where(m => m.Result is Merge.Ask)];
        if (Clashes.Count > 0)
        {
            WhoChanged = await WhoAsync() ?? Languages.Say("請選要留哪一個。", "Choose which one to keep.");
            (Asked, Version) = ([.. Clashes.Select(c => c.Field)], Case.Version);
            // What was agreed stays agreed: their changes are taken over into the boxes that were not touched.
            foreach (var merge in merges.Where(m => m.Result is Merge.Theirs))
            {
                Mine[merge.Field] = merge.Theirs;
            }

            Shown = Copy();
            foreach (var clash in Clashes)
            {
                ModelState.AddModelError($"pick-{clash.Field}", Languages.Say($"「{LabelOf(clash.Field)}」你們兩個都改了，請選一個。", $"You both changed “{LabelOf(clash.Field)}”; choose one."));
            }

            return new PageResult { StatusCode = StatusCodes.Status409Conflict };
        }

        if (merges.All(m => m.Result is not Merge.Mine) && merges.Any(m => m.Result is Merge.Theirs))
        {
            return RedirectToPage("Case", new { id = Id });
        }

        string? New(string field) => merges.Single(m => m.Field == field) is { Result: Merge.Mine } mine ? mine.Mine : null;
        await desk.CorrectAsync(new(Id, Case.Version, staff.Actor), new(New("name"), New("phone"), New("email"), New("electricityNumber"), New("address")), Cancel);
        return RedirectToPage("Case", new { id = Id, done = "correct" });
    }

    public async Task ShowAgainAsync()
    {
        (Mine, Shown, Choice) = (Posted("Mine."), Posted("was-"), Posted("pick-"));
        db.ChangeTracker.Clear();
        await LoadAsync();
    }

    public string LabelOf(string field) => FieldsShown.Single(f => f.Name == field).Label.ToString();

    private async Task LoadAsync()
    {
        staff.Require(Right.SeePersonalData);
        Case = await desk.GetAsync(Id, Cancel);
        access.Require(Case);
        await looks.RecordAsync(staff.Id, Case.Key, $"/desk/requests/{Id}/correct", Case.Name, Cancel);
        var p = Case.Particulars;
        Theirs = new Dictionary<string, string>
        {
            ["name"] = p.Name, ["phone"] = p.Phone, ["email"] = p.Email ?? "", ["electricityNumber"] = p.ElectricityNumber ?? "", ["address"] = p.Address ?? "",
        };
    }

    private async Task<string?> WhoAsync()
    {
        var changes = (await events.HistoryAsync(Case.Key, Cancel)).Where(h => h.Version > Version && h.Event is RequestCorrected corrected && corrected.Fields.Any(f => Clashes.Any(c => c.Field == f))).ToList();
        if (changes is not [.., var last])
        {
            return null;
        }

        var names = StaffHistory.IdIn(last.By) is { } id ? await directory.NamesAsync([id], Cancel) : new Dictionary<Guid, string>();
        var who = names.Values.FirstOrDefault() ?? Languages.Say("別人", "Somebody");
        var time = last.HappenedAt.InZone(chrome.Zone).ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture);
        var what = string.Join(Languages.Say("、", ", "), Clashes.Select(c => LabelOf(c.Field)));
        return Languages.Say($"{who} {time} 改了這件的{what}。您填的還在，請看過再存。", $"{who} changed {what.ToLowerInvariant()} at {time}. What you typed is kept; please look and save again.");
    }

    private Dictionary<string, string> Copy() => new(Theirs);

    private Dictionary<string, string> Posted(string prefix) => FieldsShown.ToDictionary(f => f.Name, f => Request.Form[prefix + f.Name].ToString().Trim());
}
