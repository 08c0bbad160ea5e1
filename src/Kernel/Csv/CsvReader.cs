using System.Text;

namespace GridDesk.Kernel.Csv;

/// <summary>One row of a table in a text file.</summary>
/// <param name="Line">Of its first line in the file, counted from 1.</param>
/// <param name="Cells">None when the row is wrong.</param>
public sealed record CsvRow(int Line, IReadOnlyList<string> Cells)
{
    /// <summary>Why it cannot be read; null when it can.</summary>
    public Phrase? Mistake { get; init; }
}

/// <summary>
/// Reads RFC 4180 row by row: quotes, doubled quotes, line breaks within quotes, any line ends. A row that is wrong is given out
/// with its reason, and reading goes on at the next line, so that one stray quote does not swallow the rest of the file.
/// Empty lines are passed over.
/// </summary>
/// <param name="text">The file, without byte-order mark.</param>
/// <param name="separator">Between cells.</param>
/// <param name="quotes">False for files that never quote, where a quote is a letter like any other.</param>
public sealed class CsvReader(TextReader text, char separator = ',', bool quotes = true)
{
    // A cell with more lines than this is a quote that somebody forgot to close.
    private const int MostLinesInRow = 200;

    private static readonly Phrase NotClosed = new("引號沒有關起來。", "A quote is not closed.");
    private static readonly Phrase TextBehindQuote = new("引號關起來之後還有字，後面要接分隔符號。", "Text follows a closing quote; a separator is expected.");

    private readonly Stack<Line> _again = [];
    private readonly StringBuilder _line = new();
    private int _number;

    public IEnumerable<CsvRow> Read()
    {
        while (Next() is { } first)
        {
            if (first.Text.Length > 0)
            {
                yield return quotes ? Quoted(first) : new CsvRow(first.Number, first.Text.Split(separator));
            }
        }
    }

    private CsvRow Quoted(Line first)
    {
        var cells = new Cells(separator);
        List<Line> ahead = [];
        var last = first;
        while (true)
        {
            if (!cells.TryFeed(last.Text))
            {
                return Wrong(TextBehindQuote);
            }

            if (!cells.IsOpen)
            {
                return new CsvRow(first.Number, cells.Close());
            }

            if (ahead.Count == MostLinesInRow || Next() is not { } more)
            {
                return Wrong(NotClosed);
            }

            cells.Break(last.End);
            ahead.Add(more);
            last = more;
        }

        CsvRow Wrong(Phrase why)
        {
            foreach (var line in Enumerable.Reverse(ahead))
            {
                _again.Push(line);
            }

            return new CsvRow(first.Number, []) { Mistake = why };
        }
    }

    private Line? Next()
    {
        if (_again.TryPop(out var line))
        {
            return line;
        }

        _line.Clear();
        int read;
        while ((read = text.Read()) >= 0)
        {
            if (read is '\n' or '\r')
            {
                var end = read == '\n' ? "\n" : text.Peek() == '\n' ? "\r\n" : "\r";
                if (end.Length == 2)
                {
                    text.Read();
                }

                return new(++_number, _line.ToString(), end);
            }

            _line.Append((char)read);
        }

        return _line.Length > 0 ? new(++_number, _line.ToString(), "") : null;
    }

    private sealed record Line(int Number, string Text, string End);
}
