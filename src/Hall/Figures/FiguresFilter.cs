using GridDesk.Hall.Definition;
using GridDesk.Kernel.Pack;
using Microsoft.AspNetCore.WebUtilities;
using NodaTime.Text;

namespace GridDesk.Hall.Figures;

/// <summary>Which hall over which days, both included; all of it stands in the address.</summary>
internal sealed record FiguresFilter
{
    private const int UsualDays = 30;
    private const int MostDays = 366;

    /// <summary>The first of the pack when left out.</summary>
    public string? Site { get; init; }

    public LocalDate? From { get; init; }

    /// <summary>Today when left out.</summary>
    public LocalDate? Until { get; init; }

    /// <summary>The same with nothing left out.</summary>
    /// <exception cref="Refusal"><c>not-found</c>: no queue there; <c>hall.days</c></exception>
    public FiguresFilter Read(PackInForce pack, LocalDate today, string? mySite)
    {
        var halls = HallSettings.Find(pack)?.Halls ?? [];
        var hall = HallSettings.Of(pack, string.IsNullOrEmpty(Site) ? (halls.FirstOrDefault(h => h.Site == mySite) ?? halls.FirstOrDefault())?.Site ?? "" : Site);
        var until = Until ?? today;
        var from = From ?? until.PlusDays(1 - UsualDays);
        return until < from ? throw new Refusal("hall.days", "最後一天不能早於第一天。", "The last day cannot be before the first.", "until")
            : Period.DaysBetween(from, until) >= MostDays ? throw new Refusal("hall.days", $"一次最多看 {MostDays} 天，請縮短期間。", $"Look at {MostDays} days at most; please shorten the period.", "until")
            : new() { Site = hall.Site, From = from, Until = until };
    }

    public string Query() => QueryHelpers.AddQueryString("", new Dictionary<string, string?> { ["site"] = Site, ["from"] = Text(From), ["until"] = Text(Until) });

    public static string Text(LocalDate? day) => day is { } one ? LocalDatePattern.Iso.Format(one) : "";
}
