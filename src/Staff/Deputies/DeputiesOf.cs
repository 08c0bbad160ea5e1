using System.ComponentModel.DataAnnotations;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Time;
using GridDesk.Ui;
using GridDesk.Ui.Fields;
using GridDesk.Ui.Refusals;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GridDesk.Staff.Deputies;

/// <summary>Arranging deputies: one's own on the account page, anybody's in the list of staff.</summary>
internal abstract class DeputiesOf(OfficeDb db, DeputyDesk desk, CurrentStaff me, Chrome chrome, IClock clock) : PageModel, IShowAgain
{
    protected abstract Guid Person { get; }

    public Form Input { get; } = new();

    public string Name { get; private set; } = "";

    public IReadOnlyList<DeputyRow> Rows { get; private set; } = [];

    public IReadOnlyList<Choice> People { get; private set; } = [];

    public Task OnGetAsync() => ShowAgainAsync();

    public async Task ShowAgainAsync()
    {
        var now = clock.Now();
        Name = (await db.GetStaffAsync(Person, HttpContext.RequestAborted)).Name;
        Rows = await db.Deputies.AsNoTracking().Where(d => d.For == Person && now < d.Until).OrderBy(d => d.From)
            .Join(db.Staff, d => d.By, m => m.Id, (d, m) => new DeputyRow(d.Id, m.Name, d.From, d.Until)).ToListAsync(HttpContext.RequestAborted);
        People = [.. (await db.Staff.AsNoTracking().Where(m => m.Active && m.Id != Person).OrderBy(m => m.Name).Select(m => new { m.Id, m.Name }).ToListAsync(HttpContext.RequestAborted))
            .Select(m => new Choice($"{m.Id}", Phrase.Same(m.Name)))];
    }

    public async Task<IActionResult> OnPostNameAsync(Form input)
    {
        await desk.NameAsync(Person, input.Deputy!.Value, StartOf(input.From!.Value), StartOf(input.Until!.Value.PlusDays(1)), me.Actor, HttpContext.RequestAborted);
        return LocalRedirect($"~{Request.Path}");
    }

    public async Task<IActionResult> OnPostWithdrawAsync(Guid deputyId)
    {
        await desk.WithdrawAsync(Person, deputyId, me.Actor, HttpContext.RequestAborted);
        return LocalRedirect($"~{Request.Path}");
    }

    /// <summary>The last day of a deputyship, for it ends with that day.</summary>
    public LocalDate LastDay(Instant until) => until.InZone(chrome.Zone).Date.PlusDays(-1);

    public LocalDate FirstDay(Instant from) => from.InZone(chrome.Zone).Date;

    private Instant StartOf(LocalDate day) => chrome.Zone.AtStartOfDay(day).ToInstant();

    internal sealed class Form
    {
        [Required]
        public Guid? Deputy { get; set; }

        [Required]
        public LocalDate? From { get; set; }

        [Required]
        public LocalDate? Until { get; set; }
    }
}

internal sealed record DeputyRow(Guid Id, string Name, Instant From, Instant Until);
