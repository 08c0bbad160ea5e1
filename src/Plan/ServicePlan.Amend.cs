using GridDesk.Kernel.Time;

namespace GridDesk.Plan;

internal sealed partial class ServicePlan
{
    /// <summary>
    /// Takes an amendment in. What is past stays as it was: a half-year whose assessment was due already can no longer be reworded.
    /// </summary>
    /// <param name="today">In the office's time zone.</param>
    /// <exception cref="Refusal"><c>plan.amend-day</c>, <c>plan.amend-closed</c>, <c>plan.measure-unknown</c>, <c>plan.measure-code</c>, <c>plan.amend-nothing</c>.</exception>
    public PlanAmended Amend(Amendment amendment, LocalDate today)
    {
        CheckDay(amendment.Effective, today);
        var row = Row(amendment.Measure, amendment.Effective);
        if (amendment.Kind is AmendmentKind.Added)
        {
            CheckNewCode(amendment.Measure);
        }
        else if (row is null)
        {
            throw new Refusal("plan.measure-unknown", $"那一天計畫裡沒有 {amendment.Measure} 這一列。", $"On that day the plan has no row {amendment.Measure}.", "effective");
        }

        var later = Amendments.FirstOrDefault(a => a.Measure == amendment.Measure && a.Effective > amendment.Effective);
        if (amendment.Kind is AmendmentKind.Ended && later is not null)
        {
            throw new Refusal("plan.amend-later", $"這一列自{RocDate.Show(later.Effective).Zh}起還有修正，不能在那之前結束。",
                $"The row has an amendment from {RocDate.Show(later.Effective).En} and cannot end before it.", "effective");
        }

        var changed = amendment.Change.Parts;
        if (amendment.Kind is AmendmentKind.Changed && changed.Count == 0)
        {
            throw new Refusal("plan.amend-nothing", "內容和現在一樣，請改好要修正的地方再送出。", "Nothing differs from what it says now; change what is to be amended.");
        }

        Amendments.Add(amendment);
        return new(amendment.Id, amendment.Measure, amendment.Kind, amendment.Effective, changed, amendment.Digest);
    }

    /// <summary>The code that a new row under an action or a measure would get: one after the last that ever was.</summary>
    public string NextCode(string parent)
    {
        var last = CodesEver().Where(code => PlanCode.Parent(code) == parent).Select(code => int.Parse(code[(parent.Length + 1)..], System.Globalization.CultureInfo.InvariantCulture)).DefaultIfEmpty(0).Max();
        return $"{parent}.{last + 1}";
    }

    private IEnumerable<string> CodesEver() => Definition.Rows().Select(row => row.Code).Union(Amendments.Select(a => a.Measure));

    private void CheckDay(LocalDate effective, LocalDate today)
    {
        if (effective < FirstDay || effective > LastDay)
        {
            throw new Refusal("plan.amend-day", $"生效日要在{RocYear}年1月1日到12月31日之間。", $"The day must lie in the plan's year, 1 January to 31 December {FirstDay.Year}.", "effective");
        }

        var half = HalfYear.Of(effective);
        if (today > Definition.Assessment.LastDay(half))
        {
            throw new Refusal("plan.amend-closed", $"{half.Name.Zh}的自評期限已過，內容不能再改。請從還沒到期的半年開始修正。",
                $"The assessment of the {half.Name.En} was due already, so its wording stays. Amend from a half-year that is not yet due.", "effective");
        }
    }

    private void CheckNewCode(string code)
    {
        var parent = PlanCode.Parent(code);
        var fits = Definition.Actions().Any(action => action.Code == parent) || (PlanCode.Depth(parent) == 4 && CodesEver().Contains(parent));
        if (!fits || !PlanCode.IsOf(code, PlanCode.Depth(parent) + 1) || CodesEver().Contains(code))
        {
            throw new Refusal("plan.measure-code", $"編號 {code} 不能用：要接在計畫現有的作法之下，而且沒有用過。", $"The code {code} cannot be used: it must continue an action of the plan and be new.");
        }
    }
}
