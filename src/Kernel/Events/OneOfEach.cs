using System.Text.Json;
using System.Text.Json.Serialization;

namespace GridDesk.Kernel.Events;

/// <summary>
/// Reads short texts that come again and again, codes of services, steps and departments, as the same text: they are a third of
/// what a half-year of events would take in memory.
/// </summary>
internal sealed class OneOfEach : JsonConverter<string>
{
    private const int Longest = 64; // a digest of a definition

    // Each text has one place, and whoever comes takes it; two readers at once cost a text more, nothing else.
    private readonly string?[] _kept = new string?[4096];

    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.HasValueSequence || reader.ValueSpan.Length > Longest)
        {
            return reader.GetString();
        }

        Span<char> text = stackalloc char[Longest];
        text = text[..reader.CopyString(text)];
        ref var place = ref _kept[(uint)string.GetHashCode(text) % (uint)_kept.Length];
        return place is { } same && text.SequenceEqual(same) ? same : place = text.ToString();
    }

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
