using GridDesk.Kernel.Forms;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Promises;
using NodaTime.Text;

namespace GridDesk.Services;

/// <summary>
/// A service of the office as its pack defines it: one file, from which come the customer's form, the counter screen, the list
/// of documents, the procedure, the API's schema and the time limits.
/// </summary>
/// <param name="Code">Capital letters, such as <c>XFER</c>; never given to another service.</param>
public sealed record ServiceDefinition(
    string Code, Phrase Name, Phrase Summary, string Group, string Department, LocalDate ValidFrom,
    IReadOnlyList<string> Channels, ElectricityNumberUse ElectricityNumber, ServiceLimits Limits, Fee Fee,
    IReadOnlyList<RequiredDocument> Documents, IReadOnlyList<ServiceStep> Steps, IReadOnlyList<Question> Form) : IDefinition
{
    /// <summary>Served at the quick counter.</summary>
    public bool Quick { get; init; }

    /// <summary>A certified volunteer may complete it at noon.</summary>
    public bool Noon { get; init; }

    /// <summary>False for errands that leave no case, such as paying at the counter.</summary>
    public bool OpensCase { get; init; } = true;

    /// <summary>What the office owes for a case with these answers.</summary>
    public PromisePolicy Policy(Facts facts)
    {
        var (rule, norm) = Limits.For(facts);
        return new PromisePolicy(LocalDatePattern.Iso.Format(ValidFrom), rule?.Limit, norm?.Limit)
        {
            RuleSource = rule?.Source is { } source ? Phrase.Same(source) : null,
            RuleGrade = rule?.Grade,
            NormGrade = norm?.Grade,
            MaxExtension = (rule ?? norm)?.LongestExtension,
        };
    }

    /// <summary>The documents that are needed in this case, in the order of the pack.</summary>
    public IReadOnlyList<RequiredDocument> DocumentsFor(Facts facts) => [.. Documents.Where(d => d.When.Holds(facts.Of))];

    /// <summary>In whose case a document is needed, in few words; null when in every case.</summary>
    public Phrase? WhenNeeded(RequiredDocument document) => Show.ConditionWords.InShort(document.When, Form);
}

public enum ElectricityNumberUse { Required, Optional, None }

/// <summary>By rule (law or published standard; null when nobody knows one) and by the office's own norm.</summary>
public sealed record ServiceLimits(ServiceLimit? Rule, ServiceLimit? Norm)
{
    /// <summary>Other limits for some answers; the first that holds.</summary>
    public IReadOnlyList<LimitCase> Cases { get; init; } = [];

    internal (ServiceLimit? Rule, ServiceLimit? Norm) For(Facts facts)
    {
        var special = Cases.FirstOrDefault(c => c.When.Holds(facts.Of));
        return (special?.Rule ?? Rule, special?.Norm ?? Norm);
    }
}

/// <summary>Limits for some answers; what is null is as for every other case.</summary>
public sealed record LimitCase(Condition When, ServiceLimit? Rule, ServiceLimit? Norm) : IChecked
{
    void IChecked.Check(Checker check)
    {
        if ((Rule, Norm) is (null, null))
        {
            check.Mistake("", "請寫這種情形的 rule、norm 或兩者。", "Say the rule, the norm or both for this case.");
        }
    }
}

/// <summary>One of the three amounts, and how well it is known.</summary>
public sealed record ServiceLimit(Grade Grade) : IChecked
{
    public int? WorkingDays { get; init; }

    public int? WorkingHours { get; init; }

    public int? CalendarDays { get; init; }

    /// <summary>By how much it may be extended at most, all extensions together, in its own unit; once more the limit itself (行政程序法 §51) when absent.</summary>
    public int? Extension { get; init; }

    internal int LongestExtension => Extension ?? WorkingDays ?? WorkingHours ?? CalendarDays ?? 0;

    /// <summary>The law or published standard that it stands in.</summary>
    public string? Source { get; init; }

    public TimeLimit Limit => (WorkingDays, WorkingHours, CalendarDays) switch
    {
        ({ } days, _, _) => new WorkingDays(days),
        (_, { } hours, _) => new WorkingHours(hours),
        (_, _, { } days) => new CalendarDays(days),
        _ => throw new InvalidOperationException("The limit has no amount"),
    };

    void IChecked.Check(Checker check)
    {
        if (new[] { WorkingDays, WorkingHours, CalendarDays }.Count(amount => amount is not null) != 1)
        {
            check.Mistake("", "時限要寫 workingDays、workingHours、calendarDays 其中一個。", "A limit needs exactly one of workingDays, workingHours and calendarDays.");
        }

        check.Between("workingDays", WorkingDays, 1, 400);
        check.Between("workingHours", WorkingHours, 1, 400);
        check.Between("calendarDays", CalendarDays, 1, 800);
        check.Between("extension", Extension, 1, 400);
    }
}

/// <summary>What it costs, in words; grade C is shown as to be confirmed by the office.</summary>
public sealed record Fee(string Zh, string En, Grade Grade)
{
    public Phrase Text => new(Zh, En);
}

/// <summary>A step of the procedure (SOP).</summary>
/// <param name="WorkingDays">Planned for this step; null when only the whole is planned.</param>
public sealed record ServiceStep(string Id, Phrase Name, string Department, int? WorkingDays = null);
