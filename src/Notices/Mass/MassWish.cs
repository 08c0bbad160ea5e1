using GridDesk.Customers.Fields;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Time;
using GridDesk.Notices.Templates;

namespace GridDesk.Notices.Mass;

/// <summary>A mass notice as it is asked for.</summary>
/// <param name="Numbers">Digits of electricity numbers, each once.</param>
internal sealed record MassWish(string Name, MessageTemplate Template, MassFacts Facts, IReadOnlyList<string> Numbers)
{
    public const int MostAccounts = 50_000;

    private const int MistakesShown = 5;
    private const int LongestText = 100;

    /// <summary>Reads what somebody typed; everything that is wrong is said at once.</summary>
    /// <exception cref="Refusals">Something is missing or cannot be right.</exception>
    public static MassWish Read(MassForm typed, MessageTemplate? template, PackInForce pack, Instant now)
    {
        List<Refusal> wrong = [];
        if (typed.Name?.Trim() is not { Length: > 0 and <= MassNotice.LongestName })
        {
            wrong.Add(new("mass-notice.name", $"請寫這個通知的名稱，最多 {MassNotice.LongestName} 字。", $"Write a name for this notice, in at most {MassNotice.LongestName} characters.", "name"));
        }

        if (template is null)
        {
            wrong.Add(new("mass-notice.template", "請選要通知什麼。", "Choose what to tell.", "template"));
        }

        if (typed.Day is null && !string.IsNullOrWhiteSpace($"{typed.From}{typed.Until}"))
        {
            wrong.Add(new("mass-notice.day", "請填是哪一天。", "Enter the day.", "day"));
        }

        var facts = new MassFacts(Said(typed.Area, typed.AreaEnglish, "area"), Said(typed.Cause, typed.CauseEnglish, "cause"), At(typed.From, "from"), At(typed.Until, "until"));
        if (facts is { From: { } from, Until: { } until } && until <= from)
        {
            wrong.Add(new("mass-notice.order", "結束的時間要在開始之後。", "It must end after it begins.", "until"));
        }
        else if (facts.Until <= now)
        {
            wrong.Add(typed.Day < pack.Calendar.Today(now)
                ? new("mass-notice.past", "這一天已經過了，不用再通知。", "This day is over; nobody need be told of it.", "day")
                : new("mass-notice.past", "這個時間已經過了，不用再通知。", "This time is over; nobody need be told of it.", "until"));
        }

        foreach (var field in template is null ? [] : facts.MissingFor(template, pack).Where(field => wrong.All(w => w.Field != field) && !(typed.Day is null && IsTyped(field))))
        {
            wrong.Add(new("mass-notice.missing", "這個通知會用到，請填。", "This notice says it: please fill it in.", field));
        }

        var numbers = NumbersIn(typed.Numbers, wrong);
        Refusals.ThrowIfAny(wrong);
        return new(typed.Name!.Trim(), template!, facts, numbers);

        bool IsTyped(string field) => !string.IsNullOrWhiteSpace(field switch { "from" => typed.From, "until" => typed.Until, _ => null });

        Phrase? Said(string? zh, string? en, string field)
        {
            if (zh?.Length > LongestText || en?.Length > LongestText)
            {
                wrong.Add(new("mass-notice.long", $"最多 {LongestText} 字。", $"At most {LongestText} characters.", field));
            }

            return string.IsNullOrWhiteSpace(zh) ? null : new(zh.Trim(), string.IsNullOrWhiteSpace(en) ? zh.Trim() : en.Trim());
        }

        Instant? At(string? time, string field)
        {
            LocalTime? hour = string.IsNullOrWhiteSpace(time) ? null : Refusals.Tried<LocalTime?>(wrong, () => TypedTime.Read(time, field));
            return typed.Day is { } day && hour is { } at ? pack.Calendar.Zone.AtLeniently(day + at).ToInstant() : null;
        }
    }

    // The first cell of each line; a head line is passed over.
    private static List<string> NumbersIn(string? text, List<Refusal> wrong)
    {
        List<string> numbers = [];
        List<(int Line, string Text)> mistakes = [];
        foreach (var (index, line) in (text ?? "").Split('\n').Index())
        {
            var cell = line.Split(',', '\t', ';')[0].Trim().Trim('"', '\uFEFF').Trim();
            if (ElectricityNumber.TryParse(cell, out var number))
            {
                numbers.Add(number.Digits);
            }
            else if (cell.Length > 0 && (numbers.Count > 0 || mistakes.Count > 0 || cell.Any(char.IsAsciiDigit)))
            {
                mistakes.Add((index + 1, cell.Length > 20 ? cell[..20] + "…" : cell));
            }
        }

        numbers = [.. numbers.Distinct()];
        var shown = string.Join("; ", mistakes.Take(MistakesShown).Select(m => $"{m.Line}: {m.Text}"));
        if (mistakes.Count > 0)
        {
            wrong.Add(new("mass-notice.numbers", $"有 {mistakes.Count} 行不是電號，請改好或刪掉（行號：內容）：{shown}", mistakes.Count == 1 ? $"1 line is no electricity number; mend or remove it (line: text): {shown}" : $"{mistakes.Count} lines are no electricity numbers; mend or remove them (line: text): {shown}", "numbers"));
        }
        else if (numbers.Count is 0 or > MostAccounts)
        {
            wrong.Add(new("mass-notice.numbers", numbers.Count == 0 ? "請貼上要通知的電號，一行一個，或選檔案。" : $"一次最多 {MostAccounts:#,0} 個電號，請分幾次。", numbers.Count == 0 ? "Paste the electricity numbers, one on a line, or choose a file." : $"At most {MostAccounts:#,0} accounts at a time: please divide them.", "numbers"));
        }

        return numbers;
    }
}

/// <summary>As the page asks for it. The times are of <see cref="Day"/>.</summary>
internal sealed class MassForm
{
    public string? Name { get; set; }
    public string? Template { get; set; }
    public string? Area { get; set; }
    public string? AreaEnglish { get; set; }
    public string? Cause { get; set; }
    public string? CauseEnglish { get; set; }
    public LocalDate? Day { get; set; }
    public string? From { get; set; }
    public string? Until { get; set; }
    public string? Numbers { get; set; }
}
