using GridDesk.Kernel.Events;
using GridDesk.Kernel.Forms;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Time;
using GridDesk.Plan.Api;
using GridDesk.Plan.Assess;
using GridDesk.Plan.Assess.Report;
using GridDesk.Plan.Export;
using GridDesk.Plan.Indicators;
using GridDesk.Plan.ShowRows;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace GridDesk.Plan;

/// <summary>The office's yearly service plan, its contract with Head Office, and the figures that prove it.</summary>
public sealed class PlanModule : Module
{
    public override IReadOnlyList<PackSection> Pack(FieldKinds kinds) =>
        [PackSection.Each<PlanDefinition>("plans/*.yaml").Check(PlanCheck.Across)];

    public override void AddServices(IServiceCollection services)
    {
        services.AddScoped<PlanSeed>();
        services.AddScoped<PlanImport>();
        services.AddScoped<PlanDesk>();
        services.AddScoped<PlanReading>();
        services.AddScoped<PlanNames>();
        services.AddScoped<SeenRows>();
        services.AddAssessments();
        services.AddScoped<IndicatorReading>();
    }

    public override Task OnPackAsync(IServiceProvider services, LoadedPack pack, CancellationToken cancel) =>
        services.GetRequiredService<PlanSeed>().RunAsync(services.GetRequiredService<IClock>().Now(), cancel);

    public override void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        PlanApi.Map(endpoints);
        PlanExport.Map(endpoints);
        ReportAddresses.Map(endpoints);
        IndicatorsApi.Map(endpoints);
    }

    /// <summary>The plan of the demo's own year, copied from the latest one before it; where its self-assessment has begun, a department has answered a little.</summary>
    public override async Task AddDemoAsync(IServiceProvider services, Demo demo, CancellationToken cancel)
    {
        var desk = services.GetRequiredService<PlanDesk>();
        var year = RocDate.YearOf(services.GetRequiredService<PackInForce>().Calendar.Today(services.GetRequiredService<IClock>().Now()));
        if (await desk.YearsAsync(cancel) is [.., var latest] && latest < year)
        {
            await desk.CopyForwardAsync(latest, year, null, Actor.Office, cancel);
        }

        await DemoAssessment.AddAsync(services, cancel);
    }
}
