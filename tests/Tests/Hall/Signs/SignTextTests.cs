using FsCheck;
using FsCheck.Fluent;
using GridDesk.Hall.Signs;

namespace GridDesk.Tests.Hall.Signs;

/// <summary>What a hung sign says against what is so.</summary>
public sealed class SignTextTests
{
    private static readonly string[] Whats = [SignText.Staff, "hours", "name", "XFER", "PAY"];

    [Fact]
    public void Whatever_hangs_differs_in_exactly_the_lines_that_are_otherwise_now() =>
        Prop.ForAll<(byte, byte)[], (byte, byte)[]>((hung, now) =>
        {
            var (said, so) = (Lines(hung), Lines(now));
            var differs = SignText.Differences(said, so);
            return Whats.All(what => differs.Contains(what) == IsOtherwise(what)) && differs.Distinct().Count() == differs.Count;

            bool IsOtherwise(string what)
            {
                var (old, present) = (said.FirstOrDefault(l => l.What == what), so.FirstOrDefault(l => l.What == what));
                return present is null ? old is not null && what != SignText.Staff : old != present;
            }
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_sign_is_wrong_in_one_language_too_and_a_day_without_a_roster_says_nothing_about_people()
    {
        SignLine line = new("hours", new("時間", "Hours"), new("08:00–12:00", "08:00–12:00"));
        SignLine staff = new(SignText.Staff, new("服務人員", "At your service"), Phrase.Same("黃雅惠"));
        SignText.Differences([line], [line with { Text = new("08:00–12:00", "8 to 12") }]).ShouldBe(["hours"]);
        SignText.Differences([line, staff], [line]).ShouldBeEmpty();
        SignText.Differences([line], [line, staff]).ShouldBe([SignText.Staff], "somebody is there now, and the sign does not say who");
    }

    private static List<SignLine> Lines((byte What, byte Text)[] made) =>
        [.. made.DistinctBy(m => m.What % Whats.Length).Select(m => new SignLine(Whats[m.What % Whats.Length], Phrase.Same(Whats[m.What % Whats.Length]), Phrase.Same($"{m.Text % 3}")))];
}
