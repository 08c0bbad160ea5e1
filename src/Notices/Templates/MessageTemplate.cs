using GridDesk.Customers.Contacts;
using GridDesk.Kernel.Pack;

namespace GridDesk.Notices.Templates;

/// <summary><c>notices/*.yaml</c>: what the office says, in both languages, over each channel that it may take.</summary>
/// <param name="Code">Such as <c>request-accepted</c>.</param>
/// <param name="About">What its fields come from: <c>request</c>, <c>case-news</c>; see <see cref="TemplateFields"/>.</param>
/// <param name="Purpose">Such as <c>case-news</c>; see <see cref="ContactPurpose"/>.</param>
internal sealed record MessageTemplate(string Code, LocalDate ValidFrom, string About, string Purpose) : IDefinition, IChecked
{
    /// <summary>What people of the office call it.</summary>
    public Phrase? Name { get; init; }

    /// <summary>Its name, or its code where the pack gives none.</summary>
    public Phrase Title => Name ?? Phrase.Same(Code);

    public TitledText? Email { get; init; }

    /// <summary>One text message, as long as the office wants to pay for.</summary>
    public Phrase? Sms { get; init; }

    /// <summary>What a machine says on the telephone.</summary>
    public Phrase? Voice { get; init; }

    /// <summary>One line on the customer's phone.</summary>
    public Phrase? Push { get; init; }

    /// <summary>On paper; the page around it has the office, the address and the date.</summary>
    public TitledText? Letter { get; init; }

    /// <summary>The fields that any of its texts names.</summary>
    public IReadOnlyList<string> FieldsNamed => [.. Texts.SelectMany(t => t.Text is { } phrase ? Filling.FieldsOf(phrase.Zh) : []).Distinct()];

    private (string Path, Phrase? Text)[] Texts =>
    [
        ("email.title", Email?.Title), ("email.text", Email?.Text), ("sms", Sms), ("voice", Voice), ("push", Push), ("letter.title", Letter?.Title), ("letter.text", Letter?.Text),
    ];

    public (Phrase Title, Phrase Text)? Over(MessageChannel channel) => channel switch
    {
        MessageChannel.Email when Email is { } email => (email.Title, email.Text),
        MessageChannel.Sms when Sms is { } text => (Phrase.Same(""), text),
        MessageChannel.Voice when Voice is { } text => (Phrase.Same(""), text),
        MessageChannel.Push when Push is { } text => (Phrase.Same(""), text),
        MessageChannel.Letter when Letter is { } letter => (letter.Title, letter.Text),
        _ => null,
    };

    void IChecked.Check(Checker check)
    {
        check.Known("about", About, [.. TemplateFields.Known.Keys]);
        check.Known("purpose", Purpose, [.. ContactPurpose.All.Select(p => p.Code)]);
        if (About == TemplateFields.Mass && ContactPurpose.All.FirstOrDefault(p => p.Code == Purpose) is { Rule: not PurposeRule.WithConsent })
        {
            check.Mistake("purpose", "大量通知只送給同意的人，這個用途不用同意。", "Many are told only if they agreed; this purpose needs no consent.");
        }

        if (Texts.All(t => t.Text is null))
        {
            check.Mistake("code", "這個範本沒有任何管道的內容。", "This template says nothing over any channel.");
        }

        if (Letter is not null && About != "request")
        {
            check.Mistake("letter", "只有案件（about: request）的範本可以印成信函。", "Only templates about a request can be letters.");
        }

        foreach (var (path, phrase) in Texts)
        {
            if (phrase is null || !TemplateFields.Known.TryGetValue(About, out var fields))
            {
                continue;
            }

            var (zh, en) = (Filling.FieldsOf(phrase.Zh), Filling.FieldsOf(phrase.En));
            foreach (var field in About == TemplateFields.Free ? [] : zh.Concat(en).Distinct())
            {
                check.Known(path, field, path.StartsWith("push", StringComparison.Ordinal) || path.StartsWith("letter", StringComparison.Ordinal) ? [.. fields] : [.. fields, TemplateFields.Choices]); // no such page for a device or a house
            }

            foreach (var braces in Filling.NoFieldsOf(phrase.Zh).Concat(Filling.NoFieldsOf(phrase.En)).Distinct())
            {
                check.Mistake(path, $"「{braces}」不是欄位，用戶會看到大括號。欄位是小寫字母開頭、沒有空白。", $"'{braces}' is no field: customers would read the braces. A field begins with a small letter and has no blanks.");
            }

            if (!zh.ToHashSet().SetEquals(en))
            {
                check.Mistake(path, "中文和英文用的欄位不一樣。", "The Chinese and the English text name different fields.");
            }
        }
    }
}

internal sealed record TitledText(Phrase Title, Phrase Text);
