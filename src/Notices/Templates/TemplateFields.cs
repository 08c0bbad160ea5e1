namespace GridDesk.Notices.Templates;

/// <summary>Which fields a template may name, by what it is about.</summary>
internal static class TemplateFields
{
    /// <summary>The day that the office promises; a message that names it tells that day to the customer.</summary>
    public const string Promised = "promised";

    /// <summary>About nothing but what the sender gives; any field.</summary>
    public const string Free = "given";

    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Known { get; } = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)
    {
        [Free] = [],
        ["request"] = ["name", "number", "code", "link", "service", "department", "phone", Promised, "progress", "office"],
    };
}

/// <summary>What messages are for. Some belong to what the customer asked for and need no consent; the others do.</summary>
internal static class Purposes
{
    public static IReadOnlyList<Purpose> All { get; } =
    [
        new("case-news", new("案件進度", "News of your requests"), NeedsConsent: false),
        new("payment-reminder", new("繳費提醒", "Reminders to pay"), NeedsConsent: true),
        new("care", new("關懷與資料索取", "Care calls and material asked for"), NeedsConsent: true),
        new("contact-check", new("驗證聯絡方式", "Checking a contact"), NeedsConsent: false),
    ];

    public static Purpose? Find(string? code) => All.FirstOrDefault(p => p.Code == code);
}

/// <param name="Code">Stored for ever.</param>
/// <param name="NeedsConsent">Nothing is sent without the customer's word.</param>
internal sealed record Purpose(string Code, Phrase Name, bool NeedsConsent);
