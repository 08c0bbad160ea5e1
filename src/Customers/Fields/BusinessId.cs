using System.Diagnostics.CodeAnalysis;
using GridDesk.Kernel.Forms;

namespace GridDesk.Customers.Fields;

/// <summary>The uniform number of a business or organisation (統一編號): eight digits.</summary>
/// <remarks>
/// The digits weigh 1 2 1 2 1 2 4 1, the digits of each product are added, and the sum is a multiple of five (of
/// ten for numbers given before April 2023, which is included). A 7 at the seventh place makes 28, that is 10, that
/// is 1 or 0: either may do.
/// </remarks>
public sealed record BusinessId
{
    private static readonly int[] Weights = [1, 2, 1, 2, 1, 2, 4, 1];

    private BusinessId(string digits) => Digits = digits;

    /// <summary>The eight digits.</summary>
    public string Digits { get; }

    /// <summary>Reads a number with or without spaces, in half or full width.</summary>
    /// <exception cref="Refusal"><c>business-id.length</c>: not eight digits; <c>business-id.check-digit</c>: mistyped.</exception>
    public static BusinessId Parse(string text)
    {
        var digits = string.Concat(HalfWidth.Of(text).Where(sign => sign is not (' ' or '-')));
        if (digits.Length != 8 || !digits.All(char.IsAsciiDigit))
        {
            throw new Refusal("business-id.length", "統一編號是 8 個數字，請檢查。", "A uniform number has 8 digits. Please check it.");
        }

        return AddsUp(digits)
            ? new BusinessId(digits)
            : throw new Refusal("business-id.check-digit", "統一編號的檢查碼對不上，請再對一次。", "The uniform number does not add up. Please check it.");
    }

    /// <summary>As <see cref="Parse"/>, without a reason.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out BusinessId? id) =>
        (id = Attempt.OrNull(text, Parse)) is not null;

    public override string ToString() => Digits;

    private static bool AddsUp(string digits)
    {
        var sum = digits.Zip(Weights, (sign, weight) => DigitSum((sign - '0') * weight)).Sum();
        return sum % 5 == 0 || (digits[6] == '7' && (sum - 9) % 5 == 0);
    }

    private static int DigitSum(int product) => (product / 10) + (product % 10);
}
