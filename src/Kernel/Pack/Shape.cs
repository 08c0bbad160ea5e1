using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace GridDesk.Kernel.Pack;

/// <summary>
/// Lets a <see cref="Phrase"/> be written once for both languages: <c>unit: kWh</c>. Without it a phrase is always
/// <c>{ zh: …, en: … }</c>, so that no translation is forgotten.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class MayBeSameAttribute : Attribute;

/// <summary>What may be written at one place.</summary>
internal sealed record Slot(Type Type, bool Nullable, bool MayBeSame);

/// <param name="Default">Of a constructor parameter that is left out.</param>
/// <param name="Property">Null for a constructor parameter.</param>
internal sealed record Member(string Key, Slot Slot, bool Required, object? Default, PropertyInfo? Property);

/// <summary>How a record is written: its constructor's parameters first, then its other settable properties.</summary>
internal sealed class Shape
{
    private static readonly ConcurrentDictionary<Type, Shape> Known = new();
    private readonly ConstructorInfo constructor;

    private Shape(Type type)
    {
        constructor = type is { IsClass: true, IsAbstract: false } && type.GetConstructors() is { Length: > 0 } constructors
            ? constructors.MaxBy(constructor => constructor.GetParameters().Length)!
            : throw new InvalidOperationException($"{type} cannot be read from a pack: make it a record, or declare PackSection.Type<{type.Name}>.");

        var nullability = new NullabilityInfoContext();
        var parameters = constructor.GetParameters();
        var written = parameters.Select(parameter => parameter.Name!).ToHashSet();
        Members =
        [
            .. parameters.Select(parameter => OfParameter(parameter, nullability.Create(parameter))),
            .. type.GetProperties(BindingFlags.Instance | BindingFlags.Public)
                .Where(property => property.SetMethod is { IsPublic: true } && !written.Contains(property.Name))
                .Select(property => OfProperty(property, nullability.Create(property))),
        ];
        Keys = [.. Members.Select(member => member.Key)];
    }

    public IReadOnlyList<Member> Members { get; }

    public IReadOnlyList<string> Keys { get; }

    public static Shape Of(Type type) => Known.GetOrAdd(type, key => new Shape(key));

    /// <param name="values">One for each constructor parameter, by key; of the properties only those that were written.</param>
    public object Make(IReadOnlyDictionary<string, object?> values)
    {
        var made = constructor.Invoke(
            BindingFlags.DoNotWrapExceptions,
            null,
            [.. Members.Where(member => member.Property is null).Select(member => values[member.Key])],
            null);
        foreach (var member in Members)
        {
            if (member.Property is { } property && values.TryGetValue(member.Key, out var value))
            {
                property.SetValue(made, value, BindingFlags.DoNotWrapExceptions, null, null, null);
            }
        }

        return made;
    }

    public static string KeyOf(string name) => JsonNamingPolicy.CamelCase.ConvertName(name);

    private static Member OfParameter(ParameterInfo parameter, NullabilityInfo nullability)
    {
        var nullable = nullability.WriteState is NullabilityState.Nullable;
        return new(
            KeyOf(parameter.Name!),
            new(parameter.ParameterType, nullable, parameter.IsDefined(typeof(MayBeSameAttribute))),
            Required: !nullable && !parameter.HasDefaultValue,
            parameter.HasDefaultValue ? DefaultOf(parameter) : null,
            null);
    }

    // The compiler stores the default of a struct as null.
    private static object? DefaultOf(ParameterInfo parameter) =>
        parameter.DefaultValue ?? (parameter.ParameterType.IsValueType ? Activator.CreateInstance(parameter.ParameterType) : null);

    private static Member OfProperty(PropertyInfo property, NullabilityInfo nullability) => new(
        KeyOf(property.Name),
        new(property.PropertyType, nullability.WriteState is NullabilityState.Nullable, property.IsDefined(typeof(MayBeSameAttribute))),
        Required: property.IsDefined(typeof(RequiredMemberAttribute)),
        null,
        property);
}
