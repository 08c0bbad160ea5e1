using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Time;
using GridDesk.Staff;
using GridDesk.Ui.Documents;
using GridDesk.Ui.Sheets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace GridDesk.Plan.Assess.Report;

/// <summary>The report as files and for other programs; whoever may not read the page may not read these.</summary>
internal static class ReportAddresses
{
    extension(HttpRequest request)
    {
        /// <summary>Where whoever asks reaches the program.</summary>
        public string Home => $"{request.Scheme}://{request.Host}";
    }

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        foreach (var (address, isApi) in ((string, bool)[])[("/plan/{rocYear:int}/{half:int:range(1,2)}", false), ("/api/plan/{rocYear:int}/assessments/{half:int:range(1,2)}", true)])
        {
            var files = endpoints.MapGroup("").AllowPublic();
            files.MapGet($"{address}.odt", TextAsync).ExcludeFromDescription();
            files.MapGet($"{address}.csv", async ([AsParameters] Asked asked, CancellationToken cancel) => (await SheetAsync(asked, cancel)).ToCsv()).ExcludeFromDescription();
            files.MapGet($"{address}.ods", async ([AsParameters] Asked asked, CancellationToken cancel) => (await SheetAsync(asked, cancel)).ToOds()).ExcludeFromDescription();
            files.MapGet($"{address}.json", JsonAsync).ExcludeFromDescription();
            if (isApi)
            {
                files.MapGet(address, JsonAsync).WithName("GetAssessment").WithSummary("The self-assessment of a half-year: figures with their definitions, statements, evidence; public once it is posted")
                    .Produces<AssessmentReport>().ProducesProblem(404);
            }
        }

        endpoints.MapGet("/plan/photos/{hash}", PhotoAsync).AllowPublic().ExcludeFromDescription();
        endpoints.MapGet("/desk/assessment", LatestAsync).RequireRight(Right.SeePlan).ExcludeFromDescription();
    }

    private static async Task<IResult> TextAsync([AsParameters] Asked asked, HttpRequest request, CancellationToken cancel) =>
        Results.File(await asked.Files.OdtAsync(asked.Period, Languages.Current, request.Home, cancel), TextDocument.OdtType, $"assessment-{asked.RocYear}-{asked.Half}.odt");

    private static async Task<Sheet> SheetAsync(Asked asked, CancellationToken cancel) => ReportSheet.Of((await asked.Files.ReadAsync(asked.Period, cancel)).Report, asked.Pack.Calendar.Zone);

    // The frozen bytes as they are, so that anybody can check them against the digest.
    private static async Task<IResult> JsonAsync([AsParameters] Asked asked, CancellationToken cancel)
    {
        var (report, it) = await asked.Files.ReadAsync(asked.Period, cancel);
        return Results.Text(it?.Body ?? report.ToJson(), "application/json");
    }

    private static async Task<IResult> PhotoAsync(string hash, ReportFiles files, CancellationToken cancel) =>
        await files.PhotoAsync(hash, cancel) is { } photo ? Results.Bytes(photo.Bytes, photo.Type) : Results.NotFound();

    // The one that is being worked on, else the latest, else today's.
    private static async Task<IResult> LatestAsync(AssessDesk desk, PlanDesk plans, PackInForce pack, IClock clock, CancellationToken cancel)
    {
        var today = HalfYear.Of(pack.Calendar.Today(clock.Now()));
        var half = (await desk.BegunAsync(cancel)).FirstOrDefault() ?? PlanHalf.Read(await plans.GetAsync((await plans.YearsAsync(cancel)).DefaultIfEmpty(today.RocYear).Max(), cancel), null, pack.Calendar.Today(clock.Now()));
        return Results.LocalRedirect($"~/desk/assessments/{SelfAssessment.NameOf(half)}");
    }

    private sealed record Asked(int RocYear, int Half, ReportFiles Files, PackInForce Pack)
    {
        public HalfYear Period => new(RocYear, Half);
    }
}
