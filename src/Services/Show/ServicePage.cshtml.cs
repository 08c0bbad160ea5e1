using GridDesk.Kernel.Forms;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Time;
using GridDesk.Staff;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GridDesk.Services.Show;

/// <summary>One service: what it costs, how long it takes, what to bring, and where to begin.</summary>
[Public]
internal sealed class ServicePage(ServiceCatalogue services, PackInForce pack, IEnumerable<IServiceExperience> experience, IEnumerable<IServiceLinks> links, IClock clock) : PageModel
{
    private const int ShortZh = 14;
    private const int ShortEn = 34;

    public ServiceDefinition Service { get; private set; } = null!;

    public LocalDate Today { get; private set; }

    public IEnumerable<RequiredDocument> Always => Service.Documents.Where(d => d.When is null);

    public IEnumerable<(Phrase When, RequiredDocument Document)> Sometimes => Service.Documents
        .Select(d => (ConditionWords.Say(d.When, Service.Form)!, d)).Where(d => d.Item1 is not null);

    /// <summary>Other limits for some answers: 「設計的用電是哪一種？」選「低壓」：3個工作日內（法定期限也是3個工作日）.</summary>
    public IEnumerable<Phrase> SpecialLimits => Service.Limits.Cases.Select(special =>
    {
        var when = ConditionWords.Say(special.When, Service.Form)!;
        var rule = (special.Rule ?? Service.Limits.Rule)?.Limit.Text ?? new Phrase("沒有查到明文規定", "no limit found");
        var norm = (special.Norm ?? Service.Limits.Norm)?.Limit.Text ?? new Phrase("還沒有公布", "not published yet");
        return new Phrase($"{when.Zh}：{norm.Zh}（法定期限：{rule.Zh}）", $"If {when.En}: {norm.En} (by law or rule: {rule.En})");
    });

    public IEnumerable<Department> Departments => Service.Steps.Select(s => s.Department).Prepend(Service.Department).Distinct()
        .Select(pack.Departments.Find).OfType<Department>();

    public string Phone => pack.Office.Phone;

    public IReadOnlyList<Site> Sites => [.. pack.Sites.Sites.Where(s => s.ValidFrom <= Today)];

    public Phrase Hours => pack.Calendar.OpenFrom(Today);

    /// <summary>How long it usually takes, by the office's own cases; null while too few are known.</summary>
    public Phrase? UsualTime { get; private set; }

    /// <summary>What else may be done about it.</summary>
    public IEnumerable<LinkAnswer> Links => links.SelectMany(l => l.Of(Service));

    public async Task<IActionResult> OnGetAsync(string code)
    {
        Today = pack.Calendar.Today(clock.Now());
        if (services.Find(code, Today) is not { } found)
        {
            return NotFound();
        }

        Service = found;
        foreach (var one in experience)
        {
            UsualTime ??= await one.UsualTimeAsync(found.Code, HttpContext.RequestAborted);
        }

        return Page();
    }

    public string PhoneOf(Department department) => pack.Departments.PhoneOf(department);

    public Phrase NameOf(string department) => pack.Departments.Find(department)?.Name ?? pack.Office.Name;

    /// <summary>The best way to apply, in large.</summary>
    public Phrase FirstWay => (Service.CanStartOnline, Service.Channels.Contains("counter")) switch
    {
        (true, true) => new("線上或臨櫃", "Online or at the counter"),
        (true, false) => new("線上", "Online"),
        _ => new("臨櫃", "At the counter"),
    };

    /// <summary>The ways that are not the first.</summary>
    public string OtherWays
    {
        get
        {
            var names = ServiceChannels.Names.Where(c => c.Key is not ("web" or "counter") && Service.Channels.Contains(c.Key)).Select(c => c.Value).ToList();
            return names.Count == 0 ? "" : Languages.Say($"也可以用{string.Join('、', names)}", $"or by {string.Join(", ", names).ToLowerInvariant()}");
        }
    }

    /// <summary>The first sentence, when it is short enough to be the answer, and the rest.</summary>
    public (string? Answer, string Details) Fee
    {
        get
        {
            var text = Service.Fee.Text.ToString().Trim();
            var (marks, longest) = Languages.Current is Language.English ? ((char[])['.', ';'], ShortEn) : (['。', '；'], ShortZh);
            var end = text.IndexOfAny(marks);
            var first = end < 0 ? text : text[..end];
            return first.Length <= longest ? (first, end < 0 ? "" : text[(end + 1)..].Trim()) : (null, text);
        }
    }
}
