using GridDesk.Notices.Letters;

namespace GridDesk.Notices.Templates;

/// <summary>What a template is tried with: a case that the reader may see, or an example that says it is one.</summary>
/// <param name="Name">Which one.</param>
/// <param name="Subject">Whose data it is, as events name it; null for an example.</param>
/// <param name="Number">Of the case; null for an example and for a bill.</param>
/// <param name="Fields">What the fields mean over a channel in a language.</param>
/// <param name="To">The lines in the window of a letter.</param>
/// <param name="IsMasked">Whoever it is about cannot be told from it.</param>
internal sealed record TemplateSample(Phrase Name, string? Subject, string? Number, bool IsMasked, Func<MessageChannel, Language, IReadOnlyDictionary<string, string>> Fields, string To = "")
{
    /// <summary>A text as it would read; a field that nobody knows stays as it was written.</summary>
    public string Fill(TemplateText text)
    {
        var known = Fields(text.Channel, text.Language);
        var values = Filling.FieldsOf(text.Text).ToDictionary(f => f, f => known.GetValueOrDefault(f) ?? $"{{{f}}}", StringComparer.Ordinal);
        return Filling.Fill(text.Text, values);
    }
}
