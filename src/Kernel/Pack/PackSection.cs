using System.Text.RegularExpressions;

namespace GridDesk.Kernel.Pack;

/// <summary>
/// What a module reads from the pack. A module lists its sections in <see cref="Module.PackSections"/>:
/// <code>
/// PackSection.Each&lt;ServiceDefinition&gt;("services/**/*.yaml")
///     .Check((service, check, pack) => check.Known("department", service.Department, pack.Get&lt;DepartmentList&gt;().Codes)),
/// </code>
/// </summary>
public abstract class PackSection
{
    private protected PackSection(string files, bool required)
    {
        Files = files;
        Required = required;
        var pattern = Regex.Escape(files).Replace(@"\*\*/", "([^/]+/)*").Replace(@"\*\*", ".+").Replace(@"\*", "[^/]*");
        Pattern = new Regex($"^{pattern}$", RegexOptions.CultureInvariant);
    }

    /// <summary>A path in the pack; <c>*</c> stands for a name or a part of it, <c>**/</c> for any folders.</summary>
    public string Files { get; }

    internal bool Required { get; }

    internal bool IsOneFile => !Files.Contains('*');

    internal Regex Pattern { get; }

    /// <summary>What its files are read as; null when they are taken as they are.</summary>
    internal virtual Type? Record => null;

    internal virtual void CheckAcross(object record, Checker check, LoadedPack pack) { }

    /// <summary>A file that every pack has.</summary>
    public static PackSection<T> One<T>(string file) where T : class => new(file, required: true);

    /// <summary>Any number of files, each one record; none is fine.</summary>
    public static PackSection<T> Each<T>(string files) where T : class => new(files, required: false);

    /// <summary>Pictures, templates, texts: taken as they are, see <see cref="LoadedPack.Files"/>.</summary>
    public static PackSection Assets(string files) => new AssetSection(files);

    /// <summary>
    /// How a type is written that is not read member by member; holds for the records of every section. The reader
    /// throws <see cref="NodeBinder.Mistake"/> or a <see cref="Refusal"/> for what it cannot take.
    /// </summary>
    public static PackSection Type<T>(Func<Node, NodeBinder, T> read) where T : notnull =>
        new SpecialType(typeof(T), (node, binder) => read(node, binder));

    private sealed class AssetSection(string files) : PackSection(files, required: false);
}

/// <summary>Files of a pack that are read as <typeparamref name="T"/>.</summary>
public sealed class PackSection<T> : PackSection where T : class
{
    private readonly List<Action<T, Checker, LoadedPack>> checks = [];

    internal PackSection(string files, bool required) : base(files, required) { }

    internal override Type Record => typeof(T);

    /// <summary>
    /// Adds a check of each record against the rest of the pack, called when everything is read. Asking the pack for
    /// something that has mistakes itself ends the check quietly.
    /// </summary>
    public PackSection<T> Check(Action<T, Checker, LoadedPack> check)
    {
        checks.Add(check);
        return this;
    }

    internal override void CheckAcross(object record, Checker check, LoadedPack pack)
    {
        foreach (var across in checks)
        {
            across((T)record, check, pack);
        }
    }
}

internal sealed class SpecialType(Type type, Func<Node, NodeBinder, object> read) : PackSection("", required: false)
{
    public Type Type { get; } = type;

    public Func<Node, NodeBinder, object> Read { get; } = read;
}
