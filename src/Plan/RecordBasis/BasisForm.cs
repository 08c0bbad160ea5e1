namespace GridDesk.Plan.RecordBasis;

/// <summary>The letter that orders a plan, as it is typed.</summary>
internal class BasisForm
{
    public string? Letter { get; set; }

    public LocalDate? LetterDate { get; set; }

    /// <summary>Null when neither is given.</summary>
    /// <exception cref="Refusal">Code <c>plan.basis</c>: only one of the two was given.</exception>
    public PlanBasis? ToBasis() => (string.IsNullOrWhiteSpace(Letter), LetterDate) switch
    {
        (true, null) => null,
        (false, { } date) => new(Letter!.Trim(), date),
        (true, _) => throw new Refusal("plan.basis", "寫了公文日期，也請寫字號。", "The letter has a date; write its number too.", "letter"),
        _ => throw new Refusal("plan.basis", "寫了公文字號，也請寫日期。", "The letter has a number; write its date too.", "letterDate"),
    };
}
