namespace GridDesk.Ui.Cases;

/// <summary>A promised day as a page shows it.</summary>
/// <param name="Day">The promised day.</param>
/// <param name="At">The moment on that day at which the promise is broken.</param>
/// <param name="StatusKind">A kind of <c>gd-status</c>.</param>
/// <param name="StatusText">What remains or is exceeded.</param>
/// <param name="Why">One sentence that explains the day.</param>
/// <param name="Days">The days from acceptance to the promised day, in order; the page fills up the weeks.</param>
public sealed record PromiseView(
    LocalDate Day,
    Instant At,
    string StatusKind,
    Phrase StatusText,
    Phrase Why,
    IReadOnlyList<DayCell> Days);

/// <summary>One day of the counting.</summary>
/// <param name="Note">Under the number: 受理, 第2天, 端午.</param>
/// <param name="IsToday">Ringed.</param>
public sealed record DayCell(LocalDate Day, DayKind Kind, Phrase? Note = null, bool IsToday = false);

/// <summary>How a day counts: not at all because it lies outside, counted, off, waiting for somebody, or the promised one.</summary>
public enum DayKind { Plain, Counted, Off, Waiting, Due }
