using GridDesk.Hall.Definition;
using GridDesk.Hall.Messages;
using GridDesk.Hall.Wait;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Pack;

namespace GridDesk.Hall.Board;

/// <summary>What the boards of a hall show.</summary>
/// <param name="Id">Changes with the day, and whenever who is called, how many wait or what is announced does; a stream names it.</param>
/// <param name="At">As of when.</param>
/// <param name="Calls">The latest first.</param>
internal sealed record BoardState(string Id, Instant At, IReadOnlyList<BoardCall> Calls, IReadOnlyList<BoardLine> Lines, IReadOnlyList<BoardMessage> Messages);

/// <summary>Reads a board.</summary>
internal sealed class BoardReading(OfficeDb db, HallState hall, PackInForce pack)
{
    private const int CallsShown = 6;

    /// <param name="unless">The id of a state that is known already: null is the answer while it still holds, and nothing is played forward for it.</param>
    /// <exception cref="Refusal"><c>not-found</c></exception>
    public async Task<BoardState?> ReadAsync(string site, string? unless, CancellationToken cancel)
    {
        var (now, settings) = (await hall.ReadAsync(site, cancel), HallSettings.Find(pack)!);
        var shown = await db.Tickets.AsNoTracking().Where(t => t.Site == site && t.Day == now.Day && t.ShownAt != null && t.Counter != null)
            .OrderByDescending(t => t.ShownAt).Take(CallsShown).Select(t => new { t.Name, t.Kind, t.Counter, t.ShownAt, t.State }).ToListAsync(cancel);
        List<BoardCall> calls = [.. shown.Select(t => new BoardCall(t.Name, t.Kind, settings.Of(t.Kind).Name, t.Counter!.Value, t.ShownAt!.Value, t.State is TicketState.Called))];
        var kinds = settings.Kinds.Where(k => now.Hall.Counters.Any(c => c.Kinds.Contains(k.Kind))).ToDictionary(k => k, k => now.Waiting.Count(w => w.Kind == k.Kind));
        List<BoardMessage> messages = [.. (await db.Set<HallMessage>().ShownAtAsync(site, now.At, cancel)).Select(m => new BoardMessage(m.Media, m.Text, m.Until))];
        var id = ContentHash.Of(new { now.Day, calls, messages, counts = kinds.Values.ToList(), open = now.Working.Select(c => c.Counter.Number).ToList() })[..16];
        if (id == unless)
        {
            return null;
        }

        List<BoardLine> lines = [];
        foreach (var (kind, waiting) in kinds)
        {
            lines.Add(new(kind.Kind, kind.Name, waiting, (await hall.OfNewcomerAsync(now, kind.Kind, cancel: cancel)).Wait));
        }

        return new(id, now.At, calls, lines, messages);
    }

    /// <exception cref="Refusal"><c>not-found</c></exception>
    public async Task<BoardState> ReadAsync(string site, CancellationToken cancel) => (await ReadAsync(site, unless: null, cancel))!;
}

/// <param name="IsNow">Still at the counter.</param>
internal sealed record BoardCall(string Ticket, TicketKind Kind, Phrase KindName, int Counter, Instant At, bool IsNow);

/// <param name="Wait">Of somebody who took a ticket now; null when no counter of the kind is open.</param>
internal sealed record BoardLine(TicketKind Kind, Phrase KindName, int Waiting, WaitRange? Wait);

/// <param name="Until">When it comes down.</param>
internal sealed record BoardMessage(IReadOnlyList<HallMedium> Media, Phrase Text, Instant Until);
