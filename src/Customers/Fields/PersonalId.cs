using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
using GridDesk.Kernel.Forms;

namespace GridDesk.Customers.Fields;

/// <summary>
/// The identity number of a person: national (letter, 1 or 2, eight digits), of a resident (letter, 8 or 9, eight
/// digits) or of a resident before 2021 (two letters, eight digits).
/// </summary>
/// <remarks>
/// The letter stands for two digits; the ten or eleven digits weigh 1 9 8 7 6 5 4 3 2 1 1 and must sum to a multiple
/// of ten. So some mistakes pass: a digit wrong by 5 where the weight is even, one wrong by an even number where it
/// is 5, and a swap of the last two.
/// </remarks>
public sealed partial record PersonalId
{
    // The digit pairs of A … Z begin at 10, in this order: I, O, W and Z came late.
    private const string Letters = "ABCDEFGHJKLMNPQRSTUVXYWZIO";

    private PersonalId(string value) => Value = value;

    /// <summary>The whole number, as stored. Personal data: show <see cref="ToString"/> where it is not needed.</summary>
    public string Value { get; }

    /// <summary>Reads a number in capital or small letters, in half or full width.</summary>
    /// <exception cref="Refusal"><c>person-id.shape</c>: not such a number; <c>person-id.check-digit</c>: mistyped.</exception>
    public static PersonalId Parse(string text)
    {
        var value = string.Concat(HalfWidth.Of(text).Where(sign => sign is not (' ' or '-'))).ToUpperInvariant();
        if (!Shape.IsMatch(value))
        {
            throw new Refusal("person-id.shape",
                "身分證字號是 1 個英文字母加 9 個數字；居留證號也可以，請檢查。",
                "An identity number is one letter and nine digits. A resident certificate number will do too. Please check it.");
        }

        return Sum(value) % 10 == 0
            ? new PersonalId(value)
            : throw new Refusal("person-id.check-digit",
                "身分證字號的檢查碼對不上，請再對一次證件。",
                "The identity number does not add up. Please compare it with your card.");
    }

    /// <summary>As <see cref="Parse"/>, without a reason.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out PersonalId? id) =>
        (id = Attempt.OrNull(text, Parse)) is not null;

    /// <summary>Masked: the first two and the last three, <c>A1＊＊＊＊＊789</c>.</summary>
    public override string ToString() => $"{Value[..2]}＊＊＊＊＊{Value[^3..]}";

    internal static int Sum(string value)
    {
        var first = Letters.IndexOf(value[0], StringComparison.Ordinal) + 10;
        var second = char.IsAsciiDigit(value[1]) ? value[1] - '0' : Letters.IndexOf(value[1], StringComparison.Ordinal) % 10;
        return (first / 10) + (9 * (first % 10)) + (8 * second)
            + value.Skip(2).Select((sign, place) => (sign - '0') * Math.Max(7 - place, 1)).Sum();
    }

    [GeneratedRegex(@"^[A-Z][1289A-D][0-9]{8}\z")]
    private static partial Regex Shape { get; }
}
