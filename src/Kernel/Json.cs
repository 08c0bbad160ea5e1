using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace GridDesk.Kernel;

/// <summary>How the office writes JSON: into the database, into events and onto the API. The same everywhere, so that digests agree.</summary>
public static class Json
{
    public static JsonSerializerOptions Options { get; } = Configure(new JsonSerializerOptions(JsonSerializerDefaults.Web));

    /// <summary>Gives other options (the API's) the same manner.</summary>
    public static JsonSerializerOptions Configure(JsonSerializerOptions options)
    {
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping; // Chinese stays readable; nothing here goes into HTML
        options.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower));
        options.Converters.Add(new InstantText());
        options.Converters.Add(new DateText());
        options.Converters.Add(new TimeText());
        options.Converters.Add(new PhraseObject());
        options.Converters.Add(new Promises.TimeLimitText());
        return options;
    }

    private sealed class InstantText : JsonConverter<Instant>
    {
        public override Instant Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
            NodaTime.Text.InstantPattern.ExtendedIso.Parse(reader.GetString() ?? "") is { Success: true, Value: var instant }
                ? instant : throw new JsonException("an instant such as 2019-06-20T03:40:00Z is expected");

        public override void Write(Utf8JsonWriter writer, Instant value, JsonSerializerOptions options) =>
            writer.WriteStringValue(NodaTime.Text.InstantPattern.ExtendedIso.Format(value));
    }

    private sealed class DateText : JsonConverter<LocalDate>
    {
        public override LocalDate Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
            NodaTime.Text.LocalDatePattern.Iso.Parse(reader.GetString() ?? "") is { Success: true, Value: var date }
                ? date : throw new JsonException("a date such as 2019-06-20 is expected");

        public override void Write(Utf8JsonWriter writer, LocalDate value, JsonSerializerOptions options) =>
            writer.WriteStringValue(NodaTime.Text.LocalDatePattern.Iso.Format(value));
    }

    private sealed class TimeText : JsonConverter<LocalTime>
    {
        private static readonly NodaTime.Text.LocalTimePattern Pattern = NodaTime.Text.LocalTimePattern.CreateWithInvariantCulture("HH:mm");

        public override LocalTime Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
            Pattern.Parse(reader.GetString() ?? "") is { Success: true, Value: var time } ? time : throw new JsonException("a time such as 08:30 is expected");

        public override void Write(Utf8JsonWriter writer, LocalTime value, JsonSerializerOptions options) => writer.WriteStringValue(Pattern.Format(value));
    }

    private sealed class PhraseObject : JsonConverter<Phrase>
    {
        public override Phrase Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options)
        {
            var both = JsonSerializer.Deserialize<Dictionary<string, string>>(ref reader)!;
            return both.TryGetValue("zh-TW", out var zh) && both.TryGetValue("en", out var en) && zh is not null && en is not null
                ? new Phrase(zh, en) : throw new JsonException("a text in zh-TW and in en is expected");
        }

        public override void Write(Utf8JsonWriter writer, Phrase value, JsonSerializerOptions options)
        {
            writer.WriteStartObject();
            writer.WriteString("zh-TW", value.Zh);
            writer.WriteString("en", value.En);
            writer.WriteEndObject();
        }
    }
}
