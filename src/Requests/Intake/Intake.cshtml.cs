using GridDesk.Customers;
using GridDesk.Customers.Fields;
using GridDesk.Kernel.Files;
using GridDesk.Kernel.Forms;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Promises;
using GridDesk.Kernel.Time;
using GridDesk.Requests.Handovers;
using GridDesk.Requests.Noon;
using GridDesk.Services;
using GridDesk.Staff;
using GridDesk.Staff.Access;
using GridDesk.Ui.Fields;
using GridDesk.Ui.Refusals;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using static GridDesk.Kernel.Languages;

namespace GridDesk.Requests.Intake;

/// <summary>The counter screen of one service: everything on one page. Enter checks and fills in; only its own key accepts.</summary>
[Needs(Right.FileRequests, Right.ReceiveOnly)]
internal sealed partial class IntakePage(
    RequestDesk desk, IntakeDrafts drafts, Duplicates duplicates, CustomerDirectory customers, ServiceCatalogue services,
    FileStore files, NoonDuties noon, HandoverDesk handovers, HandoverAccess handoverAccess, ReminderTick reminders, IEnumerable<IIntakeOrigin> origins, PackInForce pack, CurrentStaff staff, AccessLog looks, IClock clock) : PageModel, IShowAgain
{
    public ServiceDefinition Service { get; private set; } = null!;

    public Form Questions => services.FormOf(Service);

    public CounterForm Typed { get; private set; } = null!;

    public Scans Scans { get; private set; } = Scans.None;

    public bool IsRestored { get; private set; }

    public IReadOnlyList<OpenCase> Alike { get; private set; } = [];

    /// <summary>Where a volunteer stands now; null for somebody whose work it is all day.</summary>
    public NoonDuty? Noon { get; private set; }

    public NoonMay May => Noon?.May(Service) ?? NoonMay.Complete;

    /// <summary>Why a volunteer may do nothing here now, or only take papers in.</summary>
    public Phrase? WhyNot => Noon is not null && May < NoonMay.Complete ? Noon.Why(Service, pack.Calendar.Zone).Reason : null;

    public IEnumerable<Choice> Ways => Enum.GetValues<Channel>().Where(c => c is Channel.CallCentre ? staff.Roles.Contains(Role.CallCentre) || Handover is not null : c is not Channel.Web && c.Begins(Service))
        .Select(c => new Choice($"{c}", c.Name));

    private CancellationToken Cancel => HttpContext.RequestAborted;

    public async Task OnGetAsync(string? code, bool begun)
    {
        code ??= ""; // an address of spaces only
        Open(code, new(await drafts.FindAsync(staff.Id, code.ToUpperInvariant(), Cancel)));
        IsRestored = !begun && !Typed.IsEmpty;
        await ShowAgainAsync();
    }

    public async Task OnPostAsync(string code, string? remove)
    {
        await TakeInAsync(code);
        if (remove is { Length: > 0 and < 60 })
        {
            Typed.Clear($"answers.{remove}.");
        }

        await FindAsync(null);
        await drafts.KeepAsync(staff.Id, Service.Code, Typed.Fields, Cancel);
        await ShowAgainAsync();
    }

    public async Task OnPostUseAsync(string code, string account)
    {
        await TakeInAsync(code);
        await FindAsync(account);
        await drafts.KeepAsync(staff.Id, Service.Code, Typed.Fields, Cancel);
        await ShowAgainAsync();
    }

    /// <summary>The account's customer is not the one who asks.</summary>
    public async Task OnPostSomebodyElseAsync(string code)
    {
        await TakeInAsync(code);
        Typed.Clear("applicant.");
        await drafts.DiscardAsync(staff.Id, Service.Code, Cancel);
        await drafts.KeepAsync(staff.Id, Service.Code, Typed.Fields, Cancel);
        await ShowAgainAsync();
    }

    [AlsoNeeds(Right.FileRequests, Right.CompleteAtNoon)]
    public Task<IActionResult> OnPostAcceptAsync(string code) => FileAsync(code, receiveOnly: false);

    public Task<IActionResult> OnPostReceiveAsync(string code) => FileAsync(code, receiveOnly: true);

    public async Task<IActionResult> OnPostDiscardAsync(string code)
    {
        await drafts.DiscardAsync(staff.Id, code.ToUpperInvariant(), Cancel);
        return RedirectToPage(new { code });
    }

    public async Task<IActionResult> OnPostKeepAsync(string code, string? field)
    {
        if (services.Find(code, Today) is { } service && field is { Length: > 0 })
        {
            await drafts.KeepAsync(staff.Id, service.Code, field, [.. Request.Form[field].Select(v => v ?? "")], Cancel);
        }

        return new NoContentResult();
    }

    public async Task ShowAgainAsync()
    {
        if (Service is null)
        {
            await TakeInAsync((string)RouteData.Values["code"]!); // what was sent could not even be read
        }

        Noon ??= await NoonAsync();
        Handover ??= await HandoverAsync();
        Alike = await duplicates.OfAsync(Typed["electricityNumber"], Service!.Code, Cancel);
    }

    /// <summary>When it would be done, were it accepted now.</summary>
    public DueDate? Due()
    {
        try
        {
            var facts = new Facts(Questions.Read(Typed.Answers).Answers, Typed.Kind, Typed.HasAgent);
            var (policy, now) = (Service.Policy(facts), clock.Now());
            var received = ReceivedTime.Read(Typed["receivedAt"], pack.Calendar, now) ?? now;
            return policy.DueByNorm(received, [], [], pack.Calendar, now) ?? policy.DueByRule(received, [], [], pack.Calendar, now);
        }
        catch (Refusal)
        {
            return null; // an unreadable time is refused at its field when the form is sent
        }
    }

    public Phrase DepartmentName => pack.Departments.Find(Service.Steps[0].Department)?.Name ?? pack.Office.Name;

    public PaperRows Papers => new(
        [.. Service.Documents.Select(d => new PaperRow(d.Id, d.Name, d.Hint, d.Required, CounterWords.Json(d.When), CounterWords.Say(d.When, Questions)))], Typed.Seen, Scans.Taken);

    private async Task<NoonDuty?> NoonAsync() => staff.Has(Right.FileRequests) ? null : await noon.NowAsync(Cancel);

    private LocalDate Today => pack.Calendar.Today(clock.Now());

    private void Open(string code, CounterForm typed)
    {
        Service = services.Find(code, Today) is { OpensCase: true } service ? service
            : throw new Refusal("not-found", "沒有這項服務，或它在櫃檯當場辦好、不用受理。", "There is no such service, or it is done at the counter without a request.");
        Typed = typed;
        if (Typed["channel"].Length == 0)
        {
            Typed["channel"] = $"{(staff.Roles.Contains(Role.CallCentre) ? Channel.CallCentre : Channel.Counter)}";
        }
    }

    private async Task TakeInAsync(string code)
    {
        Open(code, CounterForm.Posted(Request.Form));
        Scans = await Scans.TakeAsync(Request.Form, files, clock.Now(), Cancel);
        foreach (var wrong in Scans.Wrong)
        {
            ModelState.AddModelError(wrong.Field!, wrong.Reason.ToString());
        }
    }

    private async Task<IActionResult> FileAsync(string code, bool receiveOnly)
    {
        await TakeInAsync(code);
        Refusals.ThrowIfAny(Scans.Wrong.Count > 0 ? [new Refusal("upload.wrong", "有檔案收不進來，請看下面的欄位。", "A file could not be taken in; see the field below.")] : []);
        (Noon, Handover) = (await NoonAsync(), await HandoverAsync());
        Noon?.Require(receiveOnly ? NoonMay.TakeIn : NoonMay.Complete, Service, pack.Calendar.Zone);
        var mine = !receiveOnly && staff.Has(Right.HandleRequests) && Service.Steps[0].Department == staff.Department;
        var filing = Typed.ToFiling(Service, pack.Calendar, clock.Now(), Scans.Taken) with
        {
            Site = Noon?.Shift?.Site ?? staff.Site,
            AtNoon = Noon is not null,
            ReceiveOnly = receiveOnly,
            MustBeComplete = !receiveOnly,
            Owner = mine ? $"{staff.Id}" : null,
        };
        var filed = await desk.FileAsync(filing, staff.Actor, $"{staff.Id}", filed => FinishAsync(filed.Request), Cancel);
        return RedirectToPage("Taken", new { id = filed.Request.Id, back = Typed[IntakeBeginning.Origin] is { Length: > 0 } origin ? origin : null });
    }
}
