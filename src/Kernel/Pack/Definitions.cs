using NodaTime.Text;

namespace GridDesk.Kernel.Pack;

/// <summary>Holds from a day on, until a later version of it does.</summary>
public interface IValidFrom
{
    LocalDate ValidFrom { get; }
}

/// <summary>
/// A definition with versions: records of one code, of which the latest already valid is in force. A later version is a
/// file of its own beside the first, named <c>name@2026-01-01.yaml</c> by the day it becomes valid.
/// </summary>
public interface IDefinition : IValidFrom
{
    string Code { get; }
}

/// <summary>Choosing between the versions of definitions.</summary>
public static class Versions
{
    extension<T>(IEnumerable<T> versions) where T : class, IDefinition
    {
        /// <summary>The version of a definition that is in force on a day; null before the first one.</summary>
        public T? InForce(string code, LocalDate date) => versions
            .Where(version => version.Code == code && version.ValidFrom <= date)
            .MaxBy(version => version.ValidFrom);

        /// <summary>Of every code the version in force on a day, in the order of the first ones.</summary>
        public IReadOnlyList<T> InForce(LocalDate date) =>
        [
            .. versions.Where(version => version.ValidFrom <= date)
                .GroupBy(version => version.Code)
                .Select(same => same.MaxBy(version => version.ValidFrom)!),
        ];
    }

    /// <summary>No two versions begin on one day, and a date in a file's name is the day its version begins.</summary>
    internal static void Check(IEnumerable<IDefinition> definitions, Reading reading)
    {
        var first = new Dictionary<(string, LocalDate), Place>();
        foreach (var definition in definitions)
        {
            var node = reading.NodeOf(definition);
            var check = new Checker(reading, node);
            var day = LocalDatePattern.Iso.Format(definition.ValidFrom);
            var key = (definition.Code, definition.ValidFrom);
            if (!first.TryAdd(key, node.Place))
            {
                check.Mistake("code", $"「{definition.Code}」自 {day} 起的版本已寫在 {first[key]}。", $"The version of '{definition.Code}' valid from {day} is already at {first[key]}.");
            }

            if (Path.GetFileNameWithoutExtension(node.Place.File).Split('@') is [_, .., var named] && named != day)
            {
                check.Mistake("validFrom", $"檔名寫的是「@{named}」，與生效日 {day} 不同。", $"The file's name says '@{named}', but the version is valid from {day}.");
            }
        }
    }
}

/// <summary>What may change between two editions of a pack.</summary>
public static class EditionChange
{
    /// <summary>
    /// A version of a definition stays as it is from the day it becomes valid: cases were accepted under it. Until then
    /// it may be edited freely.
    /// </summary>
    /// <param name="oldDefinitionHash"><see cref="ContentHash"/> of the version with this code and day in the edition followed so far; null when it is new.</param>
    /// <param name="newHash">The same of the edition to be loaded.</param>
    /// <param name="validFrom">The day the version becomes valid.</param>
    /// <param name="today">In the office's time zone.</param>
    /// <exception cref="Refusal"><c>pack.in-force</c>: it differs and is in force already.</exception>
    public static void Check(string? oldDefinitionHash, string newHash, LocalDate validFrom, LocalDate today)
    {
        if (oldDefinitionHash is not null && oldDefinitionHash != newHash && validFrom <= today)
        {
            var day = LocalDatePattern.Iso.Format(validFrom);
            throw new Refusal(
                "pack.in-force",
                $"這個版本自 {day} 起已生效，不能修改；請保留原檔，另立一個新版本並給它新的生效日（validFrom）。",
                $"This version has been in force since {day} and cannot be edited: keep it, add a version beside it and give it a new valid-from.",
                "validFrom");
        }
    }
}
