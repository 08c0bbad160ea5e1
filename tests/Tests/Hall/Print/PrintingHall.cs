using GridDesk.Hall;
using GridDesk.Hall.Print;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using GridDesk.Tests.Infrastructure;
using GridDesk.Tests.Pack;
using GridDesk.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GridDesk.Tests.Hall.Print;

/// <summary>The hall of the first office with a receipt printer beside its screen, and counter 3 open.</summary>
internal sealed class PrintingHall : IAsyncDisposable
{
    private readonly PackCopy _pack = PackCopy.Of(Path.Combine(TestOffice.Root, "packs", "chiayi"));
    private Actor _clerk = Actor.Office;
    private Visitor? _kiosk;

    public SimulatedPrinter Printer { get; } = new();

    public TestOffice Office { get; private set; } = null!;

    public static async Task<PrintingHall> OpenAsync(PrinterMood mood = PrinterMood.Well)
    {
        var hall = new PrintingHall();
        hall.Printer.Mood = mood;
        hall._pack.Edit("hall.yaml", text => text.Replace("  - site: centre\n", $"  - site: centre\n    printers:\n      - {{ code: entrance, name: {{ zh: 門口, en: Entrance }}, host: 127.0.0.1, port: {hall.Printer.Port}, width: 576 }}\n"));
        hall.Office = await TestOffice.OpenAsync(services => services.AddSingleton(new PrinterPatience(TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(4))));
        hall.Office.Clock.Advance(Duration.FromSeconds(1));
        await OfficeStart.OpenAsync(hall.Office.App.Services, hall.Office.Options with { Pack = hall._pack.Folder });
        hall._clerk = await hall.Office.OpenCounterAsync(1, "clerk");
        return hall;
    }

    /// <summary>Somebody touches the screen at the entrance; it is signed in as a greeter.</summary>
    public async Task<Visitor> TakeAsync()
    {
        _kiosk ??= await Office.SignInAsync("greeter");
        await _kiosk.GoAsync("/en/hall/centre/kiosk?errand=XFER");
        return await _kiosk.PressAsync("Quick");
    }

    public Task<Ticket?> NextAsync() => Office.InHallAsync(desk => desk.NextAsync(HallCases.Site, 1, _clerk));

    public async Task<IReadOnlyList<string>> EventsAsync(string name) => await Office.WithAsync<OfficeDb, IReadOnlyList<string>>(async db =>
    {
        var id = await db.Set<Ticket>().Where(t => t.Name == name).Select(t => t.Id).SingleAsync();
        return await db.Set<RecordedEvent>().Where(e => e.Subject == $"ticket:{id:N}").OrderBy(e => e.Version).Select(e => e.Name).ToListAsync();
    });

    public Task<PrinterCondition> ConditionAsync() => Office.WithAsync<OfficeDb, PrinterCondition>(db => db.Set<Printer>().Select(p => p.Condition).SingleAsync());

    public async ValueTask DisposeAsync()
    {
        await Office.DisposeAsync();
        await Printer.DisposeAsync();
        _pack.Dispose();
    }
}
