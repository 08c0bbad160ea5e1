using System.Text.RegularExpressions;
using System.Xml.Linq;
using GridDesk.Tests.Infrastructure;
using GridDesk.Tests.Time;
using GridDesk.Ui.Figures;

namespace GridDesk.Tests.Ui.Documents;

/// <summary>The charts of the pages stand in texts too, drawn once.</summary>
public sealed partial class ChartPictureTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    private static readonly ChartPoint[] Months = [new(new("5月", "May"), 268, new("268 件", "268 cases")), new(new("6月", "June"), null), new(new("7月", "July"), 134, Unfinished: true)];

    [Fact]
    public void It_stands_alone_with_its_colours_in_it_and_in_its_own_language()
    {
        var picture = new ChartPicture("Closed by month", "May had most.", Months, Language.English).Bars("Closed");
        var drawing = Read(picture.Bytes);

        (picture.Alt, picture.Description, picture.Caption).ShouldBe(("Closed by month", "May had most.", "Closed"));
        drawing.Name.ShouldBe(Svg + "svg");
        drawing.Elements().Take(2).Select(e => e.Value).ShouldBe(["Closed by month", "May had most."]);
        drawing.Descendants(Svg + "text").Select(text => text.Value).ShouldBe(["268", "134", "May", "268 cases", "June", "July"]);
        drawing.Descendants().Attributes().ShouldAllBe(a => !a.Name.LocalName.StartsWith("aria") && a.Name.LocalName != "class" && !a.Value.Contains("var("));
        drawing.Descendants(Svg + "rect").Select(bar => bar.Attribute("fill")!.Value).ShouldBe(["#0b4a5a", "#5b8b98"]);
    }

    [Fact]
    public void Bars_of_a_line_have_no_words_of_their_own_and_what_was_not_counted_has_no_bar()
    {
        var drawing = Read(new ChartPicture("Closed by month", "The numbers stand beside it.", Months, Language.English).Strip().Bytes);
        drawing.Descendants(Svg + "text").ShouldBeEmpty();
        var heights = drawing.Descendants(Svg + "rect").Select(bar => (decimal)bar.Attribute("height")!).ToList();
        heights.Count.ShouldBe(2);
        heights[1].ShouldBe(heights[0] / 2, "the axis starts at zero");
        Read(new ChartPicture("t", "d", [new(new("5月", "May"), 0)], Language.English).Strip().Bytes).Descendants(Svg + "rect").ShouldBeEmpty();
    }

    [Fact]
    public void Its_colours_are_those_of_the_pages()
    {
        var tokens = File.ReadAllText(Path.Combine(TestOffice.Root, "src", "Ui", "wwwroot", "tokens.css"));
        var picture = new ChartPicture("t", "d", Months, Language.Chinese);

        picture.Line().Bytes.ShouldBe(picture.Line().Bytes);
        foreach (var colour in new[] { picture.Bars(), picture.Line(), picture.Strip() }.SelectMany(p => Colour().Matches(Read(p.Bytes).ToString())).Select(match => match.Value).Distinct())
        {
            tokens.ShouldContain($": {colour};");
        }
    }

    [Fact]
    public void Whatever_a_label_says_the_drawing_is_XML() => SampleTexts.Words.Hold(words =>
        Read(new ChartPicture(words, words, [new(Phrase.Same(words), 1, Phrase.Same(words))], Language.Chinese).Bars().Bytes).Name.ShouldBe(Svg + "svg"));

    private static XElement Read(byte[] bytes)
    {
        using var stream = new MemoryStream(bytes);
        return XElement.Load(stream);
    }

    [GeneratedRegex("#[0-9a-f]{6}")]
    private static partial Regex Colour();
}
