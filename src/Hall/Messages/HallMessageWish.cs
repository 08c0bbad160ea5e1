using System.Globalization;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Time;

namespace GridDesk.Hall.Messages;

/// <summary>A message as somebody wants it.</summary>
internal sealed record HallMessageWish(string Site, IReadOnlyList<HallMedium> Media, Phrase Text, Instant From, Instant Until)
{
    /// <summary>Letters; more cannot be read from across a hall.</summary>
    public const int Longest = 160;

    /// <summary>Letters of the Chinese, each as wide as two of the others.</summary>
    public const int LongestChinese = 80;

    /// <summary>A rare letter is stored as two.</summary>
    public const int MostOfALetter = 2;

    /// <summary>Reads what somebody typed; everything that is wrong is said at once.</summary>
    /// <param name="sites">Those with a board.</param>
    /// <exception cref="Refusals">Something is missing or cannot be right.</exception>
    public static HallMessageWish Read(MessageForm typed, IReadOnlyCollection<string> sites, WorkCalendar calendar, Instant now)
    {
        List<Refusal> wrong = [];
        if (typed.Site is null || !sites.Contains(typed.Site))
        {
            wrong.Add(new("hall-message.site", "請選在哪個營業廳播出。", "Choose the hall in which it is shown.", "site"));
        }

        IReadOnlyList<HallMedium> media = [.. Enum.GetValues<HallMedium>().Where(medium => typed.Media.Contains($"{medium}"))];
        if (media.Count == 0)
        {
            wrong.Add(new("hall-message.media", "請選要在哪裡公告，可以選好幾個。", "Choose where it is shown; more than one may be chosen.", "media"));
        }

        var text = new Phrase(Said(typed.Zh, LongestChinese, "zh"), Said(typed.En, Longest, "en"));
        var (from, until) = (At(typed.FromDay, typed.FromTime, "fromDay", "fromTime"), At(typed.UntilDay, typed.UntilTime, "untilDay", "untilTime"));
        if (until <= from)
        {
            wrong.Add(new("hall-message.order", "結束要在開始之後。", "It must end after it begins.", "untilDay"));
        }
        else if (until <= now)
        {
            wrong.Add(new("hall-message.past", "這個時間已經過了，不會播出。", "This time is over; it would never be shown.", "untilDay"));
        }

        Refusals.ThrowIfAny(wrong);
        return new(typed.Site!, media, text, from!.Value, until!.Value);

        string Said(string? typed, int longest, string field)
        {
            var said = string.Join(' ', (typed ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            if (said.Length == 0)
            {
                wrong.Add(new("hall-message.text", "請寫訊息的內容。", "Write what the message says.", field));
            }
            else if (new StringInfo(said).LengthInTextElements is var letters && (letters > longest || said.Length > longest * MostOfALetter))
            {
                wrong.Add(new("hall-message.long", $"最多 {longest} 字，現在有 {letters} 字；遠處看不清楚更長的。", $"At most {longest} characters, and these are {letters}; more cannot be read from across the hall.", field));
            }

            return said;
        }

        Instant? At(LocalDate? day, string? time, string dayField, string timeField)
        {
            if (day is null)
            {
                wrong.Add(new("hall-message.day", "請填是哪一天。", "Enter the day.", dayField));
            }

            var hour = Refusals.Tried<LocalTime?>(wrong, () => TypedTime.Read(time ?? "", timeField));
            return day is { } on && hour is { } at ? calendar.Zone.AtLeniently(on + at).ToInstant() : null;
        }
    }
}

/// <summary>As the page asks for it, by the office's clock.</summary>
internal sealed class MessageForm
{
    public string? Site { get; set; }
    public List<string> Media { get; set; } = [];
    public string? Zh { get; set; }
    public string? En { get; set; }
    public LocalDate? FromDay { get; set; }
    public string? FromTime { get; set; }
    public LocalDate? UntilDay { get; set; }
    public string? UntilTime { get; set; }

    public static MessageForm Of(HallMessage message, DateTimeZone zone)
    {
        var form = new MessageForm { Site = message.Site, Media = [.. message.Media.Select(medium => $"{medium}")], Zh = message.Zh, En = message.En };
        form.Set(message.From.InZone(zone).LocalDateTime, message.Until.InZone(zone).LocalDateTime);
        return form;
    }

    public void Set(LocalDateTime from, LocalDateTime until) =>
        (FromDay, FromTime, UntilDay, UntilTime) = (from.Date, Book.Slots.Clock(from), until.Date, Book.Slots.Clock(until));
}
