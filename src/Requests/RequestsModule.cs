using GridDesk.Customers.Show;
using GridDesk.Kernel.Indicators;
using GridDesk.Kernel.Recurring;
using GridDesk.Requests.Api;
using GridDesk.Requests.Figures;
using GridDesk.Requests.Handle;
using GridDesk.Requests.Intake;
using GridDesk.Requests.Work;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace GridDesk.Requests;

/// <summary>What customers ask the office to do, from the papers to the end.</summary>
public sealed class RequestsModule : Module
{
    public override void AddServices(IServiceCollection services)
    {
        services.AddScoped<RequestDesk>();
        services.AddScoped<RequestAccess>();
        services.AddScoped<IntakeDrafts>();
        services.AddScoped<Duplicates>();
        services.AddScoped<CaseWords>();
        services.AddScoped<IContactHistory, RequestContacts>();
        services.Every<ForgetDrafts>("forget-intake-drafts", "0 47 18 * * *");
        services.Offer(RequestIndicators.All);
    }

    public override void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        RequestsApi.Map(endpoints);
        DocumentDownload.Map(endpoints);
        PromiseExport.Map(endpoints);
    }

    public override Task AddDemoAsync(IServiceProvider services, Demo demo, CancellationToken cancel) => DemoRequests.AddAsync(services, demo, cancel);
}
