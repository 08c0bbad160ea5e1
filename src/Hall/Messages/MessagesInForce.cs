namespace GridDesk.Hall.Messages;

internal static class MessagesInForce
{
    /// <summary>Approved, begun, neither over nor withdrawn.</summary>
    public static IQueryable<HallMessage> InForce(this IQueryable<HallMessage> messages, Instant now) =>
        messages.Where(m => m.ApprovedAt != null && m.WithdrawnAt == null && m.From <= now && m.Until > now);

    /// <summary>What a hall shows now, the oldest first.</summary>
    public static Task<List<HallMessage>> ShownAtAsync(this IQueryable<HallMessage> messages, string site, Instant now, CancellationToken cancel) =>
        messages.AsNoTracking().Where(m => m.Site == site).InForce(now).OrderBy(m => m.From).ThenBy(m => m.Id).ToListAsync(cancel);
}
