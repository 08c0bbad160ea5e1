using System.Collections;

namespace GridDesk.Kernel.Indicators;

/// <summary>The rows of a figure, of which each has something beside it; of very many a list of their own would be a second one.</summary>
internal sealed class PartRows<T>(IReadOnlyList<(EvidenceRow Row, T)> parts) : IReadOnlyList<EvidenceRow>
{
    public int Count => parts.Count;

    public EvidenceRow this[int index] => parts[index].Row;

    public IEnumerator<EvidenceRow> GetEnumerator() => parts.Select(part => part.Row).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
