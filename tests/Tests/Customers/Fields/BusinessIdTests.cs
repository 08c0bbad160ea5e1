using FsCheck;
using FsCheck.Fluent;
using GridDesk.Customers.Fields;

namespace GridDesk.Tests.Customers.Fields;

public sealed class BusinessIdTests
{
    // Digits that count alike: at places of weight 1 those that differ by 5; then the pairs of weight 2 and of weight 4.
    private static readonly string[] AlikeAtTwo = ["07", "18", "29", "35", "46"];
    private static readonly string[] AlikeAtFour = ["08", "19", "23", "45", "67", "07", "78"];

    private static Arbitrary<string> Ids => Gen.Choose(0, 99_999_999).Select(number => number.ToString("00000000")).Where(IsValid).ToArbitrary();

    private static bool IsValid(string text) => BusinessId.TryParse(text, out _);

    [Theory]
    [InlineData("04595257")]
    [InlineData(" ０４５９５２５７ ")]
    [InlineData("10458575")] // seventh digit 7
    [InlineData("04595252")] // valid only since 2023: the sum is 35
    public void Numbers_of_businesses_are_valid(string typed) => BusinessId.TryParse(typed, out _).ShouldBeTrue();

    [Theory]
    [InlineData("0459525", "business-id.length")]
    [InlineData("045952577", "business-id.length")]
    [InlineData("0459525x", "business-id.length")]
    [InlineData("04595258", "business-id.check-digit")]
    public void A_mistake_is_told_by_what_to_do(string typed, string code) =>
        Should.Throw<Refusal>(() => BusinessId.Parse(typed)).Code.ShouldBe(code);

    [Fact]
    public void One_in_five_numbers_is_valid_and_a_seven_at_the_seventh_place_doubles_that()
    {
        Enumerable.Range(0, 100_000).Count(number => IsValid($"{number:000000}05"[..6] + "05")).ShouldBe(20_000);
        Enumerable.Range(0, 100_000).Count(number => IsValid($"{number:000000}75"[..6] + "75")).ShouldBe(40_000);
    }

    [Fact]
    public void A_wrong_digit_is_caught_unless_it_counts_like_the_right_one() => Prop.ForAll(Ids, id =>
    {
        for (var place = 0; place < 8; place++)
        {
            foreach (var digit in "0123456789".Where(digit => digit != id[place]))
            {
                var pair = string.Concat(new[] { digit, id[place] }.Order());
                // The seven of the seventh place says two things at once; without it the rule is exact.
                if (id[6] != '7' && !(place == 6 && digit == '7'))
                {
                    var passes = place switch { 1 or 3 or 5 => AlikeAtTwo.Contains(pair), 6 => AlikeAtFour.Contains(pair), _ => Math.Abs(digit - id[place]) == 5 };
                    IsValid(id[..place] + digit + id[(place + 1)..]).ShouldBe(passes, $"{id} at {place}: {digit}");
                }
            }
        }
    }).QuickCheckThrowOnFailure();
}
