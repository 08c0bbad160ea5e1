using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using NodaTime.Text;

namespace GridDesk.Kernel.Pack;

/// <summary>
/// Tells whether two definitions mean the same, however they are written: SHA-256 of the canonical JSON of the record.
/// Keys are sorted; comments, quotes, the order of keys and trailing zeros do not count. What is null, false, zero or
/// empty is left out, so that a property added to a record later changes no hash while nobody uses it.
/// </summary>
public static class ContentHash
{
    /// <returns>64 small hexadecimal digits.</returns>
    public static string Of(object record) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(CanonicalJson(record))));

    internal static string CanonicalJson(object record)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            Write(json, record);
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void Write(Utf8JsonWriter json, object value)
    {
        switch (value)
        {
            case bool truth: json.WriteBooleanValue(truth); break;
            case int number: json.WriteNumberValue(number); break;
            case decimal number: json.WriteRawValue(number.ToString("0.############################", CultureInfo.InvariantCulture)); break;
            case IDictionary map: WriteObject(json, map.Keys.Cast<object>().Select(key => (key.ToString()!, map[key]))); break;
            case IEnumerable list and not string: WriteList(json, list); break;
            case var _ when Word(value) is { } word: json.WriteStringValue(word); break;
            default: WriteObject(json, Stored(value)); break;
        }
    }

    private static string? Word(object value) => value switch
    {
        string text => text,
        Enum word => JsonNamingPolicy.KebabCaseLower.ConvertName(word.ToString()),
        LocalDate date => LocalDatePattern.Iso.Format(date),
        LocalTime time => LocalTimePattern.ExtendedIso.Format(time),
        DateTimeZone zone => zone.Id,
        _ when Stored(value).Any() => null,
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };

    private static void WriteList(Utf8JsonWriter json, IEnumerable list)
    {
        json.WriteStartArray();
        foreach (var item in list)
        {
            Write(json, item!);
        }

        json.WriteEndArray();
    }

    private static void WriteObject(Utf8JsonWriter json, IEnumerable<(string Key, object? Value)> entries)
    {
        json.WriteStartObject();
        foreach (var (key, value) in entries.OrderBy(entry => entry.Key, StringComparer.Ordinal))
        {
            if (value is not null)
            {
                json.WritePropertyName(key);
                Write(json, value);
            }
        }

        json.WriteEndObject();
    }

    /// <summary>What a record keeps, without what it computes; of the kinds of an abstract record also which one it is.</summary>
    private static IEnumerable<(string Key, object? Value)> Stored(object record)
    {
        var type = record.GetType();
        return type.BaseType is { IsAbstract: true } and not { IsValueType: true } && type.BaseType != typeof(ValueType)
            ? [.. Properties(type, record), ("$kind", type.Name)]
            : Properties(type, record);
    }

    private static IEnumerable<(string Key, object? Value)> Properties(Type type, object record) => type
        .GetProperties(BindingFlags.Instance | BindingFlags.Public)
        .Where(property => IsKept(property.DeclaringType!, property.Name))
        .Select(property => (Shape.KeyOf(property.Name), WithoutDefault(property, property.GetValue(record))));

    // The second is how the compiler names it in a record without a name, new { … }.
    private static bool IsKept(Type type, string name) => ((string[])[$"<{name}>k__BackingField", $"<{name}>i__Field"]).Any(field => type.GetField(field, BindingFlags.Instance | BindingFlags.NonPublic) is not null);

    private static object? WithoutDefault(PropertyInfo property, object? value) =>
        value is ICollection { Count: 0 } || (property.PropertyType.IsValueType && Equals(value, Activator.CreateInstance(property.PropertyType))) ? null : value;
}
