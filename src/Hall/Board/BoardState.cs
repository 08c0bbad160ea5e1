using GridDesk.Hall.Definition;
using GridDesk.Hall.Wait;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Pack;

namespace GridDesk.Hall.Board;

/// <summary>What a calling board shows.</summary>
/// <param name="Id">Changes whenever anything of the rest does; a stream names it.</param>
/// <param name="At">As of when.</param>
/// <param name="Calls">The latest first.</param>
internal sealed record BoardState(string Id, Instant At, IReadOnlyList<BoardCall> Calls, IReadOnlyList<BoardLine> Lines)
{
    public const int CallsShown = 6;

    /// <exception cref="Refusal"><c>not-found</c></exception>
    public static async Task<BoardState> ReadAsync(OfficeDb db, HallState hall, PackInForce pack, string site, CancellationToken cancel)
    {
        var now = await hall.ReadAsync(site, cancel);
        var shown = await db.Tickets.AsNoTracking().Where(t => t.Site == site && t.Day == now.Day && t.ShownAt != null && t.Counter != null)
            .OrderByDescending(t => t.ShownAt).Take(CallsShown).Select(t => new { t.Name, t.Kind, t.Counter, t.ShownAt, t.State }).ToListAsync(cancel);
        List<BoardLine> lines = [];
        foreach (var kind in HallSettings.Find(pack)!.Kinds.Where(k => now.Hall.Counters.Any(c => c.Kinds.Contains(k.Kind))))
        {
            var waiting = now.Waiting.Count(w => w.Kind == kind.Kind);
            lines.Add(new(kind.Kind, kind.Name, waiting, (await hall.OfNewcomerAsync(now, kind.Kind, cancel: cancel)).Wait));
        }

        List<BoardCall> calls = [.. shown.Select(t => new BoardCall(t.Name, t.Kind, HallSettings.Find(pack)!.Of(t.Kind).Name, t.Counter!.Value, t.ShownAt!.Value, t.State is TicketState.Called))];
        return new(Kernel.Pack.ContentHash.Of(new { calls, counts = lines.Select(l => (l.Kind, l.Waiting)).ToList() })[..16], now.At, calls, lines);
    }
}

/// <param name="IsNow">Still at the counter.</param>
internal sealed record BoardCall(string Ticket, TicketKind Kind, Phrase KindName, int Counter, Instant At, bool IsNow);

/// <param name="Wait">Of somebody who took a ticket now; null when no counter of the kind is open.</param>
internal sealed record BoardLine(TicketKind Kind, Phrase KindName, int Waiting, WaitRange? Wait);
