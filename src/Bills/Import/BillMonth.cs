using System.Globalization;
using System.Text.RegularExpressions;
using GridDesk.Kernel.Forms;

namespace GridDesk.Bills.Import;

/// <summary>The month that a bill is counted under, as people in Taiwan write it.</summary>
internal static partial class BillMonth
{
    private const int YearBeforeFirst = 1911;

    /// <summary>Reads <c>10806</c>, <c>108/06</c>, <c>108年6月</c>, <c>201906</c>, <c>2019-06</c>; gives the first day of the month.</summary>
    /// <exception cref="Refusal"><c>bill-file.month</c></exception>
    public static LocalDate Parse(string text)
    {
        var written = Written().Match(HalfWidth.Of(text).Replace(" ", "", StringComparison.Ordinal));
        if (written.Success && Number("m") is >= 1 and <= 12 and var month && Number("y") is var year && (year < 1000 ? year + YearBeforeFirst : year) is >= 1990 and <= 2200 and var full)
        {
            return new(full, month, 1);
        }

        throw new Refusal("bill-file.month", $"看不懂「{Kernel.Csv.NamedRow.Shortened(text)}」這個年月，請寫例如 10806 或 2019-06。", $"“{Kernel.Csv.NamedRow.Shortened(text)}” is no month that we can read: write it like 10806 or 2019-06.");

        int Number(string group) => int.Parse(written.Groups[group].ValueSpan, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"^(?:(?:民國)?(?<y>[0-9]{2,4})(?:[-/.](?<m>[0-9]{1,2})|年(?<m>[0-9]{1,2})月)|(?<y>[0-9]{3,4})(?<m>[0-9]{2}))\z")]
    private static partial Regex Written();
}
