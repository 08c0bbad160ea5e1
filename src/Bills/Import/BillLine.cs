namespace GridDesk.Bills.Import;

/// <summary>What is kept of one row of a file: what the mapping names, or why nothing of it can be used.</summary>
/// <param name="Line">In the file that was sent.</param>
internal sealed record BillLine(int Line, BillRow? Bill, PaymentRow? Payment, IReadOnlyList<LineMistake> Mistakes)
{
    public string? Number => Bill?.Number ?? Payment?.Number;
}

/// <param name="Cents">The amount.</param>
internal sealed record BillRow(string Number, string Account, LocalDate Month, long Cents, LocalDate Issued, LocalDate Due, bool Cancelled)
{
    public BillFacts Facts => new(Number, Account, Month, new Money(Cents), Issued, Due);
}

/// <param name="Cents">The amount.</param>
internal sealed record PaymentRow(string Number, Instant At, long Cents, PaymentChannel Channel);

/// <param name="Column">As the file names it; empty when the row as a whole is wrong.</param>
internal sealed record LineMistake(string Column, Phrase Reason);
