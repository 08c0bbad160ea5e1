using System.Globalization;
using System.Text.RegularExpressions;
using GridDesk.Kernel.Forms;

namespace GridDesk.Kernel;

/// <summary>New Taiwan dollars, exact to the cent; a bill says whole dollars, a late fee need not.</summary>
public readonly partial record struct Money(long Cents) : IComparable<Money>
{
    private const long MostDollars = 9_999_999_999;

    public static Money OfDollars(long dollars) => new(dollars * 100);

    public static Money operator +(Money one, Money other) => new(one.Cents + other.Cents);

    public static bool operator <(Money one, Money other) => one.Cents < other.Cents;

    public static bool operator >(Money one, Money other) => one.Cents > other.Cents;

    public static bool operator <=(Money one, Money other) => one.Cents <= other.Cents;

    public static bool operator >=(Money one, Money other) => one.Cents >= other.Cents;

    /// <summary>Reads <c>1234</c>, <c>1,234</c>, <c>NT$1,234.50</c>, <c>$ 1,234元</c>, full-width digits too.</summary>
    /// <exception cref="Refusal"><c>money.unreadable</c>: no amount, more than two decimals, separators in the wrong place, or too much.</exception>
    public static Money Parse(string text)
    {
        var written = Written().Match(HalfWidth.Of(text).Trim());
        return written.Success && long.Parse(written.Groups["dollars"].Value.Replace(",", "", StringComparison.Ordinal), CultureInfo.InvariantCulture) is <= MostDollars and var dollars
            ? new((dollars * 100) + long.Parse(written.Groups["cents"].Value.PadRight(2, '0'), CultureInfo.InvariantCulture))
            : throw new Refusal("money.unreadable", $"看不懂「{Shortened(text)}」這個金額，請寫例如 1234 或 1,234。", $"“{Shortened(text)}” is no amount that we can read: write it like 1234 or 1,234.");
    }

    public int CompareTo(Money other) => Cents.CompareTo(other.Cents);

    /// <summary>1,234 or 1,234.50</summary>
    public override string ToString() => (Cents / 100m).ToString(Cents % 100 == 0 ? "#,0" : "#,0.00", CultureInfo.InvariantCulture);

    private static string Shortened(string text) => text.Length <= 20 ? text : text[..19] + "…";

    [GeneratedRegex(@"^(?:NT)?\$? *(?<dollars>[0-9]{1,3}(?:,[0-9]{3}){0,3}|[0-9]{1,12})(?:\.(?<cents>[0-9]{1,2})0*)? *元?\z")]
    private static partial Regex Written();
}
