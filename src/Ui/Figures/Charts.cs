using GridDesk.Ui.Markup;
using Microsoft.AspNetCore.Html;

namespace GridDesk.Ui.Figures;

/// <summary>Bars from zero, the value on each.</summary>
internal sealed class BarChart(IReadOnlyList<ChartPoint> points, Language language) : Chart(points, language)
{
    private const int NarrowestWithText = 34;

    private protected override IEnumerable<IHtmlContent> Marks() => Points.Index()
        .Where(point => point.Item.Value is not null)
        .SelectMany(point => Bar(point.Index, point.Item));

    private IEnumerable<IHtmlContent> Bar(int index, ChartPoint point)
    {
        var tall = Tall(point.Value!.Value);
        var wide = Math.Min(64, Slot * .6m);

        yield return Html.Tag("rect", point.Unfinished ? "gd-fig__bar--open" : "gd-fig__bar")
            .With("x", Figure.Place(Middle(index) - wide / 2))
            .With("y", Figure.Place(Floor - tall))
            .With("width", Figure.Place(wide))
            .With("height", Figure.Place(tall));

        if (Slot >= NarrowestWithText)
        {
            yield return Text(Middle(index), Floor - tall - 8, Figure.Text(point.Value));
        }
    }
}

/// <summary>One line from zero, the first, highest and last value written. A missing value breaks the line.</summary>
internal sealed class LineChart(IReadOnlyList<ChartPoint> points, Language language) : Chart(points, language)
{
    private protected override IEnumerable<IHtmlContent> Marks()
    {
        var known = Points.Index().Where(point => point.Item.Value is not null).Select(point => (point.Index, Value: point.Item.Value!.Value)).ToList();

        if (known.Count == 0)
        {
            yield break;
        }

        foreach (var ((from, start), (to, end)) in known.Zip(known.Skip(1)).Where(pair => pair.Second.Index == pair.First.Index + 1))
        {
            yield return Html.Tag("line", Html.Join("gd-fig__line", Points[to].Unfinished ? "gd-fig__line--open" : null))
                .With("x1", Figure.Place(Middle(from)))
                .With("y1", Figure.Place(Floor - Tall(start)))
                .With("x2", Figure.Place(Middle(to)))
                .With("y2", Figure.Place(Floor - Tall(end)));
        }

        var last = known[^1].Index;
        var written = new[] { known[0].Index, known.MaxBy(point => point.Value).Index, last };

        foreach (var (index, value) in known)
        {
            yield return Html.Tag("circle", index == last ? "gd-fig__dot--last" : "gd-fig__dot")
                .With("cx", Figure.Place(Middle(index)))
                .With("cy", Figure.Place(Floor - Tall(value)))
                .With("r", index == last ? 6 : 3);

            if (written.Contains(index))
            {
                yield return Text(Middle(index), Floor - Tall(value) - 12, Figure.Text(value));
            }
        }
    }
}
