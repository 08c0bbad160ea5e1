using System.Text.RegularExpressions;
using SkiaSharp;

namespace GridDesk.Hall.Print;

/// <summary>Draws a slip for a printer that has no Chinese font. Sizes are those of the printed page: 10.5 pt at least, the number 50 pt.</summary>
internal sealed partial class SlipPicture
{
    // On 80 mm paper of 576 dots; other widths have other sizes.
    private const float Paper = 576;
    private const int Gap = 10;

    private readonly Lazy<SlipFont?> _font;

    public SlipPicture() : this(SlipFont.Find) { }

    internal SlipPicture(Func<SlipFont?> find) => _font = new(find);

    /// <summary>Null when this machine has no font.</summary>
    public Bitmap? Of(Slip slip, int width)
    {
        if (_font.Value is not { } font)
        {
            return null;
        }

        List<Bitmap> parts = [.. slip.Lines.Select(line => line.Kind switch
        {
            SlipKind.Qr => Bitmap.OfQr(line.Text, width),
            SlipKind.Rule => Rule(width),
            SlipKind.Number => Text(line.Text, font.Bold, 148, width, centred: true),
            SlipKind.Head => Text(line.Text, font.Bold, 34, width, centred: true),
            SlipKind.Bold => Text(line.Text, font.Bold, 30, width, centred: false),
            _ => Text(line.Text, font.Plain, 30, width, centred: false),
        })];
        return new(width, parts.Sum(p => p.Height), [.. parts.SelectMany(p => p.Rows)]);
    }

    private static Bitmap Rule(int width)
    {
        var drawn = Bitmap.Blank(width, Gap * 2 + 3);
        for (var x = 0; x < width; x++)
        {
            (drawn[x, Gap], drawn[x, Gap + 1], drawn[x, Gap + 2]) = (true, true, true);
        }

        return drawn;
    }

    private static Bitmap Text(string text, SKTypeface face, float size, int width, bool centred)
    {
        using var font = new SKFont(face, size * width / Paper);
        using var ink = new SKPaint { IsAntialias = true, Color = SKColors.Black };
        var (lines, step) = (Broken(text, part => font.MeasureText(part) <= width), (int)Math.Ceiling(font.Spacing));
        using var page = new SKBitmap(width, Math.Max(1, step * lines.Count), SKColorType.Gray8, SKAlphaType.Opaque);
        using var canvas = new SKCanvas(page);
        canvas.Clear(SKColors.White);
        foreach (var (index, line) in lines.Index())
        {
            canvas.DrawText(line, centred ? width / 2f : 0, index * step - font.Metrics.Ascent, centred ? SKTextAlign.Center : SKTextAlign.Left, font, ink);
        }

        var drawn = Bitmap.Blank(width, page.Height);
        var grey = page.GetPixelSpan();
        for (var y = 0; y < page.Height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                drawn[x, y] = grey[y * page.RowBytes + x] < 128;
            }
        }

        return drawn;
    }

    /// <summary>Into lines that fit: between words and between Chinese characters, never before a closing mark. What fits nowhere stands alone.</summary>
    public static IReadOnlyList<string> Broken(string text, Func<string, bool> fits)
    {
        List<string> lines = [""];
        foreach (var piece in Pieces().Matches(text).Select(m => m.Value))
        {
            if (lines[^1].Length > 0 && !fits((lines[^1] + piece).TrimEnd()))
            {
                lines.Add("");
            }

            lines[^1] += piece;
        }

        return [.. lines.Select(line => line.Trim())];
    }

    [GeneratedRegex(@"[!-⺀]+[，。、：；）」]*\s*|\s+|(?:[^\s!-⺀]|\uD83C.)[，。、：；）」]*")]
    private static partial Regex Pieces();
}
