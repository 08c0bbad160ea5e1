using System.Globalization;
using System.Text.Json.Nodes;
using NodaTime.Text;

namespace GridDesk.Kernel.Forms.Kinds;

/// <summary>A day. Stored as <c>2019-06-20</c>; typed as one text or as year, month and day, in either calendar.</summary>
internal sealed class DateKind : IFieldKind
{
    private static readonly string[] Parts = ["year", "month", "day"];

    public string Name => "date";

    public Editor Editor => Editor.Date;

    public JsonNode Read(Question question, JsonNode typed)
    {
        var inParts = typed as JsonObject;
        var (year, month, day) = DateReading.Read(inParts is null ? Typed.Line(question, typed) : Join(question, inParts))
            ?? throw new Refusal("date.not-a-date", $"請輸入「{question.Label.Zh}」的年月日，例如 108年6月20日。", $"Enter the day, month and year of “{question.Label.En}”, such as 2019-06-20.");
        string? Part(string name) => inParts is null ? null : name;
        if (year is < 1850 or > 2200)
        {
            throw new Refusal("date.year", $"「{question.Label.Zh}」的年份不對，請檢查。", $"The year of “{question.Label.En}” is not right. Please check it.", Part("year"));
        }

        if (month is < 1 or > 12)
        {
            throw new Refusal("date.month", "月份要在 1 到 12 之間，請改日期。", "The month must be from 1 to 12. Please change the date.", Part("month"));
        }

        var days = CalendarSystem.Iso.GetDaysInMonth(year, month);
        if (day < 1 || day > days)
        {
            throw new Refusal("date.day", $"這一年的 {month} 月只有 {days} 天，請改日期。",
                $"{CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(month)} of that year has {days} days. Please change the date.", Part("day"));
        }

        return LocalDatePattern.Iso.Format(new LocalDate(year, month, day));
    }

    public string Show(Question question, JsonNode answer) => DateReading.Show(LocalDatePattern.Iso.Parse(answer.GetValue<string>()).Value);

    public JsonObject Schema(Question question) => new() { ["type"] = "string", ["format"] = "date" };

    private static string Join(Question question, JsonObject typed)
    {
        if (Parts.FirstOrDefault(part => Typed.IsBlank(typed[part])) is { } missing)
        {
            var (zh, en) = missing switch { "year" => ("年", "year"), "month" => ("月", "month"), _ => ("日", "day") };
            throw new Refusal("date.incomplete", $"請補上「{question.Label.Zh}」的{zh}。", $"Add the {en} of “{question.Label.En}”.", missing);
        }

        if (typed.FirstOrDefault(one => !Parts.Contains(one.Key)).Key is { } unknown)
        {
            throw new Refusal("form.unknown-field", $"日期沒有「{unknown}」這個欄位。", $"A date has no field “{unknown}”.", unknown);
        }

        return string.Join('/', Parts.Select(part => HalfWidth.Of(Conditions.Values(typed[part]).FirstOrDefault() ?? "").Trim()));
    }
}
