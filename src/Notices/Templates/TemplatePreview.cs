using System.Text.Json;
using GridDesk.Kernel.Pack;
using GridDesk.Notices.Letters;

namespace GridDesk.Notices.Templates;

/// <summary>What a template says over one channel in one language, filled with a sample.</summary>
/// <param name="Parts">Of a text message; null over other channels.</param>
internal sealed record TemplatePreview(MessageChannel Channel, Language Language, IReadOnlyList<TemplateText> Texts, string Title, string Text, SmsParts? Parts, LetterSheet? Letter)
{
    public static IReadOnlyList<TemplatePreview> Of(TemplateDraft draft, TemplateSample sample, PackInForce pack, LocalDate today) =>
    [
        .. draft.Texts.GroupBy(t => (t.Channel, t.Language)).OrderBy(g => g.Key.Channel).ThenBy(g => g.Key.Language).Select(g =>
        {
            var (channel, language) = g.Key;
            var (title, text) = (g.FirstOrDefault(t => t.IsTitle) is { } above ? sample.Fill(above) : "", sample.Fill(g.Single(t => !t.IsTitle)));
            return new TemplatePreview(channel, language, [.. g], title, text, channel is MessageChannel.Sms ? SmsParts.Of(text) : null,
                channel is MessageChannel.Letter ? LetterSheet.Of(pack, language, sample.To, today, title, text, sample.Fields(channel, language).GetValueOrDefault("link")) : null);
        }),
    ];

    public Phrase LanguageText => Language is Language.English ? new("英文", "English") : new("中文", "Chinese");

    /// <summary>For the count while somebody writes: what each field means, as it is put in.</summary>
    public string? FieldsFor(TemplateSample sample) => Parts is null ? null
        : JsonSerializer.Serialize(sample.Fields(Channel, Language).ToDictionary(f => f.Key, f => Filling.Plain(f.Value)), Json.Options);
}
