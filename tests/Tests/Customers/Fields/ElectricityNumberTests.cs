using FsCheck;
using FsCheck.Fluent;
using GridDesk.Customers.Fields;

namespace GridDesk.Tests.Customers.Fields;

public sealed class ElectricityNumberTests
{
    private static Arbitrary<string> Numbers => Gen.Choose(0, 9).ArrayOf(10).Select(digits => string.Concat(digits))
        .Select(digits => digits + ElectricityNumber.CheckDigit(digits)).ToArbitrary();

    private static bool IsValid(string text) => ElectricityNumber.TryParse(text, out _);

    [Theory]
    [InlineData("07281937401", "07-28-1937-40-1")]
    [InlineData("08-09-3497-03-6", "08-09-3497-03-6")]
    [InlineData(" ０７－２８－１９３７－４０－１ ", "07-28-1937-40-1")]
    public void Numbers_seen_on_real_bills_are_valid(string typed, string printed) => ElectricityNumber.Parse(typed).ToString().ShouldBe(printed);

    [Theory]
    [InlineData("0728193740", "electricity-number.length")]
    [InlineData("072819374011", "electricity-number.length")]
    [InlineData("0728193740a", "electricity-number.length")]
    [InlineData("٠٧٢٨١٩٣٧٤٠١", "electricity-number.length")]
    [InlineData("07281937410", "electricity-number.check-digit")]
    public void A_mistake_is_told_by_what_to_do(string typed, string code) =>
        Should.Throw<Refusal>(() => ElectricityNumber.Parse(typed)).Code.ShouldBe(code);

    [Fact]
    public void Every_valid_number_is_accepted_in_every_way_of_writing_it() => Prop.ForAll(Numbers, number =>
    {
        var parsed = ElectricityNumber.Parse(number);
        parsed.Digits.ShouldBe(number);
        ElectricityNumber.Parse(parsed.ToString()).ShouldBe(parsed);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Every_single_wrong_digit_is_caught() => Prop.ForAll(Numbers, number =>
    {
        for (var place = 0; place < 11; place++)
        {
            foreach (var digit in "0123456789".Where(digit => digit != number[place]))
            {
                IsValid(number[..place] + digit + number[(place + 1)..]).ShouldBeFalse();
            }
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Swapped_neighbours_are_caught_except_0_with_9_and_at_the_end_digits_that_differ_by_5() => Prop.ForAll(Numbers, number =>
    {
        for (var place = 0; place < 10; place++)
        {
            var (a, b) = (number[place], number[place + 1]);
            var passes = a == b || (place < 9 ? (a, b) is ('0', '9') or ('9', '0') : Math.Abs(a - b) == 5);
            IsValid(number[..place] + b + a + number[(place + 2)..]).ShouldBe(passes, $"{number} at {place}");
        }
    }).QuickCheckThrowOnFailure();
}
