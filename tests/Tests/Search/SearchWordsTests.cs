using System.Text;
using FsCheck;
using FsCheck.Fluent;
using GridDesk.Kernel.Search;

namespace GridDesk.Tests.Search;

public sealed class SearchWordsTests
{
    private static readonly string[] Signs = ["王", "小", "明", "嘉", "義", "市", "臺", "台", "路", "巷", "號", "𡍼", "𤧞", "１", "２", "0", "1", "2", "9", "a", "B", "Ｃ", "-", " ", "之", "、", "(", "樓"];

    [Fact]
    public void Any_part_of_a_name_or_an_address_is_found_and_digits_and_words_by_their_beginning()
    {
        var texts = Gen.Choose(1, 24).SelectMany(count => Gen.Elements(Signs).ArrayOf(count));
        var cases = from text in texts
                    from start in Gen.Choose(0, text.Length - 1)
                    from length in Gen.Choose(1, 8)
                    select (Text: text, Start: start, Length: length);
        var looked = 0;
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(5_000), Prop.ForAll(cases.ToArbitrary(), c =>
        {
            var part = string.Concat(c.Text.Skip(c.Start).Take(c.Length));
            if (BeginsInsideAWord(c.Text, c.Start) || !part.EnumerateRunes().Any(Rune.IsLetterOrDigit))
            {
                return;
            }

            looked++;
            Finds(string.Concat(c.Text), part).ShouldBeTrue($"'{part}' in '{string.Concat(c.Text)}'");
        }));
        looked.ShouldBeGreaterThan(1_000);
    }

    [Theory]
    [InlineData("臺灣大道", "台灣")]
    [InlineData("台中", "臺中")]
    [InlineData("ＡＢＣ公司", "abc")]
    [InlineData("abc公司", "ＡＢ")]
    [InlineData("中山路１２號", "12")]
    [InlineData("0912-345-678", "0912345")]
    [InlineData("0912345678", "0912-345-6")]
    [InlineData("CY108-01463-K", "cy108-014")]
    [InlineData("CY108-01463-K", "CY10801463")]
    [InlineData("𡍼志明", "𡍼")]
    [InlineData("林 志 明", "林")]
    [InlineData("民族路28號", "民族路28號")]
    [InlineData("民族路28號", "民族路2")]
    [InlineData("民族路 28 號", "民族路28號")]
    [InlineData("民族路28號", "民族路 28 號")]
    [InlineData("民族路二段A12號", "段a1")]
    public void Differences_that_nobody_means_do_not_matter(string stored, string typed) => Finds(stored, typed).ShouldBeTrue();

    [Theory]
    [InlineData("王小明", "小王")]
    [InlineData("王小明", "林")]
    [InlineData("0912345678", "345")]
    [InlineData("0912345678", "09123456789")]
    [InlineData("民族路280號", "民族路28號")]
    [InlineData("中山路128號", "路28")]
    public void What_is_not_there_is_not_found(string stored, string typed) => Finds(stored, typed).ShouldBeFalse();

    [Theory]
    [InlineData("")]
    [InlineData("  、。 ")]
    [InlineData(null)]
    [InlineData("😀")]
    public void Nothing_is_asked_by_a_query_without_letters_or_digits(string? typed) => SearchWords.Asked(typed).ShouldBeEmpty();

    [Fact]
    public void Whatever_is_typed_is_folded_without_failing() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2_000), Prop.ForAll(
            Gen.Choose(0, 30).SelectMany(count => Gen.Choose(0, 0xFFFF).Select(c => (char)c).ArrayOf(count)).ToArbitrary(), signs =>
            {
                var text = new string(signs);
                SearchWords.Asked(text).Count.ShouldBeLessThanOrEqualTo(24);
                SearchWords.Of(text).ShouldAllBe(word => word.Length <= 80);
            }));

    private static bool Finds(string stored, string typed)
    {
        var words = SearchWords.Of(stored);
        var asked = SearchWords.Asked(typed);
        return asked.Count > 0 && asked.All(a => a.ByBeginning ? words.Any(w => w.StartsWith(a.Word, StringComparison.Ordinal)) : words.Contains(a.Word));
    }

    // A dash inside a number does not end it.
    private static bool BeginsInsideAWord(string[] text, int start)
    {
        var before = start - 1;
        while (before >= 0 && text[before] == "-")
        {
            before--;
        }

        var first = start;
        while (first < text.Length && text[first] == "-")
        {
            first++;
        }

        return before >= 0 && first < text.Length && IsLatin(text[before]) && IsLatin(text[first]);
    }

    private static bool IsLatin(string sign) => char.IsAsciiLetterOrDigit(sign.Normalize(NormalizationForm.FormKC)[0]);
}
