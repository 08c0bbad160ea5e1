using GridDesk.Ui.Markup;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace GridDesk.Ui.Figures;

/// <summary>Bars from zero as high as a line of a table, in which their numbers stand.</summary>
internal static class BarStrip
{
    public const int Width = 72;
    public const int Height = 32;

    private const decimal Floor = 31;
    private const decimal Tallest = 28;

    public static TagBuilder Draw(IReadOnlyList<ChartPoint> points)
    {
        var (slot, highest) = (Width / (decimal)Math.Max(1, points.Count), points.Max(point => point.Value) ?? 0);
        return Html
            .Tag(
                "svg",
                "gd-strip",
                points.Index().Where(point => point.Item.Value > 0).Select(point => Bar(point.Item, (point.Index + .5m) * slot, slot * .7m, Tallest * point.Item.Value!.Value / highest)),
                Html.Tag("line", "gd-fig__axis--thin").With("x1", 0).With("y1", Figure.Place(Floor)).With("x2", Width).With("y2", Figure.Place(Floor)))
            .With("viewBox", $"0 0 {Width} {Height}");
    }

    private static TagBuilder Bar(ChartPoint point, decimal middle, decimal wide, decimal tall) => Html.Tag("rect", point.Unfinished ? "gd-fig__bar--open" : "gd-fig__bar")
        .With("x", Figure.Place(middle - (wide / 2)))
        .With("y", Figure.Place(Floor - tall))
        .With("width", Figure.Place(wide))
        .With("height", Figure.Place(tall));
}
