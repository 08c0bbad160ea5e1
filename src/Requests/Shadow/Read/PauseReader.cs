using GridDesk.Kernel.Csv;
namespace GridDesk.Requests.Shadow.Read;

/// <summary>When the clock of a row stood still.</summary>
internal sealed class PauseReader(RegisterMapping mapping, Func<ColumnName, string> cell, TimeReader times)
{
    /// <summary>In order, within the life of the case, none over another; an open one lasts until the case is closed.</summary>
    public IReadOnlyList<Pause> Of(RegisterRow row, List<Phrase> wrong)
    {
        List<Pause> found = [];
        foreach (var pause in mapping.Pauses)
        {
            var (from, to) = (cell(pause.From), cell(pause.To));
            if (from.Length == 0 && to.Length > 0)
            {
                wrong.Add(new($"{pause.To} 有填，{pause.From} 卻沒有。", $"{pause.To} is filled in, but {pause.From} is not."));
            }
            else if (from.Length > 0 && Read(pause.From, from, wrong) is { } start)
            {
                found.Add(new(pause.Kind, start, to.Length == 0 ? null : Read(pause.To, to, wrong)));
            }
        }

        if (row.Closed is null && mapping.Stopped is { } stop && stop.Values.TryGetValue(cell(stop.Column), out var kind) && cell(stop.Since) is { Length: > 0 } since && Read(stop.Since, since, wrong) is { } stopped)
        {
            found.Add(new(kind, stopped, null));
        }

        if (found.FirstOrDefault(p => p.To < p.From) is not null)
        {
            wrong.Add(new("暫停計時的結束早於開始。", "The clock runs again before it was stopped."));
        }

        return wrong.Count > 0 ? [] : InOrder(found, row.Started.At, row.Closed?.At);
    }

    private static List<Pause> InOrder(List<Pause> found, Instant start, Instant? end)
    {
        List<Pause> ordered = [];
        var from = start;
        foreach (var pause in found.OrderBy(p => p.From))
        {
            var begins = Instant.Max(pause.From, from);
            var ends = pause.To is { } to && !(end < to) ? to : end;
            if (ends is null || begins < ends)
            {
                ordered.Add(pause with { From = begins, To = ends });
                if (ends is null)
                {
                    break; // it still stands still
                }

                from = ends.Value;
            }
        }

        return ordered;
    }

    private Instant? Read(ColumnName column, string text, List<Phrase> wrong)
    {
        try
        {
            return times.Read(text).At;
        }
        catch (Refusal unreadable)
        {
            wrong.Add(new($"{column}：{unreadable.Reason.Zh}", $"{column}: {unreadable.Reason.En}"));
            return null;
        }
    }
}
