using GridDesk.Kernel.Indicators;

namespace GridDesk.Plan.ShowRows;

/// <summary>Of the rows behind a figure those that the person acting may see one by one, latest first; for the page and for files.</summary>
internal sealed class SeenRows(IEnumerable<IEvidenceSight> sights)
{
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
