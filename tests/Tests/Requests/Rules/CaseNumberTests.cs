using GridDesk.Requests;

namespace GridDesk.Tests.Requests.Rules;

public sealed class CaseNumberTests
{
    private const string Signs = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    private static readonly IReadOnlyList<CaseNumber> Sample =
    [
        .. from year in (int[])[99, 108, 112, 201]
           from sequence in Enumerable.Range(1, 40).Concat([100, 999, 1_463, 9_990, 10_101, 99_999, 100_000, 1_234_567])
           from number in (CaseNumber[])[CaseNumber.Accepted("CY", year, sequence), CaseNumber.Slip("CY", year, sequence)]
           select number,
    ];

    [Fact]
    public void Every_single_wrong_sign_is_noticed()
    {
        foreach (var number in Sample)
        {
            var text = Plain(number);
            for (var place = 0; place < text.Length; place++)
            {
                foreach (var sign in Signs.Where(sign => !Same(sign, text[place], place == text.Length - 1 || place < 2)))
                {
                    var wrong = text[..place] + sign + text[(place + 1)..];
                    CaseNumber.Read("CY", wrong).ShouldBeNull($"{wrong} for {number}");
                }
            }
        }
    }

    [Fact]
    public void Every_swap_of_neighbours_is_noticed()
    {
        foreach (var number in Sample)
        {
            var text = Plain(number);
            for (var place = 0; place + 1 < text.Length; place++)
            {
                if (text[place] != text[place + 1])
                {
                    var swapped = text[..place] + text[place + 1] + text[place] + text[(place + 2)..];
                    CaseNumber.Read("CY", swapped).ShouldBeNull($"{swapped} for {number}");
                }
            }
        }
    }

    [Fact]
    public void O_and_I_are_read_as_digits_and_are_never_issued_as_check_letters()
    {
        foreach (var number in Sample)
        {
            var digits = number.Text.IndexOfAny([.. "0123456789"]);
            var typed = number.Text[..digits] + number.Text[digits..].Replace('0', 'O').Replace('1', 'i');
            CaseNumber.Read("CY", typed).ShouldBe(number);
            "IOZ".ShouldNotContain(number.Text[^1]);
        }
    }

    [Fact]
    public void A_slip_is_never_taken_for_a_request_and_another_offices_number_for_ours()
    {
        foreach (var number in Sample)
        {
            var text = Plain(number);
            CaseNumber.Read("CY", text.StartsWith("CYP", StringComparison.Ordinal) ? "CY" + text[3..] : "CYP" + text[2..]).ShouldBeNull();
            CaseNumber.Read("TN", text).ShouldBeNull();
        }
    }

    [Fact]
    public void A_sign_lost_or_added_is_noticed()
    {
        foreach (var text in Sample.Select(Plain))
        {
            for (var place = 0; place < text.Length; place++)
            {
                CaseNumber.Read("CY", text.Remove(place, 1)).ShouldBeNull();
                foreach (var sign in Signs)
                {
                    CaseNumber.Read("CY", text.Insert(place, $"{sign}")).ShouldBeNull($"{text} with {sign} at {place}");
                }
            }
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("CY")]
    [InlineData("CY108")]
    [InlineData("CY108-٠١٢٣٤-K")]
    [InlineData("\ud800CY108")]
    public void Nonsense_is_no_number(string? typed) => CaseNumber.Read("CY", typed).ShouldBeNull();

    private static string Plain(CaseNumber number) => number.Text.Replace("-", "");

    // O is 0 and I is 1 where a digit stands; not in the office's code and not as the check letter.
    private static bool Same(char typed, char right, bool letter) => typed == right || (!letter && ((typed, right) is ('O', '0') or ('I', '1')));
}
