using FsCheck;
using FsCheck.Fluent;
using GridDesk.Customers.Fields;

namespace GridDesk.Tests.Customers.Fields;

public sealed class PersonalIdTests
{
    private static readonly int[] Weights = [8, 7, 6, 5, 4, 3, 2, 1, 1];

    // The last digit has the weight 1, so one of the ten makes the sum right.
    private static Arbitrary<string> Ids => (
        from letter in Gen.Choose('A', 'Z')
        from second in Gen.Elements('1', '2', '8', '9', 'A', 'B', 'C', 'D')
        from digits in Gen.Choose(0, 9).ArrayOf(7)
        let start = $"{(char)letter}{second}{string.Concat(digits)}"
        select start + ((10 - (PersonalId.Sum(start + "0") % 10)) % 10)).ToArbitrary();

    private static bool IsValid(string text) => PersonalId.TryParse(text, out _);

    [Theory]
    [InlineData("A123456789", "A1＊＊＊＊＊789")]
    [InlineData("a123456789", "A1＊＊＊＊＊789")]
    [InlineData("Ａ１２３４５６７８９", "A1＊＊＊＊＊789")]
    [InlineData("A800000014", "A8＊＊＊＊＊014")]
    [InlineData("AB12345677", "AB＊＊＊＊＊677")]
    public void National_and_both_kinds_of_resident_numbers_are_valid_and_shown_masked(string typed, string masked) =>
        PersonalId.Parse(typed).ToString().ShouldBe(masked);

    [Theory]
    [InlineData("A123456788", "person-id.check-digit")]
    [InlineData("A323456789", "person-id.shape")]
    [InlineData("A12345678", "person-id.shape")]
    [InlineData("1123456789", "person-id.shape")]
    [InlineData("AE12345678", "person-id.shape")]
    public void A_mistake_is_told_by_what_to_do(string typed, string code) =>
        Should.Throw<Refusal>(() => PersonalId.Parse(typed)).Code.ShouldBe(code);

    [Fact]
    public void Every_valid_number_is_accepted() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(Ids, id => PersonalId.Parse(id.ToLowerInvariant()).Value.ShouldBe(id)));

    [Fact]
    public void A_wrong_digit_is_caught_unless_its_weight_makes_the_difference_a_multiple_of_ten() => Prop.ForAll(Ids, id =>
    {
        for (var place = 2; place < 10; place++)
        {
            for (var digit = 0; digit <= 9; digit++)
            {
                var difference = Math.Abs(id[place] - '0' - digit);
                var passes = Weights[place - 1] switch { 6 or 4 or 2 => difference is 0 or 5, 5 => difference % 2 == 0, _ => difference == 0 };
                IsValid($"{id[..place]}{digit}{id[(place + 1)..]}").ShouldBe(passes, $"{id} at {place}: {digit}");
            }
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Swapped_digits_are_caught_except_the_last_two() => Prop.ForAll(Ids, id =>
    {
        for (var place = 2; place < 9; place++)
        {
            var swapped = id[..place] + id[place + 1] + id[place] + id[(place + 2)..];
            IsValid(swapped).ShouldBe(place == 8 || swapped == id, $"{id} at {place}");
        }
    }).QuickCheckThrowOnFailure();
}
