using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime.Text;

namespace GridDesk.Kernel.Promises;

/// <summary>A time limit as it is stored: <c>working-days 5</c>, <c>by 2019-07-05</c> (the day included), <c>before 2019-07-05</c>.</summary>
internal sealed class TimeLimitText : JsonConverter<TimeLimit>
{
    public override bool CanConvert(Type type) => type.IsAssignableTo(typeof(TimeLimit));

    public override TimeLimit Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options)
    {
        var words = (reader.GetString() ?? "").Split(' ');
        return words switch
        {
            ["working-hours", var n] => new WorkingHours(Number(n)),
            ["working-days", var n] => new WorkingDays(Number(n)),
            ["calendar-days", var n] => new CalendarDays(Number(n)),
            ["by", var day] => new ByDate(LocalDatePattern.Iso.Parse(day).Value, true),
            ["before", var day] => new ByDate(LocalDatePattern.Iso.Parse(day).Value, false),
            _ => throw new JsonException("not a time limit"),
        };
    }

    public override void Write(Utf8JsonWriter writer, TimeLimit value, JsonSerializerOptions options) => writer.WriteStringValue(value switch
    {
        WorkingHours limit => $"working-hours {limit.Hours}",
        WorkingDays limit => $"working-days {limit.Days}",
        CalendarDays limit => $"calendar-days {limit.Days}",
        ByDate limit => $"{(limit.IncludesTheDay ? "by" : "before")} {LocalDatePattern.Iso.Format(limit.Date)}",
        _ => throw new JsonException($"{value.GetType().Name} is not a time limit that can be stored"),
    });

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
