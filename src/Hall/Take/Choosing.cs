using GridDesk.Services;

namespace GridDesk.Hall.Take;

/// <summary>What may still be chosen for one visit: the quick things by name, the others under their groups.</summary>
internal sealed record Choosing(IReadOnlyList<ServiceDefinition> Chosen, IReadOnlyList<ServiceDefinition> Quick, IReadOnlyList<(Phrase Group, IReadOnlyList<ServiceDefinition> Services)> Others)
{
    public static Choosing Of(IReadOnlyList<ServiceDefinition> all, IReadOnlyList<ServiceDefinition> chosen)
    {
        var left = all.Except(chosen).ToList();
        return new(chosen, [.. left.Where(s => s.Quick)],
            [.. ServiceCatalogue.Groups.Select(g => (g.Value, (IReadOnlyList<ServiceDefinition>)[.. left.Where(s => !s.Quick && s.Group == g.Key)])).Where(g => g.Item2.Count > 0)]);
    }

    /// <summary>The same screen with those errands.</summary>
    public static string With(IEnumerable<ServiceDefinition> errands, bool more = false) =>
        string.Join('&', [.. errands.Select(s => $"errand={s.Code}"), .. more ? (string[])["more=true"] : []]) is { Length: > 0 } asked ? $"?{asked}" : "?";
}
