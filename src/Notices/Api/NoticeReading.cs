using GridDesk.Kernel.Events;
using GridDesk.Kernel.Forms;
using GridDesk.Notices.Templates;

namespace GridDesk.Notices.Api;

/// <summary>Reads what another program wants sent; everything that is wrong is refused at once, each at its field.</summary>
internal sealed class NoticeReading(MessageDesk desk, FieldKinds kinds)
{
    private const int LongestText = 2000;

    // It stands in one line, beside what the template adds.
    private const int LongestInTitle = 200;

    private readonly List<Refusal> _wrong = [];

    /// <summary>What such a message is about: whatever that caller knows of it.</summary>
    public static string AboutOf(Actor caller) => $"api:{caller.Key.Replace(':', '-')}";

    /// <exception cref="Refusal">Something cannot be right.</exception>
    /// <exception cref="Refusals">Several things cannot be right.</exception>
    public (MessageTemplate Template, MessageToSend Wanted, IReadOnlyDictionary<string, string> Fields) Read(NoticeBody body, Actor caller)
    {
        if (desk.TemplateOf(body.Template ?? "") is not { } template || template.About != TemplateFields.Free)
        {
            throw new Refusal("notice.template", "沒有這個範本，或它要由案件產生。", "There is no such template, or its messages come from cases.", "template");
        }

        var channel = ChannelOf(body, template);
        var language = body.Language switch { null or "zh-TW" => Language.Chinese, "en" => Language.English, _ => Wrong("notice.language", "語言是 zh-TW 或 en。", "The language is zh-TW or en.", "language", Language.Chinese) };
        var to = AddressOf(body.To, channel);
        var fields = FieldsOf(body, template, channel, language);
        Refusals.ThrowIfAny(_wrong);
        return (template, new(AboutOf(caller), channel!.Value, to!, language, $"api:{Guid.NewGuid():N}"), fields);
    }

    private MessageChannel? ChannelOf(NoticeBody body, MessageTemplate template)
    {
        List<MessageChannel> possible = [.. Enum.GetValues<MessageChannel>().Where(c => template.Over(c) is not null)];
        var channel = body.Channel ?? (possible.Count == 1 ? possible[0] : null);
        return channel is { } one && possible.Contains(one) ? one
            : Wrong<MessageChannel?>("message.channel", $"這個範本可用的管道：{string.Join("、", possible.Select(c => c.Title.Zh))}。", $"This template speaks over: {string.Join(", ", possible.Select(c => c.Title.En))}.", "channel", null);
    }

    private string? AddressOf(string? to, MessageChannel? channel) => Refusals.Tried(_wrong, () => string.IsNullOrWhiteSpace(to)
        ? throw new Refusal("notice.to", "請給收件的電子郵件或電話。", "Give the e-mail address or the telephone number.", "to")
        : kinds.ReadText(channel is MessageChannel.Email ? "email" : "phone", to, "to"));

    private Dictionary<string, string> FieldsOf(NoticeBody body, MessageTemplate template, MessageChannel? channel, Language language)
    {
        Dictionary<string, string> fields = new(StringComparer.Ordinal);
        if (channel is { } over && template.Over(over) is var (title, text))
        {
            foreach (var field in Filling.FieldsOf(title.In(language)).Concat(Filling.FieldsOf(text.In(language))).Distinct().Where(field => field != TemplateFields.Choices))
            {
                var value = body.Data?.GetValueOrDefault(field);
                var longest = Filling.FieldsOf(title.In(language)).Contains(field) ? LongestInTitle : LongestText;
                fields[field] = !string.IsNullOrWhiteSpace(value) && value.Length <= longest ? value
                    : Wrong($"notice.data.{field}", $"請給「{field}」的內容（最多 {longest} 字）。", $"Give the text of '{field}' (at most {longest} characters).", $"data.{field}", "");
            }
        }

        return fields;
    }

    private T Wrong<T>(string code, string zh, string en, string field, T instead)
    {
        _wrong.Add(new Refusal(code, zh, en, field));
        return instead;
    }
}
