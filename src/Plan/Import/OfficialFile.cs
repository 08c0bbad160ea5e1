using System.Text.Json;

namespace GridDesk.Plan.Import;

/// <summary>
/// The official text of a plan as the office hands it over: JSON with <c>year_roc</c> and <c>dimensions → strategies → actions →
/// measures</c>; a measure has <c>code</c>, <c>text</c>, <c>text_en</c>, <c>departments</c>, <c>period</c> and perhaps <c>sub_items</c>
/// of the same shape. Reading lists every mistake and stops at none.
/// </summary>
internal sealed class OfficialFile
{
    private readonly List<Phrase> _mistakes = [];
    private readonly List<PlanText> _rows = [];

    private OfficialFile() { }

    public int RocYear { get; private set; }

    /// <summary>In the order of the file.</summary>
    public IReadOnlyList<PlanText> Rows => _rows;

    public IReadOnlyList<Phrase> Mistakes => _mistakes;

    public static OfficialFile Read(ReadOnlyMemory<byte> bytes)
    {
        var file = new OfficialFile();
        try
        {
            using var json = JsonDocument.Parse(bytes.Span.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? bytes[3..] : bytes);
            file.ReadPlan(json.RootElement);
        }
        catch (JsonException unreadable)
        {
            file.Mistake($"第 {unreadable.LineNumber + 1} 行不是看得懂的 JSON，請檢查括號、引號與逗號。", $"Line {unreadable.LineNumber + 1} is not valid JSON: check brackets, quotes and commas.");
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair in an escape is JSON by its grammar and still no text.
            file.Mistake("檔案裡有不是文字的字元，請將檔案另存為 UTF-8。", "The file holds characters that are no text: save it as UTF-8.");
        }

        return file;
    }

    /// <summary>Whether the rows are those of the stored plan.</summary>
    public void Compare(IReadOnlyCollection<string> codes)
    {
        var given = _rows.Select(row => row.Measure).ToHashSet();
        foreach (var code in given.Where(code => !codes.Contains(code)))
        {
            Mistake($"{code}：{RocYear}年度的計畫沒有這一列。", $"{code}: the plan of year {RocYear} has no such row.");
        }

        foreach (var code in codes.Where(code => !given.Contains(code)))
        {
            Mistake($"{code}：檔案裡缺這一列。", $"{code}: this row is missing from the file.");
        }
    }

    private void ReadPlan(JsonElement root)
    {
        if (root.ValueKind is not JsonValueKind.Object)
        {
            Mistake("最外層要是一個物件 { … }。", "The outermost thing must be an object { … }.");
            return;
        }

        if (root.TryGetProperty("year_roc", out var year) && year.ValueKind is JsonValueKind.Number && year.TryGetInt32(out var roc))
        {
            RocYear = roc;
        }
        else
        {
            Mistake("缺「year_roc」：寫民國年的數字，例如 108。", "'year_roc' is missing: write the year of the Republic as a number, such as 108.");
        }

        foreach (var (dimension, at) in Items(root, "dimensions", ""))
        {
            foreach (var (strategy, atStrategy) in Items(dimension, "strategies", at))
            {
                foreach (var (action, atAction) in Items(strategy, "actions", atStrategy))
                {
                    ReadMeasures(action, "measures", atAction);
                }
            }
        }
    }

    private void ReadMeasures(JsonElement parent, string name, string path)
    {
        foreach (var (measure, at) in Items(parent, name, path))
        {
            var code = Text(measure, "code", at) ?? at;
            var row = (Text: Text(measure, "text", code), Departments: Words(measure, "departments", code), Period: Text(measure, "period", code));
            if (_rows.Any(other => other.Measure == code))
            {
                Mistake($"{code}：編號重複。", $"{code}: the code is given twice.");
            }
            else if (row is { Text: { } text, Departments: { } departments, Period: { } period })
            {
                _rows.Add(new PlanText
                {
                    RocYear = RocYear,
                    Measure = code,
                    Zh = text,
                    En = measure.TryGetProperty("text_en", out _) ? Text(measure, "text_en", code) : null,
                    Departments = departments,
                    Period = period,
                });
            }

            if (measure.ValueKind is JsonValueKind.Object && measure.TryGetProperty("sub_items", out _))
            {
                ReadMeasures(measure, "sub_items", code);
            }
        }
    }

    private IEnumerable<(JsonElement Item, string Path)> Items(JsonElement parent, string name, string path)
    {
        var at = path.Length == 0 ? name : $"{path}.{name}";
        if (parent.ValueKind is not JsonValueKind.Object || !parent.TryGetProperty(name, out var list) || list.ValueKind is not JsonValueKind.Array)
        {
            Mistake($"{at}：這裡要是一個清單。", $"{at}: a list is expected here.");
            return [];
        }

        return list.EnumerateArray().Select((item, index) => (item, $"{at}[{index}]"));
    }

    private string? Text(JsonElement parent, string name, string at)
    {
        if (parent.ValueKind is JsonValueKind.Object && parent.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String
            && value.GetString() is { } text && text.Trim().Length > 0 && !text.Contains('\0'))
        {
            return text.Trim();
        }

        Mistake($"{at}：缺「{name}」，要寫一段文字。", $"{at}: '{name}' is missing; a text is expected.");
        return null;
    }

    private string? Words(JsonElement parent, string name, string at)
    {
        if (parent.ValueKind is JsonValueKind.Object && parent.TryGetProperty(name, out var list) && list.ValueKind is JsonValueKind.Array
            && list.GetArrayLength() > 0 && list.EnumerateArray().All(word => word.ValueKind is JsonValueKind.String && !string.IsNullOrWhiteSpace(word.GetString())))
        {
            return string.Join('、', list.EnumerateArray().Select(word => word.GetString()!.Trim()));
        }

        Mistake($"{at}：缺「{name}」，要寫部門名稱的清單。", $"{at}: '{name}' is missing; a list of department names is expected.");
        return null;
    }

    private void Mistake(string zh, string en) => _mistakes.Add(new(zh, en));
}
