using GridDesk.Kernel.Time;
using GridDesk.Ui.Fields;
using NodaTime.Text;

namespace GridDesk.Customers.Contacts;

/// <summary>Language, quiet hours and use of a telephone, as a form asks for them.</summary>
internal sealed class Preference
{
    private static readonly LocalTimePattern HoursAndMinutes = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    public Language? Language { get; set; }
    public string? QuietFrom { get; set; }
    public string? QuietUntil { get; set; }

    /// <summary><c>call</c> or <c>text</c>.</summary>
    public string? By { get; set; }

    public static IReadOnlyList<Choice> Languages { get; } = [new("Chinese", Phrase.Same("中文")), new("English", Phrase.Same("English"))];

    public static IReadOnlyList<Choice> Ways { get; } = [new("text", new("簡訊", "Text message")), new("call", new("語音電話", "Recorded call"))];

    public static IReadOnlyList<Choice> Hours { get; } = [.. Enumerable.Range(0, 24).Select(hour => new Choice($"{hour:D2}:00", Phrase.Same($"{hour:D2}:00")))];

    public static Preference Of(ContactPoint point) => new()
    {
        Language = point.Language,
        QuietFrom = point.Quiet is { } quiet ? HoursAndMinutes.Format(quiet.From) : null,
        QuietUntil = point.Quiet is { } hours ? HoursAndMinutes.Format(hours.Until) : null,
        By = point.PrefersCall ? "call" : "text",
    };

    /// <exception cref="Refusal"><c>contact.language</c></exception>
    public Language ReadLanguage() => Language is { } language && Enum.IsDefined(language) ? language
        : throw new Refusal("contact.language", "請選訊息用的語言。", "Choose the language of our messages.", "language");

    /// <summary>Null when the office's hours shall hold.</summary>
    /// <exception cref="Refusal"><c>quiet-hours.both</c>, and those of <see cref="QuietHours.Of"/>.</exception>
    public QuietHours? ReadQuiet() => (Read(QuietFrom), Read(QuietUntil)) switch
    {
        (null, null) => null,
        ({ } from, { } until) => QuietHours.Of(from, until),
        (null, _) => throw new Refusal("quiet-hours.both", "請選從幾點開始不要打擾。", "Choose when the quiet hours begin.", "quietFrom"),
        _ => throw new Refusal("quiet-hours.both", "請選到幾點為止不要打擾。", "Choose when the quiet hours end.", "quietUntil"),
    };

    private static LocalTime? Read(string? typed) => HoursAndMinutes.Parse(typed ?? "") is { Success: true, Value: var time } ? time : null;
}
