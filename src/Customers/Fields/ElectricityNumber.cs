using System.Diagnostics.CodeAnalysis;
using GridDesk.Kernel.Forms;

namespace GridDesk.Customers.Fields;

/// <summary>
/// The number of an electricity account (電號): area 2, reading day 2, household 4, branch 2, check digit 1.
/// </summary>
/// <remarks>
/// The check digit is the sum of the other ten modulo 10, where the digits at odd places count double (the digits
/// of the product added). It catches every single wrong digit, and every swap of neighbours except 0 with 9 and, of
/// the last two places, digits that differ by 5.
/// </remarks>
public sealed record ElectricityNumber
{
    private ElectricityNumber(string digits) => Digits = digits;

    /// <summary>The eleven digits, as stored.</summary>
    public string Digits { get; }

    /// <summary>Reads a number with or without hyphens and spaces, in half or full width.</summary>
    /// <exception cref="Refusal">
    /// <c>electricity-number.length</c>: not eleven digits; <c>electricity-number.check-digit</c>: mistyped.
    /// </exception>
    public static ElectricityNumber Parse(string text)
    {
        var digits = string.Concat(HalfWidth.Of(text).Where(sign => sign is not (' ' or '-')));
        if (digits.Length != 11 || !digits.All(char.IsAsciiDigit))
        {
            throw new Refusal("electricity-number.length", "電號是 11 個數字，在電費單右上角，請檢查。", "An electricity number has 11 digits; it is at the top right of your bill. Please check it.");
        }

        return CheckDigit(digits) == digits[^1] - '0'
            ? new ElectricityNumber(digits)
            : throw new Refusal("electricity-number.check-digit",
                "電號的檢算號對不上。常見是兩個數字對調，請再對一次電費單。",
                "The last digit does not match. Often two digits are swapped; please check your bill.");
    }

    /// <summary>As <see cref="Parse"/>, without a reason.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out ElectricityNumber? number) =>
        (number = Attempt.OrNull(text, Parse)) is not null;

    /// <summary>As printed on the bill: <c>07-28-1937-40-1</c>.</summary>
    public override string ToString() => $"{Digits[..2]}-{Digits[2..4]}-{Digits[4..8]}-{Digits[8..10]}-{Digits[10]}";

    internal static int CheckDigit(string digits) => digits.Take(10).Select((sign, place) =>
        place % 2 == 0 ? DigitSum(2 * (sign - '0')) : sign - '0').Sum() % 10;

    private static int DigitSum(int product) => (product / 10) + (product % 10);
}
