using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Time;

namespace GridDesk.Plan;

/// <summary>What the types of a plan cannot say: codes nest and differ, departments exist, each half-year has its round.</summary>
internal static class PlanCheck
{
    public static void Codes(PlanDefinition plan, Checker check)
    {
        var seen = new HashSet<string>();
        Under("", "dimensions", plan.Dimensions.Select(Heading.Of));

        void Under(string parent, string path, IEnumerable<Heading> headings)
        {
            foreach (var (index, heading) in headings.Index())
            {
                var at = $"{path}[{index}]";
                if (PlanCode.Parent(heading.Code) != parent || !PlanCode.IsOf(heading.Code, parent == "" ? 1 : PlanCode.Depth(parent) + 1))
                {
                    var example = parent == "" ? "1" : $"{parent}.1";
                    check.Mistake($"{at}.code", $"編號「{heading.Code}」要接在上一層之下，例如 {example}。", $"The code '{heading.Code}' must continue the one above it, such as {example}.");
                    continue;
                }

                if (!seen.Add(heading.Code))
                {
                    check.Mistake($"{at}.code", $"編號「{heading.Code}」重複。", $"The code '{heading.Code}' is given twice.");
                }

                Under(heading.Code, $"{at}.{heading.Key}", heading.Below);
            }
        }
    }

    public static void Rounds(PlanDefinition plan, Checker check)
    {
        var rounds = plan.Assessment.Rounds;
        if (!rounds.Select(round => round.Half).SequenceEqual([1, 2]))
        {
            check.Mistake("assessment.rounds", "上、下半年各要有一次考核：half: 1 與 half: 2。", "There is one round for each half-year: half: 1 and half: 2.");
            return;
        }

        foreach (var (index, round) in rounds.Index())
        {
            if (plan.Year is >= 1 and <= 288 && round.Before <= new HalfYear(plan.Year, round.Half).Until)
            {
                check.Mistake($"assessment.rounds[{index}].before", "期限要在那半年結束之後。", "The day must lie after the end of that half-year.");
            }

            if (round.Opens >= round.Answers || round.Answers >= round.Before || round.Opens >= round.Before)
            {
                check.Mistake($"assessment.rounds[{index}].answers", "開始日、部門填完日、期限要依先後排。", "It opens, then departments answer, then it is due: the days must follow one another.");
            }
        }
    }

    /// <summary>Against the rest of the pack: departments exist, and no other file holds the same year.</summary>
    public static void Across(PlanDefinition plan, Checker check, LoadedPack pack)
    {
        var departments = pack.Get<DepartmentList>().Departments.Select(d => d.Code).ToList();
        foreach (var (index, unit) in plan.Units.Index())
        {
            check.Known($"units[{index}]", unit, departments);
        }

        if (plan.Assessment.Responsible is { } responsible)
        {
            check.Known("assessment.responsible", responsible, departments);
        }

        check.Unique("assessment.scale", plan.Assessment.Scale, step => step.Score);
        foreach (var measure in plan.Rows())
        {
            var at = check.At(measure);
            if (measure.Departments.Count == 0)
            {
                at.Mistake("departments", "每一列至少要有一個部門，或寫 all。", "A row needs at least one department, or all.");
            }

            foreach (var (index, department) in measure.Departments.Index())
            {
                at.Known($"departments[{index}]", department, [PlanMeasure.All, .. departments]);
            }

            at.Unique("departments", measure.Departments, department => department);
            at.Unique("indicators", measure.Indicators, indicator => indicator);
        }

        if (!ReferenceEquals(pack.All<PlanDefinition>().First(other => other.Year == plan.Year), plan))
        {
            check.Mistake("year", $"{plan.Year}年度的計畫已寫在另一個檔案。", $"The plan of year {plan.Year} is in another file already.");
        }
    }

    /// <summary>A level of the plan: its code and what lies below it, under which key.</summary>
    private sealed record Heading(string Code, string Key, IEnumerable<Heading> Below)
    {
        public static Heading Of(PlanDimension dimension) => new(dimension.Code, "strategies", dimension.Strategies.Select(strategy =>
            new Heading(strategy.Code, "actions", strategy.Actions.Select(action => new Heading(action.Code, "measures", action.Measures.Select(Of))))));

        private static Heading Of(PlanMeasure measure) => new(measure.Code, "measures", measure.Measures.Select(Of));
    }
}
