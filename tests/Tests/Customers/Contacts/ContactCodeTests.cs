using GridDesk.Customers.Contacts;

namespace GridDesk.Tests.Customers.Contacts;

public sealed class ContactCodeTests
{
    private static readonly Instant Start = Instant.FromUtc(2019, 6, 20, 2, 0);

    [Fact]
    public void A_code_is_six_digits_drawn_once_and_read_as_people_type_it()
    {
        var code = new ContactCode { Point = Guid.NewGuid() };
        var digits = code.Draw(Start)!;
        digits.ShouldMatch("^[0-9]{6}$");
        code.Draw(Start).ShouldBeNull("it was drawn and is known to nobody any more");
        code.Try($" {digits[..3]}-{digits[3..]} ", Start + Duration.FromMinutes(9)).ShouldBeTrue();
        System.Text.Encoding.ASCII.GetString(code.Digest!).ShouldNotContain(digits);
    }

    [Fact]
    public void It_is_good_for_ten_minutes_and_five_tries_and_the_one_before_for_nothing()
    {
        var code = new ContactCode { Point = Guid.NewGuid() };
        Should.Throw<Refusal>(() => code.Try("123456", Start)).Code.ShouldBe("contact.code-expired");
        var digits = code.Draw(Start)!;
        Should.Throw<Refusal>(() => code.Try(digits, Start + ContactCode.Lives)).Code.ShouldBe("contact.code-expired");
        var wrong = digits == "000000" ? "000001" : "000000";
        Enumerable.Range(0, 5).Select(_ => code.Try(wrong, Start)).ShouldAllBe(right => !right);
        Should.Throw<Refusal>(() => code.Try(digits, Start)).Code.ShouldBe("contact.code-tries");

        code.Ask();
        Should.Throw<Refusal>(() => code.Try(digits, Start)).Code.ShouldBe("contact.code-expired");
        code.Try(code.Draw(Start), Start).ShouldBeTrue();
    }
}
