namespace GridDesk.Hall.Figures;

/// <summary>Who was asked to come again, and who did.</summary>
/// <param name="Asked">Whose ticket ended with papers missing.</param>
/// <param name="Known">Of these, those whose ticket was linked to a request or a customer: only of them it is known whether they came again.</param>
/// <param name="Came">Of these, those who came again within <see cref="Within"/> days.</param>
internal sealed record SecondVisits(int Asked, int Known, int Came)
{
    public const int Within = 14;

    /// <param name="visits">Those of the period.</param>
    /// <param name="since">The same and those who came in the fortnight after.</param>
    public static SecondVisits Of(IReadOnlyCollection<PastVisit> visits, IReadOnlyCollection<PastVisit> since)
    {
        var asked = visits.Where(v => v.End is { Outcome: TicketOutcome.ComeAgain }).ToList();
        var known = asked.Where(v => v.Whose is not null).ToList();
        var coming = since.Where(v => v.Whose is not null).ToLookup(v => v.Whose, v => v.Came);
        return new(asked.Count, known.Count, known.Count(v => coming[v.Whose].Any(came => came > v.Came && came.Date <= v.Came.Date.PlusDays(Within))));
    }
}
