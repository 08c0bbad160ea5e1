using GridDesk.Kernel.Recurring;
using GridDesk.Plan.Assess.Report;
using Microsoft.Extensions.DependencyInjection;

namespace GridDesk.Plan.Assess;

internal static class AssessSetup
{
    public static void AddAssessments(this IServiceCollection services)
    {
        services.AddScoped<AssessDesk>();
        services.AddScoped<MakeReport>();
        services.AddScoped<ReportFigures>();
        services.AddScoped<ReportFiles>();
        services.Every<OpenAssessments>("open-assessments", new("到日子就開始半年自評", "Begin a half-year’s self-assessment on its day"), "0 5 7,12 * * *");
    }
}
