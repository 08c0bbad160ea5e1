using System.ComponentModel.DataAnnotations;
using GridDesk.Hall.Definition;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Time;
using GridDesk.Staff;
using GridDesk.Staff.Shifts;
using GridDesk.Ui.Fields;
using GridDesk.Ui.Refusals;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GridDesk.Hall.Roster;

/// <summary>Who stands where in a hall, week by week.</summary>
[Needs(Right.PlanRoster, Right.CallTickets, Right.IssueTickets)]
internal sealed class RosterPage(OfficeDb db, RosterDesk desk, StaffDirectory directory, PackInForce pack, CurrentStaff me, IClock clock) : PageModel, IShowAgain
{
    private const string EveryDay = "week";

    [BindProperty(SupportsGet = true)]
    public string? Site { get; set; }

    /// <summary>Any day of the week that is shown; this week when null.</summary>
    [BindProperty(SupportsGet = true)]
    public LocalDate? Week { get; set; }

    public Form Input { get; } = new();

    /// <summary>Null where the office has no hall.</summary>
    public HallDefinition? Hall { get; private set; }

    public IReadOnlyList<Post> Posts => Hall is null ? [] : Post.Of(Hall);

    public IReadOnlyList<Choice> PostChoices => [.. Posts.Select(p => new Choice(p.Code, NameOf(p)))];

    public LocalDate Monday => (Week ?? Today) is var day ? day.PlusDays(1 - (int)day.DayOfWeek) : default;

    public LocalDate Today { get; } = pack.Calendar.Today(clock.Now());

    /// <summary>Of the week, those on which the hall works.</summary>
    public IReadOnlyList<LocalDate> Days => [.. Enumerable.Range(0, 7).Select(Monday.PlusDays).Where(day => pack.Calendar.Knows(day) && pack.Calendar.IsWorkingDay(day, Hall?.Site))];

    public IReadOnlyList<Choice> DayChoices => [.. Days.Select(day => new Choice($"{day:uuuu-MM-dd}", RocDate.ShowWithWeekday(day))), new(EveryDay, new("這週從今天起的每個上班日", "Every working day of this week from today"))];

    public IReadOnlyList<Choice> People { get; private set; } = [];

    public IReadOnlyList<PostedShift> Shifts { get; private set; } = [];

    public IReadOnlyList<(OpeningReason Reason, string Name)> Reasons { get; private set; } = [];

    /// <summary>How many shifts were copied to this week, and why others were not.</summary>
    public (int Planned, IReadOnlyList<Refusal> Left)? Copied { get; private set; }

    public bool MayPlan => me.Has(Right.PlanRoster);

    public IReadOnlyList<(string Site, Phrase Name)> Halls => [.. (HallSettings.Find(pack)?.Halls ?? []).Select(h => (h.Site, pack.Sites.Sites.FirstOrDefault(s => s.Code == h.Site)?.Name ?? Phrase.Same(h.Site)))];

    public Phrase NameOf(Post post) => post.Kind is not PostKind.Counter || Hall!.Counters.FirstOrDefault(c => c.Number == post.Counter)?.Name is not { } name ? post.Name : new($"{post.Name.Zh}　{name.Zh}", $"{post.Name.En}: {name.En}");

    public IEnumerable<PostedShift> At(Post post, LocalDate day) => Shifts.Where(s => s.Post == post.Code && pack.Calendar.Today(s.From) == day);

    public string Clock(Instant at) => at.Clock(pack.Calendar.Zone);

    public string Path(LocalDate day) => $"~/desk/hall/roster?site={Uri.EscapeDataString(Hall?.Site ?? "")}&week={day:uuuu-MM-dd}";

    public Task OnGetAsync() => ShowAgainAsync();

    [AlsoNeeds(Right.PlanRoster)]
    public async Task<IActionResult> OnPostPlanAsync(Form input)
    {
        var hall = HallSettings.Of(pack, Site ?? "");
        Hall = hall;
        var post = Post.Find(hall, input.Post) ?? throw new Refusal("roster.post", "這個營業廳沒有這個位置，請從清單選。", "This hall has no such place; choose one of the list.", "post");
        var days = input.Day is EveryDay ? [.. Days.Where(day => day >= Today)] : Days.Where(day => $"{day:uuuu-MM-dd}" == input.Day).ToList();
        if (days.Count == 0)
        {
            throw new Refusal("roster.day", "請從這週選一個上班日。", "Choose a working day of this week.", "day");
        }

        await desk.PlanAsync(hall.Site, new(post, input.Person!.Value, input.Deputy, TypedTime.Read(input.From, "from"), TypedTime.Read(input.Until, "until")), days, me.Actor, HttpContext.RequestAborted);
        return LocalRedirect(Path(Monday));
    }

    /// <summary>Copies the week before to this one.</summary>
    [AlsoNeeds(Right.PlanRoster)]
    public async Task<IActionResult> OnPostCopyAsync()
    {
        Copied = await desk.CopyAsync(HallSettings.Of(pack, Site ?? "").Site, Monday.PlusDays(-7), me.Actor, HttpContext.RequestAborted);
        await ShowAgainAsync();
        return Page();
    }

    public async Task ShowAgainAsync()
    {
        var (halls, cancel) = (HallSettings.Find(pack)?.Halls ?? [], HttpContext.RequestAborted);
        Hall = halls.FirstOrDefault(h => h.Site == (Site ?? me.Site)) ?? (Site is null ? halls.FirstOrDefault() : throw new Refusal("not-found", "這個服務據點沒有叫號。", "There is no queue at this site."));
        Site = Hall?.Site;
        if (Hall is null)
        {
            return;
        }

        Shifts = await desk.WeekAsync(Hall.Site, Monday, cancel);
        if (!MayPlan)
        {
            return;
        }

        People = [.. (await desk.PeopleAsync(cancel)).Select(p => new Choice($"{p.Id}", new($"{p.Name}（{string.Join("、", p.Roles.Select(r => r.Title.Zh))}）", $"{p.Name} ({string.Join(", ", p.Roles.Select(r => r.Title.En.ToLowerInvariant()))})")))];
        var (from, until, site) = (pack.Calendar.Zone.AtStartOfDay(Monday).ToInstant(), pack.Calendar.Zone.AtStartOfDay(Monday.PlusDays(7)).ToInstant(), Hall.Site);
        var reasons = await db.OpeningReasons.AsNoTracking().Where(r => r.Site == site && r.At >= from && r.At < until).OrderByDescending(r => r.At).ToListAsync(cancel);
        var names = await directory.NamesAsync([.. reasons.Select(r => r.Staff).Distinct()], cancel);
        Reasons = [.. reasons.Select(r => (r, names.GetValueOrDefault(r.Staff, "")))];
    }

    internal sealed class Form
    {
        [StringLength(40)]
        public string Post { get; set; } = "";

        [Required]
        public Guid? Person { get; set; }

        public Guid? Deputy { get; set; }

        [StringLength(20)]
        public string Day { get; set; } = "";

        public string From { get; set; } = "08:00";

        public string Until { get; set; } = "17:00";
    }
}
