using GridDesk.Ui.Markup;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace GridDesk.Ui.Figures;

/// <summary>The drawing of a chart: on a page, and as a picture of its own. Classes say what each mark is; who draws it says how that looks.</summary>
internal abstract class Chart(IReadOnlyList<ChartPoint> points, Language language)
{
    public const int Width = 680;

    private protected const decimal Floor = 240;
    private const int Shortest = 290;
    private const decimal Tallest = 190;
    private const decimal LineHeight = 14;

    public int Height => Shortest + (int)Lower;

    private protected IReadOnlyList<ChartPoint> Points => points;

    /// <param name="title">What a reader who does not see it hears first.</param>
    /// <param name="description">And then, if they like.</param>
    /// <param name="id">Begins the ids of both.</param>
    public TagBuilder Draw(string title, string description, string id) => Html
        .Tag(
            "svg",
            null,
            Html.Tag("title", null, title).With("id", $"{id}-title"),
            Html.Tag("desc", null, description).With("id", $"{id}-desc"),
            Marks(),
            Html.Tag("line", "gd-fig__axis").With("x1", 0).With("y1", Floor).With("x2", Width).With("y2", Floor),
            Labels())
        .With("viewBox", $"0 0 {Width} {Height}")
        .With("role", "img")
        .With("aria-labelledby", $"{id}-title {id}-desc");

    private protected abstract IEnumerable<IHtmlContent> Marks();

    /// <summary>Zero is always the floor.</summary>
    private protected decimal Tall(decimal value)
    {
        var highest = points.Max(point => point.Value) ?? 0;
        return highest <= 0 ? 0 : Math.Max(0, value) / highest * Tallest;
    }

    private protected decimal Slot => (Width - 24m) / Math.Max(1, points.Count);

    private protected decimal Middle(int index) => 12 + Slot * (index + .5m);

    private protected static TagBuilder Text(decimal x, decimal y, object text, string? css = null) => Html
        .Tag("text", css, text)
        .With("x", Figure.Place(x))
        .With("y", Figure.Place(y))
        .With("text-anchor", "middle");

    // Twelve labels fit; of more, every so-manyth is written and the table has them all. Words too long to stand side by side stand below one another.
    private IEnumerable<IHtmlContent> Labels()
    {
        var (step, breaks) = ((points.Count + 11) / 12, Lines > 1);
        return points.Index().Where(point => point.Index % step == 0).SelectMany(point => new IHtmlContent[]
        {
            breaks ? Html.All([.. Words(point.Item).Index().Select(word => Text(Middle(point.Index), Floor + 20 + (LineHeight * word.Index), word.Item, "gd-fig__word"))]) : Text(Middle(point.Index), Floor + 20, Label(point.Item)),
            point.Item.Note is null || step > 1 ? HtmlString.Empty : Text(Middle(point.Index), Floor + 42 + Lower, point.Item.Note.In(language), "gd-fig__note"),
        });
    }

    private string Label(ChartPoint point) => point.Label.In(language);

    private string[] Words(ChartPoint point) => Label(point).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private int Lines => points.Count <= 12 && points.Any(point => Label(point).Sum(sign => sign < 0x2E80 ? 7m : 13m) > Slot) ? points.Max(point => Words(point).Length) : 1;

    private decimal Lower => LineHeight * (Math.Max(1, Lines) - 1);
}
