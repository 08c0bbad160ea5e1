using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using GridDesk.Kernel.Pack;
using NodaTime.Text;

namespace GridDesk.Notices.Templates;

/// <summary>
/// A template as somebody is writing it. It is published like everything of the pack, as a file: here it is written out, read back by the
/// same reader that loads the pack, and whatever that refuses is said.
/// </summary>
internal sealed record TemplateDraft(MessageTemplate Template, IReadOnlyList<TemplateText> Texts, LocalDate ValidFrom)
{
    private const int LongestTitle = 200;
    private const int LongestText = 6000;

    private static readonly JsonSerializerOptions Quoting = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A later version stands in a file of its own, named by the day on which it becomes valid.</summary>
    public string FileName => $"{Template.Code}@{LocalDatePattern.Iso.Format(ValidFrom)}.yaml";

    public bool IsChanged => Texts.Zip(TemplateText.Of(Template)).Any(pair => pair.First.Text != pair.Second.Text);

    /// <param name="typed">What stands in a field, by its name; null when it was not sent.</param>
    public static TemplateDraft Read(MessageTemplate template, LocalDate validFrom, Func<string, string?> typed) =>
        new(template, [.. TemplateText.Of(template).Select(text => text with { Text = typed(text.Name)?.ReplaceLineEndings("\n").Trim() ?? text.Text })], validFrom);

    /// <summary>What keeps it from being loaded, as the pack's check says it; empty when it would load.</summary>
    public IReadOnlyList<Phrase> Mistakes
    {
        get
        {
            if (Texts.FirstOrDefault(t => t.Text.Length > (t.IsTitle ? LongestTitle : LongestText)) is { } longer)
            {
                return [new($"「{longer.Path}」太長了，最多 {(longer.IsTitle ? LongestTitle : LongestText)} 字。", $"'{longer.Path}' is too long: at most {(longer.IsTitle ? LongestTitle : LongestText)} characters.")];
            }

            try
            {
                new PackReader().Read<MessageTemplate>(new($"notices/{FileName}", Encoding.UTF8.GetBytes(Yaml)));
                return [];
            }
            catch (PackRefused refused)
            {
                return [.. refused.Mistakes.Select(m => m.Sentence)];
            }
        }
    }

    public string Yaml
    {
        get
        {
            var yaml = new StringBuilder($"code: {Template.Code}\nvalidFrom: {LocalDatePattern.Iso.Format(ValidFrom)}\nabout: {Template.About}\npurpose: {Template.Purpose}\n");
            yaml.Append(Template.Name is { } name ? $"name: {{ zh: {Quoted(name.Zh)}, en: {Quoted(name.En)} }}\n" : "");
            foreach (var channel in Texts.GroupBy(t => t.Path.Split('.')[0]))
            {
                yaml.Append($"{channel.Key}:\n");
                foreach (var phrase in channel.GroupBy(t => t.Path))
                {
                    var indent = phrase.Key.Contains('.', StringComparison.Ordinal) ? "    " : "  ";
                    yaml.Append(indent.Length == 4 ? $"  {phrase.Key.Split('.')[1]}:\n" : "");
                    foreach (var text in phrase)
                    {
                        yaml.Append($"{indent}{(text.Language is Language.English ? "en" : "zh")}: {Written(text.Text, indent)}\n");
                    }
                }
            }

            return yaml.ToString();
        }
    }

    // Several lines as a block, which a person can read; what a block cannot hold as it is, in quotes.
    private static string Written(string text, string indent)
    {
        var lines = text.Split('\n');
        return lines.Length > 1 && lines[0].Length > 0 && lines[^1].Length > 0 && lines.All(l => !l.StartsWith(' ') && !l.Any(char.IsControl))
            ? "|" + string.Concat(lines.Select(l => l.Length == 0 ? "\n" : $"\n{indent}  {l}"))
            : Quoted(text);
    }

    private static string Quoted(string text) => JsonSerializer.Serialize(text, Quoting);
}
