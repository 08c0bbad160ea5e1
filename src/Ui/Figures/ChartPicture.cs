using System.Text;
using System.Text.Encodings.Web;
using System.Xml;
using System.Xml.Linq;
using GridDesk.Ui.Documents;
using GridDesk.Ui.OpenDocument;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace GridDesk.Ui.Figures;

/// <summary>A chart of the pages as a file of its own, for a text: SVG with its colours in it. The same points give the same bytes.</summary>
/// <param name="Title">What is counted and over which time, with its unit.</param>
/// <param name="Description">What it shows: the highest, the last, the trend. The same numbers belong into a table beside it.</param>
public sealed record ChartPicture(string Title, string Description, IReadOnlyList<ChartPoint> Points, Language Language)
{
    private const string Ink = "#14252b";
    private const string Petrol = "#0b4a5a";

    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    // The same as griddesk.css says of these classes, in the colours of tokens.css.
    private static readonly Dictionary<string, (string Name, string Value)[]> Looks = new()
    {
        ["gd-fig__bar"] = [("fill", Petrol)],
        ["gd-fig__bar--open"] = [("fill", "#5b8b98")],
        ["gd-fig__axis"] = [("stroke", Ink), ("stroke-width", "2")],
        ["gd-fig__axis--thin"] = [("stroke", Ink), ("stroke-width", "1")],
        ["gd-strip"] = [],
        ["gd-fig__line"] = [("fill", "none"), ("stroke", Petrol), ("stroke-width", "3")],
        ["gd-fig__line--open"] = [("stroke-dasharray", "5 6")],
        ["gd-fig__dot"] = [("fill", Petrol)],
        ["gd-fig__dot--last"] = [("fill", "#ffc83d"), ("stroke", Petrol), ("stroke-width", "3")],
        ["gd-fig__word"] = [("font-size", "11.5")],
        ["gd-fig__note"] = [("fill", "#4a5c63")],
    };

    /// <summary>Bars from zero, with their numbers: for counts.</summary>
    public Picture Bars(string? caption = null) => Of(new BarChart(Points, Language), caption);

    /// <summary>A line from zero: for what goes up and down over time.</summary>
    public Picture Line(string? caption = null) => Of(new LineChart(Points, Language), caption);

    /// <summary>Bars from zero as high as a line of a table, in which their numbers stand.</summary>
    public Picture Strip() => Of(BarStrip.Draw(Points), BarStrip.Width, BarStrip.Height, null);

    private Picture Of(Chart chart, string? caption) => Of(chart.Draw(Title, Description, "chart"), Chart.Width, chart.Height, caption);

    private Picture Of(TagBuilder mark, int width, int height, string? caption)
    {
        using var page = new StringWriter();
        mark.WriteTo(page, HtmlEncoder.Default);
        using var reader = XmlReader.Create(new StringReader(page.ToString()), new() { CheckCharacters = false });
        var drawing = Alone(XElement.Load(reader));
        drawing.Add(new XAttribute("width", width), new XAttribute("height", height), new XAttribute("font-family", "Noto Sans CJK TC"), new XAttribute("font-size", 13));
        return new(Encoding.UTF8.GetBytes(drawing.ToString(SaveOptions.DisableFormatting)), Title, Description, caption);
    }

    private static XElement Alone(XElement mark) => new(
        Svg + mark.Name.LocalName,
        mark.Attributes().Where(attribute => attribute.Name.LocalName is not ("class" or "id" or "role" or "aria-labelledby")),
        LooksOf(mark).Select(look => new XAttribute(look.Name, look.Value)),
        mark.Nodes().Select(node => node switch { XElement inner => (XNode)Alone(inner), XText text => new XText(Odf.Storable(text.Value)), _ => node }));

    private static IEnumerable<(string Name, string Value)> LooksOf(XElement mark) => (mark.Attribute("class")?.Value.Split(' ') ?? [])
        .SelectMany(css => Looks[css])
        .Concat(mark.Name.LocalName == "text" ? [("fill", Ink)] : [])
        .DistinctBy(look => look.Name);
}
