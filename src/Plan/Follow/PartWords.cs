using static GridDesk.Kernel.Languages;

namespace GridDesk.Plan.Follow;

/// <summary>What an amendment changed, as people read it.</summary>
internal static class PartWords
{
    /// <param name="nameOf">The name of a department or a statistic by its code.</param>
    public static IEnumerable<(string Part, string Before, string After)> Of(PlanMeasure before, PlanMeasure after, Func<string, string> nameOf)
    {
        if (before.Title != after.Title)
        {
            yield return (Say("標題", "title"), before.Title.ToString(), after.Title.ToString());
        }

        if (!before.Departments.SequenceEqual(after.Departments))
        {
            yield return (Say("承辦部門", "departments"), Names(before.Departments), Names(after.Departments));
        }

        if (before.Period != after.Period)
        {
            yield return (Say("辦理期間", "period"), before.Period.Title.ToString(), after.Period.Title.ToString());
        }

        if (!before.Indicators.SequenceEqual(after.Indicators))
        {
            yield return (Say("統計", "statistics"), Names(before.Indicators), Names(after.Indicators));
        }

        string Names(IReadOnlyList<string> codes) => codes.Count == 0 ? Say("沒有", "none") : string.Join(Say("、", ", "), codes.Select(nameOf));
    }
}
