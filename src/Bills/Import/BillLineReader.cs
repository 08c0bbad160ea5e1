using GridDesk.Customers.Fields;
using GridDesk.Kernel.Csv;
using GridDesk.Kernel.Time;

namespace GridDesk.Bills.Import;

/// <summary>From the rows of a file to what is kept of them. A row is kept whole or listed with every mistake, at its column.</summary>
internal sealed class BillLineReader(BillFileMapping mapping, CsvTable table, DateTimeZone zone)
{
    private readonly TimeReader _times = new(mapping.Dates, zone);
    private readonly Dictionary<string, int> _numbers = [];

    public IEnumerable<BillLine> Read() => new NamedRows(table, mapping.Named, mapping.Blanks).Read().Select(One);

    private BillLine One(NamedRow row)
    {
        if (row.Mistake is { } broken)
        {
            return new(row.Line, null, null, [new("", broken)]);
        }

        var cells = new RowCells(row);
        var columns = mapping.Columns;
        var number = cells.Read(columns.Number, new("號碼", "number"), NumberOf);
        var amount = cells.Read(columns.Amount, new("金額", "amount"), Money.Parse);
        if (number is not null && !_numbers.TryAdd(number, row.Line))
        {
            cells.Wrong(columns.Number, new($"號碼「{number}」重複，第一次在第 {_numbers[number]} 行。請留下對的那一列。", $"The number “{number}” is given twice, first on line {_numbers[number]}: keep the row that is right."));
        }

        return mapping.Kind is BillFileKind.Bills ? Bill(row, cells, number, amount) : Payment(row, cells, number, amount);
    }

    private BillLine Bill(NamedRow row, RowCells cells, string? number, Money amount)
    {
        var columns = mapping.Columns;
        var account = cells.Read(columns.Account, new("電號", "electricity number"), text => ElectricityNumber.Parse(text).Digits);
        var month = cells.Read(columns.Month, new("計費年月", "month"), BillMonth.Parse);
        var (issued, due) = (cells.Read(columns.Issued, new("開立日", "day of issue"), Day), cells.Read(columns.Due, new("繳費期限", "due date"), Day));
        var cancelled = mapping.Cancelled.Contains(row.Cell(columns.State));
        if (cells.Mistakes.Count > 0)
        {
            return new(row.Line, null, null, cells.Mistakes);
        }

        var bill = new BillRow(number!, account!, month, amount.Cents, issued, due, cancelled);
        try
        {
            GridDesk.Bills.Bill.Issue(bill.Facts);
        }
        catch (Refusal refused)
        {
            cells.Wrong(refused.Field == "amount" ? columns.Amount : columns.Due, refused.Reason);
        }

        return new(row.Line, cells.Mistakes.Count > 0 ? null : bill, null, cells.Mistakes);
    }

    private BillLine Payment(NamedRow row, RowCells cells, string? number, Money amount)
    {
        var columns = mapping.Columns;
        var at = cells.Read(columns.Paid, new("繳費日期", "date of payment"), text => _times.Read(text).At);
        var channel = columns.Channel is null ? PaymentChannel.Other : cells.Read(columns.Channel, new("繳費管道", "channel"), ChannelOf);
        return new(row.Line, null, cells.Mistakes.Count > 0 ? null : new(number!, at, amount.Cents, channel), cells.Mistakes);
    }

    private LocalDate Day(string text) => _times.Read(text).At.InZone(zone).Date;

    private PaymentChannel ChannelOf(string word)
    {
        if (mapping.Channels.TryGetValue(word, out var channel))
        {
            return channel;
        }

        foreach (var known in Enum.GetValues<PaymentChannel>())
        {
            if (known.Title.Zh == word || known.Title.En.Equals(word, StringComparison.OrdinalIgnoreCase))
            {
                return known;
            }
        }

        var shown = NamedRow.Shortened(word);
        throw new Refusal("bill-file.channel", $"不知道「{shown}」是哪一種繳費管道，請寫進對照檔的 channels。", $"What “{shown}” means stands nowhere: add it to channels in the mapping.");
    }

    private static string NumberOf(string text)
    {
        var number = text.Trim();
        return number.Length <= BillDesk.LongestNumber && number.All(sign => char.IsAsciiLetterOrDigit(sign) || sign == '-') ? number
            : throw new Refusal("bill-file.number", $"帳單號碼只能有英文字母、數字和「-」，最多 {BillDesk.LongestNumber} 個字，請檢查。", $"A bill’s number has letters, digits and hyphens only, at most {BillDesk.LongestNumber}: please check it.");
    }

    /// <summary>The cells of one row while they are read, and what is wrong with them.</summary>
    private sealed class RowCells(NamedRow row)
    {
        public List<LineMistake> Mistakes { get; } = [];

        public T? Read<T>(ColumnName? column, Phrase name, Func<string, T> read)
        {
            var text = row.Cell(column);
            try
            {
                return text.Length > 0 ? read(text) : throw new Refusal("bill-file.missing", $"沒有{name.Zh}，請補上。", $"The {name.En} is missing: please fill it in.");
            }
            catch (Refusal refused)
            {
                Wrong(column, refused.Reason);
                return default;
            }
        }

        public void Wrong(ColumnName? column, Phrase reason) => Mistakes.Add(new($"{column}", reason));
    }
}
