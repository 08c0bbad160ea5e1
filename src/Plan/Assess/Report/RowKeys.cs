using System.Text;
using GridDesk.Kernel.Indicators;
using NodaTime.Text;

namespace GridDesk.Plan.Assess.Report;

/// <summary>What a figure counted, a line each: subject and moment, in order.</summary>
internal sealed class RowKeys
{
    private readonly EvidenceRow[] _rows;

    public RowKeys(string indicator, IReadOnlyList<EvidenceRow> rows)
    {
        (Name, _rows) = ($"{indicator}.txt", new EvidenceRow[rows.Count]); // of the right length at once: of very many rows a list that grows is twice as much
        for (var place = 0; place < rows.Count; place++)
        {
            _rows[place] = rows[place];
        }

        Array.Sort(_rows, InOrder);
    }

    public string Name { get; }

    /// <summary>Made anew each time: of very many rows all of them together would be most of what a round takes.</summary>
    public IEnumerable<byte[]> Lines => _rows.Select(row => Encoding.UTF8.GetBytes($"{row.Subject}\t{At(row)}\n"));

    // As whole lines would be: the tab comes before all that is in a key.
    private static int InOrder(EvidenceRow one, EvidenceRow other) =>
        string.CompareOrdinal(one.Subject, other.Subject) is not 0 and var order ? order : string.CompareOrdinal(At(one), At(other));

    private static string At(EvidenceRow row) => InstantPattern.ExtendedIso.Format(row.At);
}
