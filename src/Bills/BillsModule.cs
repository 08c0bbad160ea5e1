using GridDesk.Bills.Import;
using GridDesk.Kernel.Recurring;
using GridDesk.Staff.Access;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace GridDesk.Bills;

/// <summary>What accounts owe and by when, as the company's billing says; the payments of customers close it.</summary>
public sealed class BillsModule : Module
{
    public override void AddServices(IServiceCollection services)
    {
        services.AddScoped<BillDesk>();
        services.AddScoped<BillDirectory>();
        services.AddScoped<BillFileDesk>();
        services.AddSingleton(new LookedAt("bill", new("帳單的用戶", "Customer of a bill")));
        services.Every<TakeBillsIn>("take-bills-in", new("收帳單檔和繳費紀錄的資料", "Take in files of bills and payments"), "* * * * * *");
    }

    public override void MapEndpoints(IEndpointRouteBuilder endpoints) => BillFileExport.Map(endpoints);

    public override Task AddDemoAsync(IServiceProvider services, Demo demo, CancellationToken cancel) => DemoBills.AddAsync(services, demo, cancel);
}
