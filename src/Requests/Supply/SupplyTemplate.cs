using GridDesk.Kernel.Pack;
using GridDesk.Services;

namespace GridDesk.Requests.Supply;

/// <summary>
/// <c>supply/*.yaml</c>: the stages by which a kind of application comes to its power (適時供電日程), from acceptance to power-on.
/// </summary>
/// <param name="Code">The service's.</param>
/// <param name="Grade">How well the days are known.</param>
/// <param name="Stages">The first is the acceptance, the last the power-on.</param>
internal sealed record SupplyTemplate(string Code, LocalDate ValidFrom, Grade Grade, IReadOnlyList<TemplateStage> Stages) : IDefinition
{
    /// <summary>Id of the question by which the customer says when power is wanted; null when there is none.</summary>
    public string? Requested { get; init; }

    public static void Check(SupplyTemplate template, Checker check, LoadedPack pack)
    {
        var services = pack.All<ServiceDefinition>();
        check.Known("code", template.Code, [.. services.Select(s => s.Code)]);
        check.Unique("stages", template.Stages, stage => stage.Code, "code");
        if (template.Stages is not [{ WorkingDays: 0 }, _, ..])
        {
            check.Mistake("stages", "日程至少要有兩個階段，第一個是受理，0 天。", "A schedule has at least two stages; the first is the acceptance, with 0 days.");
        }

        foreach (var (index, stage) in template.Stages.Index())
        {
            check.Code($"stages[{index}].code", stage.Code);
            check.Between($"stages[{index}].workingDays", stage.WorkingDays, 0, 400);
        }

        if (services.LastOrDefault(s => s.Code == template.Code) is { } service)
        {
            CheckAgainst(service, template, check);
        }
    }

    private static void CheckAgainst(ServiceDefinition service, SupplyTemplate template, Checker check)
    {
        List<string> steps = [.. service.Steps.Select(s => s.Id)];
        var last = 0;
        foreach (var (index, stage) in template.Stages.Index())
        {
            check.Known($"stages[{index}].step", stage.Step, steps);
            var at = steps.IndexOf(stage.Step);
            if (at >= 0 && at < last)
            {
                check.Mistake($"stages[{index}].step", "階段要照服務步驟的順序排。", "Stages follow the order of the service's steps.");
            }

            last = Math.Max(last, at);
        }

        var days = template.Stages.Sum(stage => stage.WorkingDays);
        if (service.Limits.Norm?.WorkingDays < days)
        {
            check.Mistake("stages", $"各階段共 {days} 個工作日，比告訴用戶的 {service.Limits.Norm.WorkingDays} 個工作日還長。", $"The stages take {days} working days, more than the {service.Limits.Norm.WorkingDays} that customers are told.");
        }

        check.Known("requested", template.Requested, [.. service.Form.Where(q => q.Kind == "date").Select(q => q.Id)]);
    }
}

/// <summary>A stage of a template.</summary>
/// <param name="Step">The step of the service's procedure in which it is done; whoever moves the case on has recorded the stage too.</param>
/// <param name="WorkingDays">From the end of the stage before it.</param>
internal sealed record TemplateStage(string Code, Phrase Name, string Step, int WorkingDays)
{
    /// <summary>The customer does it, such as paying: while it is open nobody here is late.</summary>
    public bool Customer { get; init; }
}

/// <summary>The templates of the pack in force.</summary>
internal sealed record SupplyTemplates(IReadOnlyList<SupplyTemplate> All)
{
    public static SupplyTemplates Of(LoadedPack pack) => new(pack.All<SupplyTemplate>());

    public bool Has(string service) => All.Any(t => t.Code == service);

    /// <summary>The very version that a case was planned by.</summary>
    public SupplyTemplate? Version(string service, LocalDate validFrom) => All.FirstOrDefault(t => t.Code == service && t.ValidFrom == validFrom);

    public Phrase NameOf(SupplySchedule schedule, string stage) =>
        Version(schedule.Service, schedule.Template)?.Stages.FirstOrDefault(s => s.Code == stage)?.Name ?? Phrase.Same(stage);
}
