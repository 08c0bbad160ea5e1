namespace GridDesk.Requests.Supply;

/// <summary>What the customer sees of a supply schedule: planned and done, never who or why.</summary>
internal sealed record SupplyOutlook(IReadOnlyList<SupplyOutlook.Stage> Stages, bool ToBeConfirmed)
{
    public static SupplyOutlook Of(SupplySchedule schedule, SupplyTemplates templates) => new(
        [.. schedule.Stages.Select(s => new Stage(templates.NameOf(schedule, s.Code), s.Planned, s.Actual, s.Actual is null && s.Expected > s.Planned ? s.Expected : null))],
        templates.Version(schedule.Service, schedule.Template)?.Grade is Grade.C);

    /// <param name="Likely">When it is expected later than planned.</param>
    internal sealed record Stage(Phrase Name, LocalDate Planned, LocalDate? Done, LocalDate? Likely);
}
