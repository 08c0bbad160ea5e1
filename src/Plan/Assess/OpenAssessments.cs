using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Recurring;
using GridDesk.Kernel.Time;

namespace GridDesk.Plan.Assess;

/// <summary>Every morning and noon: the self-assessment of a half-year begins by itself when its day has come, once, until the next one's day.</summary>
internal sealed class OpenAssessments(PlanDesk plans, AssessDesk desk, PackInForce pack) : IRecur
{
    public async Task RunAsync(Instant now, CancellationToken cancel)
    {
        var today = pack.Calendar.Today(now);
        foreach (var year in await plans.YearsAsync(cancel))
        {
            var plan = await plans.GetAsync(year, cancel);
            foreach (var half in (HalfYear[])[new(year, 1), new(year, 2)])
            {
                var opens = plan.Definition.Assessment.OpensOn(half);
                if (opens <= today && today < opens.PlusMonths(6))
                {
                    await desk.OpenAsync(half, cancel);
                }
            }
        }
    }
}
