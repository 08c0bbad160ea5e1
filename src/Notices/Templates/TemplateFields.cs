namespace GridDesk.Notices.Templates;

/// <summary>Which fields a template may name, by what it is about.</summary>
internal static class TemplateFields
{
    /// <summary>The day that the office promises; a message that names it tells that day to the customer.</summary>
    public const string Promised = "promised";

    /// <summary>Link to the page on which the receiver decides what they get; any template that goes to an address may name it.</summary>
    public const string Choices = "choices";

    /// <summary>About nothing but what the sender gives; any field.</summary>
    public const string Free = "given";

    /// <summary>About an event that thousands hear of.</summary>
    public const string Mass = "mass";

    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Known { get; } = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)
    {
        [Free] = [],
        ["contact"] = ["code", "minutes", "office"],
        ["request"] = ["name", "number", "code", "link", "service", "department", "phone", Promised, "progress", "office"],
        ["bill"] = ["account", "ending", "amount", "due", "month", "phone", "choices", "office"],
        [Mass] = ["area", "cause", "from", "until", "phone", "office"],
    };
}
