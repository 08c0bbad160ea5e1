using GridDesk.Customers;
using GridDesk.Customers.Show;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Forms;
using GridDesk.Kernel.Indicators;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Recurring;
using GridDesk.Kernel.Sweeps;
using GridDesk.Kernel.Time;
using GridDesk.Requests.Api;
using GridDesk.Requests.Apply;
using GridDesk.Requests.Calendar;
using GridDesk.Requests.Chasing;
using GridDesk.Requests.Coordinate;
using GridDesk.Requests.Figures;
using GridDesk.Requests.Handle;
using GridDesk.Requests.Handovers;
using GridDesk.Requests.Intake;
using GridDesk.Requests.Noon;
using GridDesk.Requests.Procedures;
using GridDesk.Requests.Shadow.Read;
using GridDesk.Requests.Shadow;
using GridDesk.Requests.Supply;
using GridDesk.Requests.Tell;
using GridDesk.Requests.Track;
using GridDesk.Requests.Usual;
using GridDesk.Requests.Work;
using GridDesk.Services.Show;
using GridDesk.Staff.Access;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace GridDesk.Requests;

/// <summary>What customers ask the office to do, from the papers to the end.</summary>
public sealed class RequestsModule : Module
{
    public override IReadOnlyList<PackSection> Pack(FieldKinds kinds) => [PackSection.Each<SupplyTemplate>("supply/*.yaml").Check(SupplyTemplate.Check), HandoverKinds.Section];

    public override void AddServices(IServiceCollection services)
    {
        services.AddScoped<RequestDesk>();
        services.AddScoped<RequestAccess>();
        services.AddScoped(of => new RequestDirectory(of.GetRequiredService<OfficeDb>(), of.GetRequiredService<RequestDesk>(), of.GetRequiredService<TellDesk>(), of.GetRequiredService<PackInForce>(), of.GetRequiredService<IClock>()));
        services.AddScoped(of => new SeenRequests(of.GetRequiredService<OfficeDb>(), of.GetRequiredService<RequestDesk>(), of.GetRequiredService<RequestAccess>()));
        services.AddScoped<ReminderTick>();
        services.AddScoped<NoonDesk>();
        services.AddScoped<NoonDuties>();
        services.AddScoped<TaskAccess>();
        services.AddScoped<TaskDesk>();
        services.AddScoped<ProcedureDesk>();
        services.Every<MeasureProcedures>("measure-procedures", new("重算簡化前後的辦理天數", "Measure what simplified procedures brought"), "0 23 2 * * *");
        services.AddScoped<ChaseDesk>();
        services.AddScoped<SupplyFollow>();
        services.AddScoped<SupplyDesk>();
        services.AddScoped<CalendarDesk>();
        services.AddScoped<TellDesk>();
        services.AddScoped<IServiceExperience, Experience>();
        services.Every<FollowCalendar>("follow-calendar", new("依新發布的行事曆重算承諾", "Reckon the promises by a calendar just published"), "*/10 * * * * *");
        services.Every<LearnTimes>("learn-times", new("從去年的案件學各項目通常要多久", "Learn from last year’s cases how long each service takes"), "0 20 2 * * *");
        services.Every<BreakSilence>("break-silence", new("找出太久沒有消息的案件", "Find requests without news for too long"), "0 10 9 * * *");
        services.Sweep<UnpromisedRequests>("unpromised-requests", new("受理了卻沒有期限在跑的案件", "Accepted requests under which no promise runs"), "30 39 * * * *",
            new("沒有人會稽催這些案件：請主管按號碼找出來親自看著，並告訴維護程式的人。", "Nobody is chased for these: ask the supervisor to see to them by number, and tell whoever keeps the program."));
        services.Every<ChaseRun>("chase-promises", new("稽催快到期和逾期的承諾", "Chase promises that near or missed their day"), "0 */5 * * * *");
        services.AddScoped<MappingReader>();
        services.AddScoped<ShadowDesk>();
        services.Every<ShadowRun>("judge-registers", new("用現在的期限重算舊登記簿", "Judge old registers by our limits"), "* * * * * *");
        services.AddHandovers();
        services.AddScoped<IntakeDrafts>();
        services.AddScoped(of => new IntakeBeginning(of.GetRequiredService<IntakeDrafts>(), of.GetRequiredService<CustomerDirectory>(), of.GetRequiredService<AccessLog>()));
        services.AddScoped<Duplicates>();
        services.AddScoped<CaseWords>();
        services.AddScoped<Workload>();
        services.AddScoped<SavedListDesk>();
        services.AddScoped<PromiseList>();
        services.AddScoped<IContactHistory, RequestContacts>();
        services.Every<ForgetIntakeDrafts>("forget-intake-drafts", new("清除櫃檯的舊草稿", "Remove old drafts of the counter"), "0 47 18 * * *");
        services.AddScoped<Drafts>();
        services.AddSingleton<Glances>();
        services.Every<ForgetDrafts>("forget-drafts", new("清除線上申請的舊草稿", "Remove old drafts of web applications"), "0 7 * * * *");
        services.Offer([.. RequestIndicators.All, .. NoonIndicators.All, .. ChaseIndicators.All, .. TaskIndicators.All, .. ProcedureIndicators.All, .. SupplyIndicators.All, .. HandoverIndicators.All]);
        services.AddScoped<IEvidenceSight, RequestSight>();
        services.AddSingleton(new LookedAt("request", new("案件的用戶", "Customer of a request")));
    }

    public override void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        RequestsApi.Map(endpoints);
        DocumentDownload.Map(endpoints);
        PromiseExport.Map(endpoints);
        PromisesApi.Map(endpoints);
        WorkloadExport.Map(endpoints);
        TellExport.Map(endpoints);
        ProcedureExport.Map(endpoints);
        ChaseExport.Map(endpoints);
        TaskExport.Map(endpoints);
        SupplyExport.Map(endpoints);
        ShadowExport.Map(endpoints);
        HandoversApi.Map(endpoints);
        HandoverExport.Map(endpoints);
        CalendarApi.Map(endpoints);
    }

    public override async Task AddDemoAsync(IServiceProvider services, Demo demo, CancellationToken cancel)
    {
        await DemoRequests.AddAsync(services, demo, cancel);
        await DemoShadow.AddAsync(services, demo, cancel);
    }
}
