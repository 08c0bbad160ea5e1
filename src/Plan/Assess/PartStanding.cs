using GridDesk.Kernel.Pack;
using GridDesk.Plan.Assess.Report;

namespace GridDesk.Plan.Assess;

/// <summary>How far a department is with what it was asked.</summary>
/// <param name="Asked">Rows.</param>
internal sealed record PartStanding(string Department, Phrase Name, int Asked, int Answered, LocalDate By, LocalDate? DoneOn)
{
    public bool IsLate(LocalDate today) => (DoneOn ?? today) > By;

    public static IReadOnlyList<PartStanding> Of(SelfAssessment assessment, AssessmentReport report, LocalDate by, PackInForce pack) =>
    [
        .. pack.Departments.All.Join(assessment.Parts, d => d.Code, p => p.Department, (d, part) =>
        {
            var answered = report.Rows.Count(row => row.Answers.Any(a => a.Department == d.Code));
            return new PartStanding(d.Code, d.Name, answered + report.Rows.Count(row => row.Unanswered.Contains(d.Code)), answered, by, part.DoneAt is { } at ? pack.Calendar.Today(at) : null);
        }),
    ];
}
