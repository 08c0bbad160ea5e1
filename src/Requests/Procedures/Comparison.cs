namespace GridDesk.Requests.Procedures;

/// <summary>How long cases of a service took before a change of its procedure, and since.</summary>
/// <param name="StillOpen">Accepted since and not closed yet: not counted, and the more there are the less the figures say.</param>
/// <param name="Difference">Null while there are too few cases.</param>
internal sealed record Comparison(Sample Before, Sample After, int StillOpen, Difference? Difference)
{
    /// <summary>With fewer on either side nothing is said.</summary>
    public const int CasesAtLeast = 10;

    public static Comparison Of(IReadOnlyCollection<decimal> before, IReadOnlyCollection<decimal> after, int stillOpen) => new(
        Sample.Of(before), Sample.Of(after), stillOpen, before.Count >= CasesAtLeast && after.Count >= CasesAtLeast ? Difference.Of(before, after) : null);

    /// <summary>What it says, in one sentence.</summary>
    public Phrase Sentence => Difference switch
    {
        null => new($"件數太少，還不能比：之前 {Before.Count} 件、之後 {After.Count} 件，各要 {CasesAtLeast} 件以上。",
            $"Too few cases to compare: {Before.Count} before and {After.Count} since; {CasesAtLeast} are needed on each side."),
        { High: < 0 } faster => new($"每件少 {-faster.Days:0.#} 個工作日（90% 信賴區間：少 {-faster.High:0.#} 到 {-faster.Low:0.#}）。",
            $"{-faster.Days:0.#} working days fewer for a case (90% interval: {-faster.High:0.#} to {-faster.Low:0.#} fewer)."),
        { Low: > 0 } slower => new($"每件多 {slower.Days:0.#} 個工作日（90% 信賴區間：多 {slower.Low:0.#} 到 {slower.High:0.#}）。",
            $"{slower.Days:0.#} working days more for a case (90% interval: {slower.Low:0.#} to {slower.High:0.#} more)."),
        { } same => new($"看不出差別：估計 {same.Days:+0.#;-0.#;0} 個工作日（90% 信賴區間：{same.Low:+0.#;-0.#;0} 到 {same.High:+0.#;-0.#;0}）。",
            $"No difference to be seen: {same.Days:+0.#;-0.#;0} working days by estimate (90% interval: {same.Low:+0.#;-0.#;0} to {same.High:+0.#;-0.#;0})."),
    };
}

/// <summary>Working days of some cases. Median and mean are null when there is no case.</summary>
internal sealed record Sample(int Count, decimal? Median, decimal? Mean)
{
    public static Sample Of(IReadOnlyCollection<decimal> days)
    {
        if (days.Count == 0)
        {
            return new(0, null, null);
        }

        var sorted = days.Order().ToList();
        return new(days.Count, (sorted[(days.Count - 1) / 2] + sorted[days.Count / 2]) / 2, Math.Round(days.Average(), 1));
    }
}
