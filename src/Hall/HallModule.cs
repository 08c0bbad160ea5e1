using GridDesk.Hall.Api;
using GridDesk.Hall.Board;
using GridDesk.Hall.Book;
using GridDesk.Hall.Definition;
using GridDesk.Hall.Figures;
using GridDesk.Hall.Messages;
using GridDesk.Hall.Print;
using GridDesk.Hall.Roster;
using GridDesk.Hall.Signs;
using GridDesk.Hall.Take;
using GridDesk.Hall.Wait;
using GridDesk.Hall.Whose;
using GridDesk.Kernel.Forms;
using GridDesk.Kernel.Indicators;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Recurring;
using GridDesk.Requests.Intake;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace GridDesk.Hall;

/// <summary>The hall: tickets, counters, calls, boards.</summary>
public sealed class HallModule : Module
{
    public override IReadOnlyList<PackSection> Pack(FieldKinds kinds) => [HallSettings.Section];

    public override void AddServices(IServiceCollection services)
    {
        services.AddScoped<HallDesk>();
        services.AddScoped<RosterDesk>();
        services.AddScoped<VisitReading>();
        services.AddScoped<TicketCodes>();
        services.AddScoped<HallState>();
        services.AddPrinting();
        services.AddScoped<WhoseLooking>();
        services.AddScoped<WhoseReading>();
        services.AddScoped<IIntakeOrigin>(of => of.GetRequiredService<HallDesk>());
        services.AddSingleton<RecentPace>();
        services.AddScoped<HallHistory>();
        services.AddScoped<FiguresReading>();
        services.AddSingleton<PublishedCalibration>();
        services.AddScoped<BoardReading>();
        services.AddSingleton<BoardFeed>();
        BoardListeners.Add(services);
        SharedDrawing.Add(services);
        services.AddSingleton<Recordings>();
        services.AddScoped<HallMessageDesk>();
        services.Every<TendMessages>("tend-hall-messages", new("記下播出的訊息和該拿下來的公告", "Note which messages are shown and which papers hang too long"), "10 * * * * *");
        services.Every<EndOfDay>("end-hall-day", new("叫號：前一天沒辦完的號碼、沒關的櫃檯", "Queue: tickets and counters left open on a day before"), "40 */5 * * * *");
        services.AddBookings();
        services.AddSigns();
        services.Offer(HallIndicators.All);
        services.Offer(EncounterIndicators.All);
        services.Offer(MessageIndicators.All);
        services.Offer(RosterIndicators.All);
    }

    public override Task OnPackAsync(IServiceProvider services, LoadedPack pack, CancellationToken cancel) => services.GetRequiredService<HallDesk>().PrepareAsync(cancel);

    public override async Task AddDemoAsync(IServiceProvider services, Demo demo, CancellationToken cancel)
    {
        await DemoHistory.AddAsync(services, demo, cancel);
        await DemoHall.AddAsync(services, cancel);
        await DemoBookings.AddAsync(services, demo, cancel);
        await DemoMessages.AddAsync(services, demo, cancel);
    }

    public override void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        TicketsApi.Map(endpoints);
        CountersApi.Map(endpoints);
        BoardApi.Map(endpoints);
        MessagesApi.Map(endpoints);
        BookingsApi.Map(endpoints);
        BookingExport.Map(endpoints);
        FiguresExport.Map(endpoints);
    }
}
