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

    /// <summary>What it is about, in words.</summary>
    public static Phrase WordsOf(string about) => about switch
    {
        "request" => new("案件", "A request"),
        "bill" => new("帳單", "A bill"),
        "contact" => new("聯絡方式", "An address"),
        "booking" => new("預約", "A booked visit"),
        "booking-wait" => new("候補", "A place on the wait list"),
        Mass => new("很多人要知道的事", "What many are to hear of"),
        "case-news" => new("案件的消息", "News of a case"),
        _ => new("別的程式給的內容", "What another program gives"),
    };

    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Known { get; } = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)
    {
        [Free] = [],
        ["contact"] = ["code", "minutes", "office"],
        ["request"] = ["name", "number", "code", "link", "service", "department", "phone", Promised, "progress", "office"],
        ["bill"] = ["account", "ending", "amount", "due", "month", "phone", "choices", "office"],
        ["booking"] = ["name", "number", "code", "link", "service", "when", "site", "place", "phone", "office"],
        ["booking-wait"] = ["name", "link", "service", "when", "until", "site", "place", "phone", "office"],
        [Mass] = ["area", "cause", "from", "until", "phone", "office"],
        ["case-news"] = ["number", "service", "news"],
    };
}
