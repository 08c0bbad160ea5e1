using System.ComponentModel.DataAnnotations;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Time;
using GridDesk.Staff.People;
using GridDesk.Ui;
using GridDesk.Ui.Fields;
using GridDesk.Ui.Refusals;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GridDesk.Staff.Certificates;

[Needs(Right.ManageStaff)]
internal sealed class CertificatesPage(OfficeDb db, CertificateDesk desk, CurrentStaff me, OfficePlaces places, Chrome chrome, IClock clock) : PageModel, IShowAgain
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public Form Input { get; } = new();

    public string Name { get; private set; } = "";

    public OfficePlaces Places => places;

    public IReadOnlyList<Choice> Kinds => Choices.Of(places.Certificates);

    public LocalDate Today { get; } = clock.Now().InZone(chrome.Zone).Date;

    public IReadOnlyList<Certificate> Rows { get; private set; } = [];

    public Task OnGetAsync() => ShowAgainAsync();

    public async Task ShowAgainAsync()
    {
        Name = (await db.GetStaffAsync(Id, HttpContext.RequestAborted)).Name;
        Rows = await db.Certificates.AsNoTracking().Where(c => c.Staff == Id).OrderBy(c => c.What).ToListAsync(HttpContext.RequestAborted);
    }

    public async Task<IActionResult> OnPostRecordAsync(Form input)
    {
        if (places.Certificates.All(kind => kind.Code != input.What))
        {
            throw new Refusal("certificate.unknown", "請從清單選一種證書。", "Choose a certificate from the list.", "Input.What");
        }

        await desk.RecordAsync(Id, input.What, input.Until, me.Actor, HttpContext.RequestAborted);
        return LocalRedirect($"~/desk/staff/{Id}/certificates");
    }

    public async Task<IActionResult> OnPostWithdrawAsync(Guid certificateId)
    {
        await desk.WithdrawAsync(Id, certificateId, me.Actor, HttpContext.RequestAborted);
        return LocalRedirect($"~/desk/staff/{Id}/certificates");
    }

    internal sealed class Form
    {
        [StringLength(100)]
        public string What { get; set; } = "";

        public LocalDate? Until { get; set; }
    }
}
