using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Files;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Time;
using GridDesk.Requests.Api;
using GridDesk.Requests.Supply;
using GridDesk.Requests.Tell;
using GridDesk.Services.Show;
using GridDesk.Staff;
using GridDesk.Ui.Cases;
using GridDesk.Ui.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GridDesk.Requests.Track;

/// <summary>
/// How far a request has come. With the code of its slip everything; with the last three digits of the telephone only where it stands.
/// </summary>
[Public]
internal sealed partial class TrackPage(RequestDesk desk, SupplyDesk schedules, EventLog events, PackInForce pack, FileStore files, Glances glances, OfficeDb db, IServiceExperience experience, IClock clock) : PageModel
{
    /// <summary>What a QR code on a slip says of itself.</summary>
    internal const string FromSlip = "slip";

    private const int DigitsOfPhone = 3;

    [BindProperty(SupportsGet = true)]
    public string? Number { get; set; }

    /// <summary>The code on the slip.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Code { get; set; }

    /// <summary>What they typed beside the number: digits of the telephone, or the code.</summary>
    [BindProperty]
    public string? Proof { get; set; }

    /// <summary>What they have just done here: <c>supplied</c>, <c>accepted</c> or <c>withdrawn</c>.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Done { get; set; }

    /// <summary>How they came here: <c>slip</c> by the QR code on it.</summary>
    [BindProperty(SupportsGet = true)]
    public string? By { get; set; }

    /// <summary>Null while only the form is shown.</summary>
    public Progress? Progress { get; private set; }

    /// <summary>Everything may be shown, not only where it stands.</summary>
    public bool IsWhole { get; private set; }

    public PromiseView? Promise { get; private set; }

    /// <summary>Something that they have to be told and were not yet.</summary>
    public DueNotice? Notice { get; private set; }

    /// <summary>How long such a request usually takes.</summary>
    public Phrase? Usual { get; private set; }

    public IReadOnlyList<Tap> Line { get; private set; } = [];

    /// <summary>Null for kinds without a supply schedule.</summary>
    public SupplyOutlook? Supply { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? seen, CancellationToken cancel)
    {
        try
        {
            if (seen is not null && glances.Read(seen) is { } glanced)
            {
                await ShowAsync(await desk.GetAsync(glanced, cancel), whole: false, cancel);
            }
            else if (Number is not null && Code is not null && By == FromSlip)
            {
                // Counted, and gone from the address: a bookmark or a reload is no further scan.
                var scanned = await LookUpAsync(cancel);
                await desk.LogScanAsync(scanned, cancel);
                return LocalRedirect($"~/track/{scanned.Name}?code={Uri.EscapeDataString(Code)}");
            }
            else if (Number is not null && Code is not null)
            {
                await ShowAsync(await LookUpAsync(cancel), whole: true, cancel);
                await LogAsync(Done is null, cancel);
            }
        }
        catch (Refusal refusal) when (refusal.Code is "not-found" or "too-many-tries")
        {
            Proof = Code;
            return Missed(refusal);
        }

        return Page();
    }

    // Which of the two is wrong is nobody's business but theirs.
    private PageResult Missed(Refusal refusal)
    {
        ModelState.AddModelError(nameof(Number), refusal.Reason.ToString());
        if (refusal.Code == "not-found")
        {
            ModelState.AddModelError(nameof(Proof), Languages.Say("也可能是這一格不對，請兩格都對一次。", "This one may be wrong as well; please check both."));
        }

        return new PageResult { StatusCode = refusal.Code == "not-found" ? StatusCodes.Status404NotFound : StatusCodes.Status429TooManyRequests };
    }

    /// <summary>The digits go by POST, so that no address ever holds them; the answer is shown by a word that is good for five minutes.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(Number))
        {
            throw new Refusal("track.number", "請輸入號碼，在回條最上面。", "Enter the number; it is at the top of your slip.", nameof(Number));
        }

        var proof = Kernel.Search.SearchWords.Fold(Proof ?? "").Trim();
        if (proof.Length > DigitsOfPhone)
        {
            return LocalRedirect($"~/track/{Uri.EscapeDataString(Number.Trim())}?code={Uri.EscapeDataString(proof)}");
        }

        try
        {
            var request = await desk.LookUpByPhoneAsync(Number, proof, HttpContext.CallerAddress(), cancel);
            await desk.LogEnquiryAsync(request, ChannelHere, selfService: true, Actor.Customer, cancel);
            return LocalRedirect($"~/track?seen={glances.Give(request.Id)}");
        }
        catch (Refusal refusal) when (refusal.Code is "not-found" or "too-many-tries")
        {
            return Missed(refusal);
        }
    }

    /// <summary>Papers that were missing: the good files are taken even when another cannot be.</summary>
    public async Task<IActionResult> OnPostSupplyAsync(CancellationToken cancel)
    {
        var request = await LookUpAsync(cancel);
        await ShowAsync(request, whole: true, cancel);
        List<GivenDocument> given = [];
        List<Refusal> refused = [];
        foreach (var file in Request.Form.Files.Where(f => f.FileName.Length > 0))
        {
            try
            {
                using var bytes = new MemoryStream();
                await file.CopyToAsync(bytes, cancel);
                var document = file.Name.Split('.')[^1];
                given.Add(new GivenDocument(document, (await files.TakeAsync(file.FileName, bytes.ToArray(), document, clock.Now(), cancel)).Id));
            }
            catch (Refusal refusal)
            {
                refused.Add(new Refusal(refusal.Code, new Phrase($"{file.FileName}：{refusal.Reason.Zh}", $"{file.FileName}: {refusal.Reason.En}"), file.Name));
            }
        }

        if (given.Count > 0)
        {
            request = await desk.SupplyAsync(new(request.Id, null, Actor.Customer), Channel.Web, given, cancel);
            await ShowAsync(request, whole: true, cancel);
        }
        else if (refused.Count == 0)
        {
            refused.Add(new Refusal("supply.nothing", "請選要補的檔案。", "Choose the files to send.", $"documents.{request.Missing.FirstOrDefault(m => m.Kind == "document")?.Id}"));
        }

        Refusals.ThrowIfAny(refused);
        return await ThankAsync(request, cancel);
    }

    private EnquiryChannel ChannelHere => RequestsApi.IsMobile(HttpContext) ? EnquiryChannel.Mobile : EnquiryChannel.Web;

    private Task<ServiceRequest> LookUpAsync(CancellationToken cancel) => desk.LookUpAsync(Number, Code, HttpContext.CallerAddress(), cancel);

    private Task LogAsync(bool isEnquiry, CancellationToken cancel) =>
        isEnquiry ? desk.LogEnquiryAsync(Progress!.Request, ChannelHere, selfService: true, Actor.Customer, cancel) : Task.CompletedTask;

    private async Task ShowAsync(ServiceRequest request, bool whole, CancellationToken cancel)
    {
        var now = clock.Now();
        Progress = Progress.Of(request, desk.ServiceOf(request), await desk.PromiseOfAsync(request, cancel), pack, now);
        IsWhole = whole;
        Notice = await db.ToTellAsync(request, cancel);
        Usual = Progress.Promise is { ClosedAt: null } ? await experience.UsualTimeAsync(request.Service, cancel) : null;
        if (whole)
        {
            Promise = ShownPromise.Of(Progress, pack.Calendar, now);
            Line = TrackLine.Of(await events.HistoryAsync(request.Key, cancel), Progress);
            Supply = request.Number is not null && await schedules.OfAsync(request.Id, cancel) is { } schedule ? SupplyOutlook.Of(schedule, pack.Of(SupplyTemplates.Of)) : null;
        }
    }
}
