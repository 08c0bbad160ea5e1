using GridDesk.Requests.Work;

namespace GridDesk.Requests.Noon;

/// <param name="Links">The reader may open the cases.</param>
internal sealed record NoonList(NoonPage Page, IReadOnlyList<CaseRow> Rows, bool Links);
