using GridDesk.Kernel.Time;

namespace GridDesk.Plan;

/// <summary>Which half-year of a plan is asked for.</summary>
internal static class PlanHalf
{
    /// <param name="typed">1 or 2; without it the half-year of today, or the one of that year nearest to it.</param>
    /// <exception cref="Refusal">Code <c>plan.half</c>.</exception>
    public static HalfYear Read(ServicePlan plan, string? typed, LocalDate today) => typed switch
    {
        null or "" => Nearest(plan.RocYear, HalfYear.Of(today)),
        "1" => new(plan.RocYear, 1),
        "2" => new(plan.RocYear, 2),
        _ => throw new Refusal("plan.half", "half 只能是 1（上半年）或 2（下半年）。", "half must be 1 (January to June) or 2 (July to December).", "half"),
    };

    private static HalfYear Nearest(int rocYear, HalfYear today) => rocYear == today.RocYear ? today : new(rocYear, rocYear < today.RocYear ? 2 : 1);
}
