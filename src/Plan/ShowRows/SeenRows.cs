using GridDesk.Kernel.Indicators;

namespace GridDesk.Plan.ShowRows;

/// <summary>Of the rows behind a figure those that the person acting may see one by one, latest first; for the page and for files.</summary>
internal sealed class SeenRows(IEnumerable<IEvidenceSight> sights)
{
    private const int PageSize = 100;

    /// <param name="path">Of the page itself.</param>
    /// <param name="query">What was asked for, as an address says it.</param>
    /// <param name="filePath">Of the files, without their ending.</param>
    public async Task<ShownRows> PageAsync(Figure figure, int number, string path, string query, string filePath, CancellationToken cancel)
    {
        var seen = await OfAsync(figure, cancel);
        var page = Math.Clamp(number, 1, Math.Max(1, (seen.Count + PageSize - 1) / PageSize));
        return new(
            [.. seen.Skip((page - 1) * PageSize).Take(PageSize)], figure.Rows.Count - seen.Count,
            page > 1 ? $"{path}?{query}&number={page - 1}" : null, page * PageSize < seen.Count ? $"{path}?{query}&number={page + 1}" : null, filePath, query);
    }

    public async Task<IReadOnlyList<EvidenceRow>> OfAsync(Figure figure, CancellationToken cancel)
    {
        var seen = new List<EvidenceRow>();
        foreach (var kind in figure.Rows.GroupBy(row => row.Subject.Split(':')[0]))
        {
            if (sights.FirstOrDefault(sight => sight.Kind == kind.Key) is not { } sight)
            {
                seen.AddRange(kind);
                continue;
            }

            var may = await sight.SeenAsync([.. kind.Select(row => row.Subject).Distinct()], cancel);
            seen.AddRange(kind.Where(row => may.ContainsKey(row.Subject)).Select(row => row with { Label = Phrase.Same(may[row.Subject]) }));
        }

        return [.. seen.OrderByDescending(row => row.At)];
    }
}
