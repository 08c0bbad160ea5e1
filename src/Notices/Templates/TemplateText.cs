namespace GridDesk.Notices.Templates;

/// <summary>One text of a template: which channel, its title or not, in which language.</summary>
/// <param name="Path">As the file names it: <c>email.title</c>.</param>
internal sealed record TemplateText(string Path, MessageChannel Channel, bool IsTitle, Language Language, string Text)
{
    /// <summary>Of the field on the page.</summary>
    public string Name => $"text-{Path.Replace('.', '-')}-{Language.Tag}";

    public Phrase Label => (IsTitle, Language) switch
    {
        (true, Language.English) => new("標題（英文）", "Title, in English"),
        (true, _) => new("標題（中文）", "Title, in Chinese"),
        (false, Language.English) => new("內容（英文）", "Text, in English"),
        _ => new("內容（中文）", "Text, in Chinese"),
    };

    /// <summary>Everything that a template says, in the order of its file.</summary>
    public static IReadOnlyList<TemplateText> Of(MessageTemplate template) =>
    [
        .. Enum.GetValues<MessageChannel>().Where(channel => template.Over(channel) is not null).SelectMany(channel =>
        {
            var (title, text) = template.Over(channel)!.Value;
            var (name, hasTitle) = (channel.ToString().ToLowerInvariant(), channel is MessageChannel.Email or MessageChannel.Letter);
            return (Language[])[Language.Chinese, Language.English] is var both && hasTitle
                ? both.Select(l => new TemplateText($"{name}.title", channel, true, l, title.In(l))).Concat(both.Select(l => new TemplateText($"{name}.text", channel, false, l, text.In(l))))
                : both.Select(l => new TemplateText(name, channel, false, l, text.In(l)));
        }),
    ];
}
