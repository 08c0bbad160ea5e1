namespace GridDesk.Kernel;

/// <summary>
/// The office declines to do what was asked, for a reason the person asking should read. It is never a bug.
/// Pages show it at its field and in the error summary; the API answers problem details with its code.
/// </summary>
/// <param name="code">Stable and lower-case, such as <c>electricity-number.check-digit</c>; part of the API.</param>
/// <param name="reason">What to do, as a sentence in both languages.</param>
/// <param name="field">The field it belongs to, as the form or the API body names it; null when it is about the whole.</param>
public sealed class Refusal(string code, Phrase reason, string? field = null) : Exception(reason.En)
{
    public string Code { get; } = code;

    public Phrase Reason { get; } = reason;

    public string? Field { get; } = field;

    public Refusal(string code, string zh, string en, string? field = null) : this(code, new Phrase(zh, en), field) { }
}
