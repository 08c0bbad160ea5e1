using System.Xml.Linq;

namespace GridDesk.Tests.Ui.Schemas;

/// <summary>Who judges must find mistakes.</summary>
public sealed class RelaxNgTests
{
    private static readonly RelaxNg Judge = new(XElement.Parse("""
        <grammar xmlns="http://relaxng.org/ns/structure/1.0" datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes" xmlns:o="urn:o">
          <start><choice><ref name="office"/><element name="o:other"><empty/></element></choice></start>
          <define name="office">
            <element name="o:office">
              <ref name="attributes"/>
              <optional><element name="o:title"><text/></element></optional>
              <zeroOrMore><ref name="row"/></zeroOrMore>
              <interleave><element name="o:a"><empty/></element><oneOrMore><element name="o:b"><data type="positiveInteger"/></element></oneOrMore></interleave>
            </element>
          </define>
          <define name="row"><element name="o:row"><optional><ref name="row"/></optional><mixed><zeroOrMore><element><nsName ns="urn:x"><except><name ns="urn:x">not</name></except></nsName><text/></element></zeroOrMore></mixed></element></define>
          <define name="attributes" combine="interleave"><attribute name="o:length"><data type="string"><param name="pattern">[0-9]+cm</param></data></attribute></define>
          <define name="attributes" combine="interleave"><optional><attribute name="o:kind"><choice><value>one</value><list><oneOrMore><data type="integer"/></oneOrMore></list></choice></attribute></optional></define>
        </grammar>
        """));

    [Theory]
    [InlineData("<o:other/>", null)]
    [InlineData("<o:office o:length='3cm'><o:a/><o:b>7</o:b></o:office>", null)]
    [InlineData("<o:office o:length='3cm' o:kind=' one '><o:title/><o:b>7</o:b><o:a/><o:b>8</o:b></o:office>", null)]
    [InlineData("<o:office o:kind='1 2 3' o:length='3cm'><o:row>words <x:y>more</x:y> words</o:row><o:row><o:row/></o:row> <o:a/><o:b>1</o:b></o:office>", null)]
    [InlineData("<o:nothing/>", "nothing is not allowed here")]
    [InlineData("<o:other>words</o:other>", "other has a text")]
    [InlineData("<o:office><o:a/><o:b>7</o:b></o:office>", "lacks an attribute")]
    [InlineData("<o:office o:length='3 miles'><o:a/><o:b>7</o:b></o:office>", "@length=\"3 miles\"")]
    [InlineData("<o:office o:length='3cm' o:kind='1 two'><o:a/><o:b>7</o:b></o:office>", "@kind")]
    [InlineData("<o:office o:length='3cm' o:new='1'><o:a/><o:b>7</o:b></o:office>", "@new")]
    [InlineData("<o:office o:length='3cm'><o:b>7</o:b></o:office>", "office has a text that is not allowed, or lacks something")]
    [InlineData("<o:office o:length='3cm'><o:a/><o:b>0</o:b></o:office>", "office/b has a text")]
    [InlineData("<o:office o:length='3cm'><o:a/><o:a/><o:b>7</o:b></o:office>", "office/a is not allowed here")]
    [InlineData("<o:office o:length='3cm'><o:a/><o:b>7</o:b><o:title/></o:office>", "office/title is not allowed here")]
    [InlineData("<o:office o:length='3cm'>words<o:a/><o:b>7</o:b></o:office>", "office/a is not allowed here")]
    [InlineData("<o:office o:length='3cm'><o:row><x:not/></o:row><o:a/><o:b>7</o:b></o:office>", "office/row/not is not allowed here")]
    public void What_the_schema_does_not_allow_is_found(string xml, string? mistake)
    {
        var found = Judge.MistakeIn(XElement.Parse(xml.Replace("/>", " xmlns:o='urn:o' xmlns:x='urn:x'/>", StringComparison.Ordinal).Replace("<o:office", "<o:office xmlns:o='urn:o' xmlns:x='urn:x'", StringComparison.Ordinal).Replace("<o:other>", "<o:other xmlns:o='urn:o'>", StringComparison.Ordinal), LoadOptions.PreserveWhitespace));

        if (mistake is null)
        {
            found.ShouldBeNull();
        }
        else
        {
            found.ShouldNotBeNull().ShouldContain(mistake);
        }
    }
}
