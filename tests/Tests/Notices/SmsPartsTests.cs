using System.Text;
using FsCheck;
using FsCheck.Fluent;
using GridDesk.Notices.Templates;
using GridDesk.Tests.Time;

namespace GridDesk.Tests.Notices;

/// <summary>What a text message costs is known while it is written.</summary>
public sealed class SmsPartsTests
{
    [Theory]
    [InlineData("", 0, true)]
    [InlineData("Your request is done.", 1, true)]
    [InlineData("您的案件辦好了。", 1, false)]
    [InlineData("€", 1, true)]
    [InlineData("𡍼", 1, false)]
    public void Short_texts_are_one_message(string text, int parts, bool isGsm) => (SmsParts.Of(text).Count, SmsParts.Of(text).IsGsm).ShouldBe((parts, isGsm));

    [Theory]
    [InlineData("a", 160, 1)]
    [InlineData("a", 161, 2)]
    [InlineData("a", 306, 2)]
    [InlineData("a", 307, 3)]
    [InlineData("€", 80, 1)]
    [InlineData("€", 81, 2)]
    [InlineData("€", 152, 2)]
    [InlineData("€", 153, 3)]
    [InlineData("電", 70, 1)]
    [InlineData("電", 71, 2)]
    [InlineData("電", 134, 2)]
    [InlineData("電", 135, 3)]
    [InlineData("𡍼", 35, 1)]
    [InlineData("𡍼", 36, 2)]
    [InlineData("𡍼", 66, 2)]
    [InlineData("𡍼", 67, 3)]
    public void Longer_ones_are_cut_where_the_network_cuts_them(string sign, int times, int parts) => SmsParts.Of(string.Concat(Enumerable.Repeat(sign, times))).Count.ShouldBe(parts);

    [Fact]
    public void The_parts_of_any_text_are_those_of_laying_it_out_sign_by_sign() =>
        Gen.Choose(0, 400).SelectMany(count => Gen.Elements("a", "Z", "€", "{", "電", "𡍼", "\n", " ").ArrayOf(count)).Hold(signs =>
        {
            var text = string.Concat(signs);
            var isUcs = text.Any(c => c > 0x3000 || char.IsSurrogate(c));
            var (whole, part) = isUcs ? (70, 67) : (160, 153);
            List<int> sizes = [.. text.EnumerateRunes().Select(r => isUcs ? r.Utf16SequenceLength : r.ToString() is "€" or "{" ? 2 : 1)];
            var laid = new List<int>();
            foreach (var size in sizes)
            {
                if (laid.Count == 0 || laid[^1] + size > part)
                {
                    laid.Add(0);
                }

                laid[^1] += size;
            }

            var segments = SmsParts.Of(text);
            segments.Count.ShouldBe(sizes.Sum() <= whole ? Math.Min(1, sizes.Sum()) : laid.Count);
            segments.IsGsm.ShouldBe(!isUcs);
            segments.Left.ShouldBeGreaterThanOrEqualTo(0);
        });
}
