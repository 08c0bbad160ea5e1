using GridDesk.Kernel.Indicators;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Time;
using GridDesk.Staff;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GridDesk.Services.Home;

/// <summary>The front door: what do you want to do today?</summary>
[Public]
internal sealed class HomePage(ServiceCatalogue services, PackInForce pack, KeptWord word, IClock clock) : PageModel
{
    public IReadOnlyList<ServiceDefinition> All { get; private set; } = [];

    /// <summary>What most people come for: served at the quick counter or at noon.</summary>
    public IReadOnlyList<ServiceDefinition> Errands => [.. All.Where(s => s.Quick || s.Noon).OrderByDescending(s => (s.Quick ? 2 : 0) + (s.Noon ? 1 : 0))];

    public IEnumerable<(string Group, Phrase Name, int Count)> Groups =>
        ServiceCatalogue.Groups.Select(g => (g.Key, g.Value, All.Count(s => s.Group == g.Key))).Where(g => g.Item3 > 0);

    public LocalDate Today { get; private set; }

    public HalfYear Half { get; private set; } = null!;

    public Figure InTime { get; private set; } = Figure.None;

    public Phrase? OpenToday { get; private set; }

    public bool IsOpenNow { get; private set; }

    public LocalDate NextOpen { get; private set; }

    public Phrase? WhyOff { get; private set; }

    public IReadOnlyList<Site> Sites => [.. pack.Sites.Sites.Where(s => s.ValidFrom <= Today)];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var now = clock.Now();
        var calendar = pack.Calendar;
        Today = calendar.Today(now);
        All = services.At(Today);
        Half = HalfYear.Of(Today);
        InTime = await word.ReadAsync(Half, calendar.Zone, now, cancel);
        OpenToday = calendar.OpenOn(Today);
        WhyOff = calendar.WhyOff(Today);
        NextOpen = calendar.FirstWorkingDayFrom(Today.PlusDays(1));
        var time = now.InZone(calendar.Zone).TimeOfDay;
        IsOpenNow = calendar.HoursOn(Today).Any(opening => opening.From <= time && time < opening.Until);
    }
}
