using System.Text.Json;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Promises;
using GridDesk.Kernel.Time;
using GridDesk.Requests.Work;
using GridDesk.Staff;
using GridDesk.Ui.Fields;
using GridDesk.Ui.Refusals;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GridDesk.Requests.Calendar;

/// <summary>The working calendar: what is special in the weeks to come; a closure or a make-up day, its effect, and then publishing it.</summary>
[Needs(Right.ChangeCalendar)]
internal sealed class CalendarPage(OfficeDb db, CalendarDesk desk, RequestAccess access, PackInForce pack, CurrentStaff staff, CaseWords words, IClock clock) : PageModel, IShowAgain
{
    private const int Most = 50;
    private const int DaysAhead = 120;

    [BindProperty]
    public CalendarDay Day { get; set; } = new();

    /// <summary>The days gathered so far, each as JSON.</summary>
    [BindProperty]
    public List<string> Chosen { get; set; } = [];

    /// <summary>The edition that the effect was shown for.</summary>
    [BindProperty]
    public string? Shown { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Published { get; set; }

    public IReadOnlyList<CalendarChange> Changes { get; private set; } = [];

    /// <summary>Null until days were given.</summary>
    public CalendarEffect? Effect { get; private set; }

    /// <summary>The first cases that would move, of those that the reader may see, by the key of the promise.</summary>
    public IReadOnlyList<(PromiseMove Move, CaseRow Row)> Cases { get; private set; } = [];

    public CaseWords Words => words;

    public WorkCalendar Calendar => pack.Calendar;

    public IReadOnlyList<Choice> Kinds =>
    [
        new("shut", new("停班", "Shut"), new("颱風停班、補班日取消", "A typhoon, a make-up day given up")),
        new("works", new("上班", "Works"), new("補行上班，或原定停班改為上班", "A make-up day, or a closure called off")),
    ];

    public IReadOnlyList<Choice> Sites => [.. pack.Sites.Sites.Select(s => new Choice(s.Code, s.Name))];

    /// <summary>Weekdays off and weekend days worked in the time to come, with the reason.</summary>
    public IEnumerable<(LocalDate Date, bool Works, Phrase Why)> Special
    {
        get
        {
            var today = Calendar.Today(clock.Now());
            for (var date = today; date <= today.PlusDays(DaysAhead) && Calendar.Knows(date); date = date.PlusDays(1))
            {
                var weekend = date.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday;
                if (weekend == Calendar.IsWorkingDay(date))
                {
                    yield return (date, weekend, Calendar.WhyOff(date) ?? new("補行上班", "Make-up day"));
                }
            }
        }
    }

    private CancellationToken Cancel => HttpContext.RequestAborted;

    public void OnGet() { }

    /// <summary>Shows what the days would do.</summary>
    public async Task OnPostPreviewAsync()
    {
        Gather();
        await ShowEffectAsync();
    }

    public async Task<IActionResult> OnPostPublishAsync()
    {
        Gather();
        await desk.PublishAsync(Changes, Shown, staff.Actor, Cancel);
        return RedirectToPage(new { published = true });
    }

    public Task ShowAgainAsync()
    {
        Changes = ReadChosen() ?? [];
        return Task.CompletedTask;
    }

    public string Kept(CalendarChange change) => JsonSerializer.Serialize(change, Json.Options);

    private void Gather()
    {
        Changes = ReadChosen() ?? throw new Refusal("calendar.nothing", "這些日子讀不出來，請重新填。", "These days cannot be read; please type them again.");
        if (!Day.IsEmpty || Changes.Count == 0)
        {
            var day = Day.Read();
            day.CheckAgainst(pack.CalendarWith(Changes));
            Changes = [.. Changes, day];
        }
    }

    private List<CalendarChange>? ReadChosen()
    {
        try
        {
            return [.. Chosen.Take(40).Select(text => JsonSerializer.Deserialize<CalendarChange>(text, Json.Options) is { Name: not null } change ? change : throw new JsonException())];
        }
        catch (JsonException)
        {
            return null; // the page wrote them: somebody tampered with it
        }
    }

    private async Task ShowEffectAsync()
    {
        Effect = await desk.PreviewAsync(Changes, Cancel);
        (Shown, Day) = (Calendar.Edition, new());
        ModelState.Clear();
        var first = Effect.Moves.OrderByDescending(m => m.MustTell).ThenBy(m => m.Before).Take(Most * 4).Select(m => m.Id).ToList();
        var rows = await CaseRow.Of(OpenPromise.Seen(db, access).Where(o => first.Contains(o.Promise.Id))).ToDictionaryAsync(row => row.Promise!.Value, Cancel);
        Cases = [.. Effect.Moves.Where(m => rows.ContainsKey(m.Id)).OrderByDescending(m => m.MustTell).ThenBy(m => m.Before).Take(Most).Select(m => (m, rows[m.Id]))];
    }
}
