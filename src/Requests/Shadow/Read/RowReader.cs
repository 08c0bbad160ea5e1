using GridDesk.Kernel.Csv;

namespace GridDesk.Requests.Shadow.Read;

/// <summary>From the rows of a register to what is kept of them. A row is kept whole or listed with every reason.</summary>
internal sealed class RowReader
{
    private const int LongestNumber = 60;

    private readonly RegisterMapping _mapping;
    private readonly MappingReader _words;
    private readonly RegisterTable _table;
    private readonly TimeReader _times;
    private readonly DateTimeZone _zone;
    private readonly Dictionary<string, int> _columns = [];
    private readonly IReadOnlyList<int> _mapped;
    private readonly Dictionary<string, int> _numbers = [];
    private readonly Dictionary<string, string?> _services = [];

    /// <param name="zone">The office's.</param>
    public RowReader(RegisterMapping mapping, MappingReader words, RegisterTable table, DateTimeZone zone)
    {
        (_mapping, _words, _table, _zone) = (mapping, words, table, mapping.Zone ?? zone);
        _times = new TimeReader(mapping.Dates, _zone);
        foreach (var (index, head) in table.Heads.Index())
        {
            _columns.TryAdd(head, index);
        }

        _mapped = [.. RegisterTable.Named(mapping).Select(name => _columns[name])];
    }

    public IEnumerable<RegisterLine> Read() => _table.Rows.Where(row => row.Mistake is not null || row.Cells.Any(cell => !string.IsNullOrWhiteSpace(cell))).Select(One);

    private RegisterLine One(CsvRow row)
    {
        if (row.Mistake is { } broken)
        {
            return new(row.Line, null, broken);
        }

        if (row.Cells.Count != _table.Heads.Count)
        {
            return new(row.Line, null, new($"有 {row.Cells.Count} 格，但標題有 {_table.Heads.Count} 欄。", $"It has {row.Cells.Count} cells, but the header has {_table.Heads.Count}."));
        }

        if (_mapped.Any(column => row.Cells[column].Any(IsNoLetter)))
        {
            return new(row.Line, null, new("有讀不出來的字，請檢查檔案的編碼。", "Some letters cannot be read: check how the file is encoded."));
        }

        List<Phrase> wrong = [];
        var read = Facts(row, wrong);
        return wrong.Count == 0 ? new(row.Line, read, null) : new(row.Line, null, new(string.Concat(wrong.Select(w => w.Zh)), string.Join(' ', wrong.Select(w => w.En))));
    }

    private RegisterRow? Facts(CsvRow row, List<Phrase> wrong)
    {
        var columns = _mapping.Columns;
        var number = Cell(row, columns.Number);
        var service = Service(Cell(row, columns.Service), wrong);
        var received = Time(row, columns.Received, wrong);
        var (accepted, closed, due) = (Time(row, columns.Accepted, wrong), Time(row, columns.Closed, wrong), Time(row, columns.Due, wrong));
        var outcome = Outcome(Cell(row, columns.Outcome), closed is not null, wrong);
        closed = outcome is RegisterOutcome.Open ? null : closed;
        if (number.Length is 0 or > LongestNumber)
        {
            wrong.Add(number.Length == 0 ? new("沒有號碼。", "It has no number.") : new($"號碼超過 {LongestNumber} 字。", $"Its number is longer than {LongestNumber} characters."));
        }
        else if (!_numbers.TryAdd(number, row.Line))
        {
            wrong.Add(new($"號碼「{number}」重複，第一次在第 {_numbers[number]} 行。", $"The number “{number}” is given twice, first on line {_numbers[number]}."));
        }

        if (Cell(row, columns.Received).Length == 0)
        {
            wrong.Add(new("沒有收件時間。", "It does not say when it was received."));
        }

        var started = accepted ?? received;
        if (started is not null && closed is not null && IsBefore(closed, started))
        {
            wrong.Add(new("結案早於受理。", "It was closed before it was received."));
        }

        if (wrong.Count > 0 || started is null)
        {
            return null;
        }

        var department = Cell(row, columns.Department);
        var read = new RegisterRow(row.Line, number, service!, department.Length == 0 ? "" : Shortened(_words.DepartmentOf(department, _mapping.Departments)), received!)
        {
            Accepted = accepted, Closed = closed, Due = due, Outcome = outcome,
        };
        return read with { Pauses = new PauseReader(_mapping, column => Cell(row, column), _times).Of(read, wrong) };
    }

    private string? Service(string word, List<Phrase> wrong)
    {
        if (!_services.TryGetValue(word, out var code))
        {
            _services[word] = code = word.Length == 0 ? null : _words.ServiceOf(word, _mapping.Services);
        }

        if (code is null)
        {
            wrong.Add(word.Length == 0 ? new("沒有服務項目。", "It does not say which service it is.")
                : new($"不知道「{Shortened(word)}」是哪一項服務，請寫進對照檔的 services。", $"Which service “{Shortened(word)}” is stands nowhere: add it to services in the mapping."));
        }

        return code;
    }

    private RegisterOutcome Outcome(string word, bool isClosed, List<Phrase> wrong)
    {
        if (word.Length > 0 && _mapping.Outcomes.Count > 0 && !_mapping.Outcomes.ContainsKey(word))
        {
            wrong.Add(new($"不知道結果「{Shortened(word)}」是什麼，請寫進對照檔的 outcomes。", $"What the outcome “{Shortened(word)}” means stands nowhere: add it to outcomes in the mapping."));
        }

        return _mapping.Outcomes.TryGetValue(word, out var known) ? known : isClosed ? RegisterOutcome.Done : RegisterOutcome.Open;
    }

    private RegisterTime? Time(CsvRow row, ColumnName? column, List<Phrase> wrong)
    {
        var text = Cell(row, column);
        try
        {
            return text.Length == 0 ? null : _times.Read(text);
        }
        catch (Refusal unreadable)
        {
            var name = string.Join('+', column!.Names);
            wrong.Add(new($"{name}：{unreadable.Reason.Zh}", $"{name}: {unreadable.Reason.En}"));
            return null;
        }
    }

    // A column that is not mapped is as empty as one in which nothing stands.
    private string Cell(CsvRow row, ColumnName? column)
    {
        var text = column is null ? "" : string.Join(' ', column.Names.Select(name => row.Cells[_columns[name]].Trim()).Where(cell => cell.Length > 0));
        return _mapping.Blanks.Contains(text) ? "" : text;
    }

    private bool IsBefore(RegisterTime end, RegisterTime start) => end.HasTime && start.HasTime ? end.At < start.At : end.At.InZone(_zone).Date < start.At.InZone(_zone).Date;

    // No database stores a NUL, and nobody types the other control characters.
    private static bool IsNoLetter(char sign) => sign == TextBytes.Unreadable || (char.IsControl(sign) && sign is not ('\t' or '\n' or '\r'));

    private static string Shortened(string word) => word.Length <= 40 ? word : word[..(char.IsHighSurrogate(word[39]) ? 39 : 40)];
}
