using NodaTime.Text;
using GridDesk.Kernel.Time;

namespace GridDesk.Requests.Calendar;

/// <summary>One day as it is typed on the page.</summary>
internal sealed class CalendarDay
{
    private static readonly LocalTimePattern Clock = LocalTimePattern.CreateWithInvariantCulture("H:mm");

    public string? Kind { get; set; }
    public LocalDate? Date { get; set; }
    public string? From { get; set; }
    public string? To { get; set; }
    public string? Site { get; set; }
    public string? Zh { get; set; }
    public string? En { get; set; }

    /// <summary>Nothing was typed into it.</summary>
    public bool IsEmpty => Date is null && string.IsNullOrWhiteSpace(Zh) && string.IsNullOrWhiteSpace(En) && string.IsNullOrWhiteSpace(From) && string.IsNullOrWhiteSpace(To);

    /// <exception cref="Refusal"><c>calendar.kind</c>, <c>calendar.date</c>, <c>calendar.time</c></exception>
    public CalendarChange Read() => new(
        Kind switch
        {
            "shut" => CalendarChangeKind.Shut,
            "works" => CalendarChangeKind.Works,
            _ => throw new Refusal("calendar.kind", "請選停班或上班。", "Choose whether the office is shut or works.", "kind"),
        },
        Date ?? throw new Refusal("calendar.date", "請填日期。", "Give the day.", "date"),
        new Phrase(Zh?.Trim() ?? "", En?.Trim() ?? ""),
        string.IsNullOrEmpty(Site) ? null : Site,
        Kind == "shut" ? Time(From, "from") : null,
        Kind == "shut" ? Time(To, "to") : null);

    private static LocalTime? Time(string? text, string field) =>
        string.IsNullOrWhiteSpace(text) ? null
        : Clock.Parse(text.Trim().Replace('：', ':')) is { Success: true, Value: var time } ? time
        : throw new Refusal("calendar.time", "請填時間，例如 13:30；整天就空著。", "Give a time such as 13:30, or leave it empty for the whole day.", field);
}
