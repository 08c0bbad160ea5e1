using System.Globalization;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Time;
using GridDesk.Staff;
using GridDesk.Ui.Fields;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GridDesk.Notices.Routing;

/// <summary>By whom each kind of message leaves, how they do, and why shares moved.</summary>
[Needs(Right.SeeWork)]
internal sealed class ProvidersPage(ProviderWatch watch, PackInForce pack, IClock clock) : PageModel
{
    public const int MostMoves = 100;

    private static readonly int[] Spans = [1, 7, 30, 90];

    [BindProperty(SupportsGet = true)]
    public string? Channel { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Days { get; set; }

    public IReadOnlyList<ChannelStanding> Standing { get; private set; } = [];

    public IReadOnlyList<RouteStretch> Moves { get; private set; } = [];

    public int Span => int.TryParse(Days, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && Spans.Contains(days) ? days : Spans[1];

    public MessageChannel? Only => Enum.TryParse<MessageChannel>(Channel, ignoreCase: true, out var channel) && MessageChannel.Carried.Contains(channel) ? channel : null;

    public static IEnumerable<Choice> SpanChoices => Spans.Select(days => new Choice($"{days}", days == 1 ? new("今天", "Today") : new($"最近 {days} 天", $"Last {days} days")));

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var now = clock.Now();
        List<ChannelStanding> standing = [];
        foreach (var channel in MessageChannel.Carried.Where(c => Only is null || Only == c))
        {
            standing.Add(await watch.StandingAsync(channel, now, cancel));
        }

        var from = pack.Calendar.Zone.AtStartOfDay(pack.Calendar.Today(now).PlusDays(1 - Span)).ToInstant();
        (Standing, Moves) = (standing, await watch.MovesAsync(Only, from, now, cancel));
    }

    public static string Pace(ProviderStanding provider) => provider.PerSecond is { } pace ? pace.ToString("0.##", CultureInfo.InvariantCulture) : "–";
}
