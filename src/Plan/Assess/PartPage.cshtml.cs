using GridDesk.Kernel.Files;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Time;
using GridDesk.Staff;
using GridDesk.Ui.Fields;
using GridDesk.Ui.Refusals;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GridDesk.Plan.Assess;

/// <summary>What is asked of a department, by when; one row after another is answered. Nobody types a figure.</summary>
[Needs(Right.SeePlan)]
[RequestSizeLimit(64 * 1024 * 1024)] // more than is taken, so that a photo above it is refused at its field and no word is lost
internal sealed class PartPage(AssessDesk desk, PlanDesk plans, FileStore files, PackInForce pack, CurrentStaff me, IClock clock) : PageModel, IShowAgain
{
    [BindProperty(SupportsGet = true)]
    public string Name { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public string Department { get; set; } = "";

    /// <summary>The row that is open; the first that nothing was said of when null.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Row { get; set; }

    [BindProperty]
    public StatementForm Input { get; set; } = new();

    [BindProperty]
    public IFormFile? Photo { get; set; }

    public HalfYear Half { get; private set; } = null!;

    public SelfAssessment It { get; private set; } = null!;

    public Assessment Rules { get; private set; } = null!;

    public Department Unit { get; private set; } = null!;

    public IReadOnlyList<AskedAnswer> Asked { get; private set; } = [];

    public DepartmentPart Part { get; private set; } = null!;

    /// <summary>The one that is being answered; null when the department was asked nothing or all is said.</summary>
    public AskedAnswer? Open { get; private set; }

    public LocalDate Today { get; } = pack.Calendar.Today(clock.Now());

    public LocalDate By => Rules.AnswersBy(Half);

    /// <summary>People of the department, and those who keep the plan for everybody.</summary>
    public bool MayAnswer => It.FrozenAt is null && me.Has(Right.AnswerAssessment) && (me.Department == Department || me.Has(Right.AmendPlan));

    public IEnumerable<Choice> Scale => Rules.Scale.Select(step => new Choice($"{step.Score}", new($"{step.Score}　{step.Title.Zh}", $"{step.Score}: {step.Title.En}")));

    public IEnumerable<Choice> Criteria => Rules.Criteria.Index().Select(c => new Choice($"{c.Index}", c.Item));

    public async Task OnGetAsync()
    {
        await LoadAsync();
        Input = StatementForm.Of(Open?.Answer);
    }

    public Task ShowAgainAsync() => LoadAsync();

    [AlsoNeeds(Right.AnswerAssessment)]
    public async Task<IActionResult> OnPostAsync(string act, Guid? removed)
    {
        await LoadAsync();
        if (!MayAnswer)
        {
            It.RefuseIfFrozen();
            return Forbid();
        }

        var cancel = HttpContext.RequestAborted;
        if (act == "done")
        {
            await desk.DoneAsync(Half, Department, me.Actor, cancel);
            return LocalRedirect($"~/desk/assessments/{Name}/{Department}?done=1");
        }

        if (Row is null)
        {
            return BadRequest();
        }

        if (act == "remove")
        {
            await desk.RemovePhotoAsync(Half, Department, Row, removed ?? Guid.Empty, me.Actor, cancel);
            return LocalRedirect($"~/desk/assessments/{Name}/{Department}?row={Row}");
        }

        // Words first: a photo that is refused loses none of them.
        var written = await desk.SayAsync(Half, Department, Row, Input.SeenAt, Input.ToDraft(), me.Actor, cancel);
        if (Photo is { Length: > 0 } sent)
        {
            Input.Seen = $"{written.ToUnixTimeTicks()}";
            ModelState.Remove("Input.Seen");
            var taken = await TakeAsync(sent, cancel);
            await desk.AddPhotoAsync(Half, Department, Row, taken.Upload, Input.Caption, me.Actor, cancel);
            return LocalRedirect($"~/desk/assessments/{Name}/{Department}?row={Row}&photo={(taken.Photo.HadLocation ? "location" : "added")}");
        }

        return LocalRedirect($"~/desk/assessments/{Name}/{Department}{(act == "stay" ? $"?row={Row}" : "")}#row");
    }

    private async Task<TakenPhoto> TakeAsync(IFormFile sent, CancellationToken cancel)
    {
        using var bytes = new MemoryStream();
        await sent.CopyToAsync(bytes, cancel);
        try
        {
            return await files.TakePhotoAsync(sent.FileName, bytes.ToArray(), null, clock.Now(), cancel);
        }
        catch (Refusal refused)
        {
            throw new Refusal(refused.Code, refused.Reason, "photo");
        }
    }

    private async Task LoadAsync()
    {
        var cancel = HttpContext.RequestAborted;
        Half = HalfName.Read(Name);
        It = await desk.GetAsync(Half, cancel);
        (Part, Unit) = (It.Part(Department), pack.Departments.Find(Department)!);
        Rules = (await plans.GetAsync(Half.RocYear, cancel)).Definition.Assessment;
        Asked = await desk.PartAsync(Half, Department, cancel);
        Open = Row is null ? Asked.FirstOrDefault(a => a.Answer?.IsAnswered != true) : Asked.FirstOrDefault(a => a.Measure.Code == Row);
    }
}

/// <summary>What is typed for one row.</summary>
internal sealed class StatementForm
{
    public string? Zh { get; set; }

    public string? En { get; set; }

    public int? Score { get; set; }

    public List<int> Criteria { get; set; } = [];

    /// <summary>What the photo shows.</summary>
    public string? Caption { get; set; }

    /// <summary>When what the person saw was written, in ticks; empty when there was nothing.</summary>
    public string? Seen { get; set; }

    public Instant? SeenAt => long.TryParse(Seen, out var ticks) && ticks is > 0 and < 253_402_300_800 * NodaConstants.TicksPerSecond ? Instant.FromUnixTimeTicks(ticks) : null;

    public StatementDraft ToDraft() => new(Zh, En, Score, Criteria);

    public static StatementForm Of(RowAnswer? answer) => answer is null ? new() : new() { Zh = answer.Zh, En = answer.En, Score = answer.Score, Criteria = [.. answer.Criteria], Seen = answer.At is { } at ? $"{at.ToUnixTimeTicks()}" : null };
}
