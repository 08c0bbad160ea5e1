using GridDesk.Hall.Definition;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Time;

namespace GridDesk.Hall.Print;

/// <summary>What somebody of the hall has to look after: printers out of order, and numbers that may be on paper though they stand in no line.</summary>
internal sealed class PrinterReading(OfficeDb db, PackInForce pack, IClock clock)
{
    // Whoever stands at the screen has that long to choose before a colleague is asked to look.
    private static readonly Duration Patience = Duration.FromSeconds(30);

    public async Task<IReadOnlyList<PrinterNow>> PrintersAsync(string site, CancellationToken cancel = default)
    {
        var seen = await db.Printers.AsNoTracking().Where(p => p.Site == site).ToDictionaryAsync(p => p.Code, cancel);
        return [.. HallSettings.Of(pack, site).Printers.Where(p => seen.ContainsKey(p.Code)).Select(p => new PrinterNow(p, seen[p.Code].Condition, seen[p.Code].Since))];
    }

    /// <summary>Numbers of today that nobody was seen to hold and that nobody gave up.</summary>
    public async Task<IReadOnlyList<Ticket>> UnclaimedAsync(string site, CancellationToken cancel = default)
    {
        var (now, day) = (clock.Now(), pack.Calendar.Today(clock.Now()));
        var before = now - Patience;
        return await db.Tickets.AsNoTracking().Where(t => t.Site == site && t.Day == day && t.TakenAt <= before
            && (t.State == TicketState.Reserved || t.State == TicketState.Released && t.ReleasedFor == ReleaseReason.TimeOver)).OrderBy(t => t.TakenAt).ToListAsync(cancel);
    }

    /// <summary>How many things there are to look after.</summary>
    public async Task<int> CountAsync(string site, CancellationToken cancel = default) =>
        (await PrintersAsync(site, cancel)).Count(p => p.Condition is not PrinterCondition.Ready) + (await UnclaimedAsync(site, cancel)).Count;
}

/// <summary>A printer and how it is.</summary>
internal sealed record PrinterNow(PrinterDefinition Printer, PrinterCondition Condition, Instant Since);
