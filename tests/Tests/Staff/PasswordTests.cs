using FsCheck;
using FsCheck.Fluent;
using GridDesk.Staff;

namespace GridDesk.Tests.Staff;

public sealed class PasswordTests
{
    [Theory]
    [InlineData("elevenchars", "password.too-short")]
    [InlineData("aaaaaaaaaaaaaaaa", "password.monotonous")]
    [InlineData("my name is Clerk ok", "password.has-user-name")]
    public void A_password_that_is_easy_to_guess_is_refused(string password, string code) =>
        Should.Throw<Refusal>(() => PasswordRule.Check(password, "clerk")).Code.ShouldBe(code);

    [Theory]
    [InlineData("correct horse")]
    [InlineData("一句很長但是自己記得住的話")]
    public void A_long_one_of_any_kind_of_characters_will_do(string password) =>
        PasswordRule.Check(password, "clerk").ShouldBe(password);

    [Fact]
    public void A_password_of_megabytes_is_refused_before_it_is_hashed() =>
        Should.Throw<Refusal>(() => PasswordRule.Check(new string('x', 1_000_000), "clerk")).Code.ShouldBe("password.too-long");

    [Fact]
    public void Whatever_is_typed_nobody_gets_more_than_five_tries_in_fifteen_minutes() =>
        Prop.ForAll<byte[]>(pauses =>
        {
            var now = Instant.FromUtc(2019, 7, 1, 0, 0);
            var (failures, until) = (0, (Instant?)null);
            var tries = new List<Instant>();
            foreach (var pause in pauses)
            {
                now += Duration.FromSeconds(pause);
                if (until is null || now >= until)
                {
                    tries.Add(now);
                    (failures, var locked) = LockOut.AfterWrongPassword(failures, now);
                    until = locked ?? until;
                }
            }

            return tries.Zip(tries.Skip(LockOut.Tries)).All(pair => pair.Second - pair.First >= LockOut.Rest);
        }).QuickCheckThrowOnFailure();
}
