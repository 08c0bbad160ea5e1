namespace GridDesk.Plan.Amend;

/// <summary>An amendment as it is typed.</summary>
internal sealed class AmendForm
{
    /// <summary>The row ends instead of being changed.</summary>
    public bool Ends { get; set; }

    public string? TitleZh { get; set; }

    public string? TitleEn { get; set; }

    public List<string> Departments { get; set; } = [];

    public PlanPeriod? Period { get; set; }

    public List<string> Indicators { get; set; } = [];

    public LocalDate? Effective { get; set; }

    public string? Letter { get; set; }

    public string? Reason { get; set; }

    public string? ReasonEn { get; set; }

    public static AmendForm Of(PlanMeasure? row, LocalDate? effective) => new()
    {
        TitleZh = row?.Title.Zh,
        TitleEn = row?.Title.En,
        Departments = [.. row?.Departments ?? []],
        Period = row?.Period ?? PlanPeriod.Continuous,
        Indicators = [.. row?.Indicators ?? []],
        Effective = effective,
    };

    /// <exception cref="Refusal">Code <c>plan.amend-day</c>: no day was given.</exception>
    public AmendmentDraft ToDraft(string measure, bool isNew) => new(
        measure,
        isNew ? AmendmentKind.Added : Ends ? AmendmentKind.Ended : AmendmentKind.Changed,
        Effective ?? throw new Refusal("plan.amend-day", "請寫從哪一天起生效。", "Write from which day it holds.", "effective"),
        Letter,
        new(Reason?.Trim() ?? "", string.IsNullOrWhiteSpace(ReasonEn) ? Reason?.Trim() ?? "" : ReasonEn.Trim()),
        new(new(TitleZh?.Trim() ?? "", TitleEn?.Trim() ?? ""), Departments, Period, Indicators));
}
