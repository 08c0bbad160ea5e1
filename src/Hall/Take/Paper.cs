using GridDesk.Services;

namespace GridDesk.Hall.Take;

/// <summary>A paper to bring for what a visitor comes for.</summary>
/// <param name="Id">Of the first errand that needs it: <c>XFER/id-card</c>.</param>
/// <param name="When">In whose case; null when in every case.</param>
/// <param name="Required">False: it helps, and without it the errand is done all the same.</param>
/// <param name="For">The errands that need it.</param>
internal sealed record Paper(string Id, Phrase Name, Phrase? When, bool Required, IReadOnlyList<ServiceDefinition> For)
{
    /// <summary>Everything to bring for one visit; a paper that two errands ask for stands there once. What is always needed comes first.</summary>
    public static IReadOnlyList<Paper> Of(IEnumerable<ServiceDefinition> errands) =>
    [
        .. errands.SelectMany(service => service.Documents.Select(document => (service, document)))
            .GroupBy(one => (one.document.Name, When: one.service.WhenNeeded(one.document)))
            .Select(same => new Paper($"{same.First().service.Code}/{same.First().document.Id}", same.Key.Name, same.Key.When, same.Any(s => s.document.Required), [.. same.Select(s => s.service).Distinct()]))
            .OrderByDescending(paper => paper is { Required: true, When: null }).ThenBy(paper => !paper.Required),
    ];
}
