using System.Xml.Linq;
using GridDesk.Tests.Infrastructure;
using GridDesk.Tests.Time;
using GridDesk.Tests.Ui.Schemas;
using static GridDesk.Ui.OpenDocument.Odf;

namespace GridDesk.Tests.Ui.Documents;

/// <summary>
/// Texts and sheets are judged by the schemas of OASIS for OpenDocument 1.2, whole and as published (<c>tests/Tests/Ui/Schemas/*.rng</c>, with their
/// notice). Ours say that they are 1.3, which adds to 1.2 and takes nothing away that we write; so the number alone is put back before judging.
/// </summary>
public sealed class OdfSchemaTests
{
    private static readonly RelaxNg Document = Load("OpenDocument-v1.2-cos01-schema.rng");
    private static readonly RelaxNg Manifest = Load("OpenDocument-v1.2-cos01-manifest-schema.rng");

    [Fact]
    public void A_text_is_as_the_standard_says()
    {
        foreach (var language in Enum.GetValues<Language>())
        {
            MistakesIn(SampleTexts.Report(language).Odt(), "content.xml", "styles.xml", "meta.xml").ShouldBeEmpty();
        }
    }

    [Fact]
    public void A_sheet_is_as_the_standard_says() => MistakesIn(SheetTests.Sample("a", "two\nlines").Ods(), "content.xml").ShouldBeEmpty();

    [Fact]
    public void Whatever_a_text_says_it_is_as_the_standard_says() =>
        SampleTexts.Random.Hold(text => MistakesIn(text.Odt(), "content.xml", "styles.xml", "meta.xml").ShouldBeEmpty(), quick: 100);

    [Fact]
    public void Whatever_a_sheet_says_it_is_as_the_standard_says() =>
        SampleTexts.Words.Hold(words => MistakesIn(SheetTests.Sample(words).Ods(), "content.xml").ShouldBeEmpty(), quick: 50);

    /// <summary>Or the others would prove nothing.</summary>
    [Fact]
    public void What_the_standard_does_not_allow_is_found()
    {
        Spoilt(content => content.Descendants(Text + "h").First().SetAttributeValue(Text + "outline-level", "0")).ShouldContain("h/@outline-level=\"0\"");
        Spoilt(content => content.Descendants(Table + "table-header-rows").First().Add(new XElement(Text + "p"))).ShouldContain("table-header-rows/p is not allowed here");
        Spoilt(content => content.Descendants(Draw + "image").First().SetAttributeValue(Xlink + "type", null)).ShouldContain("image lacks an attribute");
        Spoilt(content => content.Descendants(Svg + "title").First().AddBeforeSelf(new XElement(Svg + "desc"))).ShouldContain("title is not allowed here");
        Spoilt(content => content.Descendants(Style + "style").First().SetAttributeValue(Style + "family", "paragraphs")).ShouldContain("@family");
        Spoilt(content => content.Descendants(Draw + "frame").First().SetAttributeValue(Svg + "width", "17 cm")).ShouldContain("@width");
    }

    private static string Spoilt(Action<XElement> spoil)
    {
        var content = Numbered(new OpenedPackage(SampleTexts.Report().Odt()).Content);
        Document.MistakeIn(content).ShouldBeNull();
        spoil(content);
        return Document.MistakeIn(content).ShouldNotBeNull();
    }

    internal static IEnumerable<string> MistakesIn(byte[] bytes, params IEnumerable<string> parts)
    {
        var package = new OpenedPackage(bytes);
        return parts.Select(part => Document.MistakeIn(Numbered(package.Part(part))) is { } mistake ? $"{part}: {mistake}" : null)
            .Append(Manifest.MistakeIn(Numbered(package.Part("META-INF/manifest.xml"))))
            .OfType<string>();
    }

    private static XElement Numbered(XElement root)
    {
        foreach (var version in root.DescendantsAndSelf().Attributes().Where(attribute => attribute.Name.LocalName == "version"))
        {
            version.Value.ShouldBe("1.3");
            version.Value = "1.2";
        }

        return root;
    }

    private static RelaxNg Load(string name) => new(XElement.Load(Path.Combine(TestOffice.Root, "tests", "Tests", "Ui", "Schemas", name)));
}
