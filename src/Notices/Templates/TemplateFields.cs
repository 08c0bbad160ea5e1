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

/// <summary>What messages are for.</summary>
internal static class Purposes
{
    /// <summary>Belongs to what the customer asked for, and needs no consent.</summary>
    public const string CaseNews = "case-news";

    public static IReadOnlyList<string> All { get; } = [CaseNews];
}
