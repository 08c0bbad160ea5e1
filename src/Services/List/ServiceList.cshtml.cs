using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Time;
using GridDesk.Services.Find;
using GridDesk.Staff;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GridDesk.Services.List;

/// <summary>Everything the office does: by subject, by words, by the way it can be asked for.</summary>
[Public]
internal sealed class ServiceListPage(ServiceCatalogue services, PackInForce pack, IClock clock) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Query { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Channel { get; set; }

    public string? Asked => string.IsNullOrWhiteSpace(Query) ? null : Query.Trim() is { Length: > 60 } longer ? longer[..60] : Query.Trim();

    /// <summary>Null while nothing was searched for.</summary>
    public Found? Found { get; private set; }

    public IReadOnlyList<ServiceDefinition> Shown { get; private set; } = [];

    public IEnumerable<(string Id, Phrase Name, IReadOnlyList<ServiceDefinition> Services)> Groups => ServiceCatalogue.Groups
        .Select(g => (g.Key, g.Value, (IReadOnlyList<ServiceDefinition>)[.. Shown.Where(s => s.Group == g.Key)])).Where(g => g.Item3.Count > 0);

    public void OnGet()
    {
        var today = pack.Calendar.Today(clock.Now());
        Channel = Channel is not null && ServiceChannels.Names.ContainsKey(Channel) ? Channel : null;
        Found = Asked is null ? null : services.Search(Asked, today);
        Shown = [.. (Found?.Services ?? services.At(today)).Where(s => Channel is null || s.Channels.Contains(Channel))];
    }

    /// <summary>The same list by another way of asking.</summary>
    public string LinkFor(string? channel) => "~/services" + QueryString.Create(
        new Dictionary<string, string?> { ["q"] = Asked, ["channel"] = channel }.Where(part => part.Value is not null));
}
