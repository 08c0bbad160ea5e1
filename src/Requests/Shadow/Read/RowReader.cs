using GridDesk.Kernel.Csv;

namespace GridDesk.Requests.Shadow.Read;

/// <summary>From the rows of a register to what is kept of them. A row is kept whole or listed with every reason.</summary>
internal sealed class RowReader
{
    private const int LongestNumber = 60;

    private readonly RegisterMapping _mapping;
    private readonly MappingReader _words;
    private readonly NamedRows _rows;
    private readonly TimeReader _times;
    private readonly DateTimeZone _zone;
    private readonly Dictionary<string, int> _numbers = [];
    private readonly Dictionary<string, string?> _services = [];

    /// <param name="zone">The office's.</param>
    public RowReader(RegisterMapping mapping, MappingReader words, CsvTable table, DateTimeZone zone)
    {
        (_mapping, _words, _zone) = (mapping, words, mapping.Zone ?? zone);
        _rows = new NamedRows(table, RegisterTable.Named(mapping), mapping.Blanks);
        _times = new TimeReader(mapping.Dates, _zone);
    }

    public IEnumerable<RegisterLine> Read() => _rows.Read().Select(One);

    private RegisterLine One(NamedRow row)
    {
        if (row.Mistake is { } broken)
        {
            return new(row.Line, null, broken);
        }

        List<Phrase> wrong = [];
        var read = Facts(row, wrong);
        return wrong.Count == 0 ? new(row.Line, read, null) : new(row.Line, null, new(string.Concat(wrong.Select(w => w.Zh)), string.Join(' ', wrong.Select(w => w.En))));
    }

    private RegisterRow? Facts(NamedRow row, List<Phrase> wrong)
    {
        var columns = _mapping.Columns;
        var number = row.Cell(columns.Number);
        var service = Service(row.Cell(columns.Service), wrong);
        var received = Time(row, columns.Received, wrong);
        var (accepted, closed, due) = (Time(row, columns.Accepted, wrong), Time(row, columns.Closed, wrong), Time(row, columns.Due, wrong));
        var outcome = Outcome(row.Cell(columns.Outcome), closed is not null, wrong);
        closed = outcome is RegisterOutcome.Open ? null : closed;
        if (number.Length is 0 or > LongestNumber)
        {
            wrong.Add(number.Length == 0 ? new("沒有號碼。", "It has no number.") : new($"號碼超過 {LongestNumber} 字。", $"Its number is longer than {LongestNumber} characters."));
        }
        else if (!_numbers.TryAdd(number, row.Line))
        {
            wrong.Add(new($"號碼「{number}」重複，第一次在第 {_numbers[number]} 行。", $"The number “{number}” is given twice, first on line {_numbers[number]}."));
        }

        if (row.Cell(columns.Received).Length == 0)
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

        var department = row.Cell(columns.Department);
        var read = new RegisterRow(row.Line, number, service!, department.Length == 0 ? "" : NamedRow.Shortened(_words.DepartmentOf(department, _mapping.Departments)), received!)
        {
            Accepted = accepted, Closed = closed, Due = due, Outcome = outcome,
        };
        return read with { Pauses = new PauseReader(_mapping, row.Cell, _times).Of(read, wrong) };
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
                : new($"不知道「{NamedRow.Shortened(word)}」是哪一項服務，請寫進對照檔的 services。", $"Which service “{NamedRow.Shortened(word)}” is stands nowhere: add it to services in the mapping."));
        }

        return code;
    }

    private RegisterOutcome Outcome(string word, bool isClosed, List<Phrase> wrong)
    {
        if (word.Length > 0 && _mapping.Outcomes.Count > 0 && !_mapping.Outcomes.ContainsKey(word))
        {
            wrong.Add(new($"不知道結果「{NamedRow.Shortened(word)}」是什麼，請寫進對照檔的 outcomes。", $"What the outcome “{NamedRow.Shortened(word)}” means stands nowhere: add it to outcomes in the mapping."));
        }

        return _mapping.Outcomes.TryGetValue(word, out var known) ? known : isClosed ? RegisterOutcome.Done : RegisterOutcome.Open;
    }

    private WrittenTime? Time(NamedRow row, ColumnName? column, List<Phrase> wrong)
    {
        var text = row.Cell(column);
        try
        {
            return text.Length == 0 ? null : _times.Read(text);
        }
        catch (Refusal unreadable)
        {
            wrong.Add(new($"{column}：{unreadable.Reason.Zh}", $"{column}: {unreadable.Reason.En}"));
            return null;
        }
    }

    private bool IsBefore(WrittenTime end, WrittenTime start) => end.HasTime && start.HasTime ? end.At < start.At : end.At.InZone(_zone).Date < start.At.InZone(_zone).Date;
}
