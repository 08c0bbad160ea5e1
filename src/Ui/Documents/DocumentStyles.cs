using System.Xml.Linq;
using static GridDesk.Ui.OpenDocument.Odf;

namespace GridDesk.Ui.Documents;

/// <summary>How every text of the office looks on A4: one style for each kind of paragraph, under the names that word processors know.</summary>
internal static class DocumentStyles
{
    public static XElement Of(string title, Language language)
    {
        var (known, foot) = (XElement.Parse(Known), new XElement(Style + "footer", new XElement(Text + "p").With(Text + "style-name", "Footer").Holding(
            Inline($"{title}\t"), new Phrase("第 ", "Page ").In(language), Page("page-number"), new Phrase(" 頁，共 ", " of ").In(language), Page("page-count"), new Phrase(" 頁", "").In(language))));
        var words = known.Descendants(Style + "text-properties").First();
        words.With(Fo + "language", language is Language.English ? "en" : "zh").With(Fo + "country", language is Language.English ? "GB" : "TW");
        known.Descendants(Style + "master-page").Single().Add(foot);
        return new(Office + "document-styles", RootAttributes, known.Elements());
    }

    private static XElement Page(string field) => new(Text + field, "1");

    // Chinese sets its paragraphs apart by leading and not by indenting; colours are those of the pages.
    private const string Known = """
        <styles xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0">
          <office:font-face-decls>
            <style:font-face style:name="Noto Sans" svg:font-family="'Noto Sans'" style:font-family-generic="swiss" style:font-pitch="variable"/>
            <style:font-face style:name="Noto Sans CJK TC" svg:font-family="'Noto Sans CJK TC'" style:font-family-generic="swiss" style:font-pitch="variable"/>
          </office:font-face-decls>
          <office:styles>
            <style:default-style style:family="paragraph">
              <style:paragraph-properties style:text-autospace="ideograph-alpha" style:line-break="strict" style:punctuation-wrap="hanging" fo:orphans="2" fo:widows="2"/>
              <style:text-properties fo:color="#14252b" style:font-name="Noto Sans" style:font-name-asian="Noto Sans CJK TC" fo:font-size="11pt" style:font-size-asian="11pt" style:language-asian="zh" style:country-asian="TW"/>
            </style:default-style>
            <style:style style:name="Standard" style:family="paragraph" style:class="text"/>
            <style:style style:name="Text_20_body" style:display-name="Text body" style:family="paragraph" style:parent-style-name="Standard" style:class="text">
              <style:paragraph-properties fo:line-height="130%" fo:margin-bottom="0.25cm"/>
            </style:style>
            <style:style style:name="Heading" style:family="paragraph" style:parent-style-name="Standard" style:next-style-name="Text_20_body" style:class="text">
              <style:paragraph-properties fo:keep-with-next="always" fo:margin-top="0.5cm" fo:margin-bottom="0.2cm"/>
              <style:text-properties fo:color="#0b4a5a" fo:font-weight="bold" style:font-weight-asian="bold"/>
            </style:style>
            <style:style style:name="Title" style:family="paragraph" style:parent-style-name="Heading" style:next-style-name="Text_20_body" style:class="chapter">
              <style:paragraph-properties fo:margin-top="0cm" fo:margin-bottom="0.6cm"/>
              <style:text-properties fo:font-size="22pt" style:font-size-asian="22pt"/>
            </style:style>
            <style:style style:name="Heading_20_1" style:display-name="Heading 1" style:family="paragraph" style:parent-style-name="Heading" style:next-style-name="Text_20_body" style:default-outline-level="1" style:class="text">
              <style:text-properties fo:font-size="17pt" style:font-size-asian="17pt"/>
            </style:style>
            <style:style style:name="Heading_20_2" style:display-name="Heading 2" style:family="paragraph" style:parent-style-name="Heading" style:next-style-name="Text_20_body" style:default-outline-level="2" style:class="text">
              <style:text-properties fo:font-size="14pt" style:font-size-asian="14pt"/>
            </style:style>
            <style:style style:name="Heading_20_3" style:display-name="Heading 3" style:family="paragraph" style:parent-style-name="Heading" style:next-style-name="Text_20_body" style:default-outline-level="3" style:class="text">
              <style:text-properties fo:font-size="12pt" style:font-size-asian="12pt"/>
            </style:style>
            <style:style style:name="Heading_20_4" style:display-name="Heading 4" style:family="paragraph" style:parent-style-name="Heading" style:next-style-name="Text_20_body" style:default-outline-level="4" style:class="text"/>
            <style:style style:name="Heading_20_5" style:display-name="Heading 5" style:family="paragraph" style:parent-style-name="Heading" style:next-style-name="Text_20_body" style:default-outline-level="5" style:class="text"/>
            <style:style style:name="Heading_20_6" style:display-name="Heading 6" style:family="paragraph" style:parent-style-name="Heading" style:next-style-name="Text_20_body" style:default-outline-level="6" style:class="text"/>
            <style:style style:name="List" style:family="paragraph" style:parent-style-name="Text_20_body" style:class="list">
              <style:paragraph-properties fo:margin-bottom="0.1cm"/>
            </style:style>
            <style:style style:name="Table_20_Contents" style:display-name="Table Contents" style:family="paragraph" style:parent-style-name="Standard" style:class="extra">
              <style:text-properties fo:font-size="10pt" style:font-size-asian="10pt"/>
            </style:style>
            <style:style style:name="Table_20_Heading" style:display-name="Table Heading" style:family="paragraph" style:parent-style-name="Table_20_Contents" style:class="extra">
              <style:text-properties fo:font-weight="bold" style:font-weight-asian="bold"/>
            </style:style>
            <style:style style:name="Number" style:family="paragraph" style:parent-style-name="Table_20_Contents" style:class="extra">
              <style:paragraph-properties fo:text-align="end"/>
            </style:style>
            <style:style style:name="Number_20_heading" style:display-name="Number heading" style:family="paragraph" style:parent-style-name="Table_20_Heading" style:class="extra">
              <style:paragraph-properties fo:text-align="end"/>
            </style:style>
            <style:style style:name="Caption" style:family="paragraph" style:parent-style-name="Standard" style:class="extra">
              <style:paragraph-properties fo:margin-top="0.1cm" fo:margin-bottom="0.4cm"/>
              <style:text-properties fo:color="#4a5c63" fo:font-size="10pt" style:font-size-asian="10pt"/>
            </style:style>
            <style:style style:name="Table" style:family="paragraph" style:parent-style-name="Caption" style:class="extra">
              <style:paragraph-properties fo:keep-with-next="always" fo:margin-top="0.4cm" fo:margin-bottom="0.15cm"/>
            </style:style>
            <style:style style:name="Figure" style:family="paragraph" style:parent-style-name="Caption" style:class="extra"/>
            <style:style style:name="Picture" style:family="paragraph" style:parent-style-name="Standard" style:class="extra">
              <style:paragraph-properties fo:margin-top="0.3cm" fo:margin-bottom="0.3cm"/>
            </style:style>
            <style:style style:name="Picture_20_with_20_caption" style:display-name="Picture with caption" style:family="paragraph" style:parent-style-name="Picture" style:class="extra">
              <style:paragraph-properties fo:keep-with-next="always" fo:margin-bottom="0cm"/>
            </style:style>
            <style:style style:name="Footer" style:family="paragraph" style:parent-style-name="Standard" style:class="extra">
              <style:paragraph-properties><style:tab-stops><style:tab-stop style:position="17cm" style:type="right"/></style:tab-stops></style:paragraph-properties>
              <style:text-properties fo:color="#4a5c63" fo:font-size="9pt" style:font-size-asian="9pt"/>
            </style:style>
            <style:style style:name="Strong_20_Emphasis" style:display-name="Strong Emphasis" style:family="text">
              <style:text-properties fo:font-weight="bold" style:font-weight-asian="bold"/>
            </style:style>
            <style:style style:name="Internet_20_link" style:display-name="Internet link" style:family="text">
              <style:text-properties fo:color="#0b5567" style:text-underline-style="solid" style:text-underline-width="auto" style:text-underline-color="font-color"/>
            </style:style>
            <text:list-style style:name="Bullets">
              <text:list-level-style-bullet text:level="1" text:bullet-char="•">
                <style:list-level-properties text:list-level-position-and-space-mode="label-alignment">
                  <style:list-level-label-alignment text:label-followed-by="listtab" text:list-tab-stop-position="0.6cm" fo:text-indent="-0.6cm" fo:margin-left="0.6cm"/>
                </style:list-level-properties>
              </text:list-level-style-bullet>
            </text:list-style>
          </office:styles>
          <office:automatic-styles>
            <style:page-layout style:name="A4">
              <style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" style:print-orientation="portrait" fo:margin-top="2.2cm" fo:margin-bottom="1.6cm" fo:margin-left="2cm" fo:margin-right="2cm"/>
              <style:footer-style><style:header-footer-properties fo:min-height="0.9cm" fo:margin-top="0.5cm"/></style:footer-style>
            </style:page-layout>
          </office:automatic-styles>
          <office:master-styles><style:master-page style:name="Standard" style:page-layout-name="A4"/></office:master-styles>
        </styles>
        """;
}
