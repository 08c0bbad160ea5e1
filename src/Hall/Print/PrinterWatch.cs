using GridDesk.Hall.Definition;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Recurring;

namespace GridDesk.Hall.Print;

/// <summary>Asks every printer of an open hall how it is, so that whoever works there knows before a visitor does.</summary>
internal sealed class PrinterWatch(HallDesk desk, IReceiptPrinter printers, PackInForce pack) : IRecur
{
    public async Task RunAsync(Instant now, CancellationToken cancel)
    {
        var open = (HallSettings.Find(pack)?.Halls ?? []).Where(hall => HallHours.IsOpen(pack.Calendar, hall.Site, now));
        var asked = await Task.WhenAll(open.SelectMany(hall => hall.Printers, async (hall, printer) => (hall.Site, printer.Code, Condition: await printers.AskAsync(printer))));
        foreach (var (site, code, condition) in asked)
        {
            await desk.SawAsync(site, code, condition, Actor.Office, cancel);
        }
    }
}

/// <summary>Ends numbers that were kept for their time and that nobody holds: of whoever walked away from the screen, of a printer that failed, of a program that was ended in between.</summary>
internal sealed class ReleaseNumbers(HallDesk desk) : IRecur
{
    public Task RunAsync(Instant now, CancellationToken cancel) => desk.ReleaseOldAsync(Actor.Office, cancel);
}
