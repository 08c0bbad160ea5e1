using GridDesk.Kernel.Search;

namespace GridDesk.Services.Find;

/// <summary>Finds services by what a customer types: a character or two, a word, a code. Made once for each edition of the pack.</summary>
internal sealed class ServiceSearch(IReadOnlyList<ServiceDefinition> all)
{
    private const int Closest = 8;

    private readonly Dictionary<ServiceDefinition, (IReadOnlySet<string> Name, IReadOnlySet<string> All)> _words = new(all.Select(s => KeyValuePair.Create(s, WordsOf(s))), ReferenceEqualityComparer.Instance);

    /// <summary>Those that hold everything that was asked, named like it first; when there is none, the closest.</summary>
    public Found Find(string? query, IEnumerable<ServiceDefinition> among)
    {
        var asked = SearchWords.Asked(query);
        if (asked.Count == 0)
        {
            return new([], IsExact: true);
        }

        var held = among.Select(s => (Service: s, InAll: Held(_words[s].All, asked), InName: Held(_words[s].Name, asked))).Where(f => f.InAll > 0)
            .OrderByDescending(f => f.InAll).ThenByDescending(f => f.InName).ToList();
        var exact = held.Where(f => f.InAll == asked.Count).ToList();
        return exact.Count > 0
            ? new([.. exact.Select(f => f.Service)], IsExact: true)
            : new([.. held.Take(Closest).Select(f => f.Service)], IsExact: false);
    }

    private static int Held(IReadOnlySet<string> words, IReadOnlyList<(string Word, bool ByBeginning)> asked) =>
        asked.Count(a => a.ByBeginning ? words.Any(w => w.StartsWith(a.Word, StringComparison.Ordinal)) : words.Contains(a.Word));

    private static (IReadOnlySet<string>, IReadOnlySet<string>) WordsOf(ServiceDefinition service)
    {
        string[] name = [service.Code, service.Name.Zh, service.Name.En];
        var group = ServiceCatalogue.Groups[service.Group];
        return (SearchWords.Of(name), SearchWords.Of([.. name, service.Summary.Zh, service.Summary.En, group.Zh, group.En]));
    }
}

/// <param name="IsExact">False: nothing holds all that was asked, and these are the closest.</param>
internal sealed record Found(IReadOnlyList<ServiceDefinition> Services, bool IsExact);
