using System.Globalization;
using System.Xml.Linq;
using GridDesk.Kernel.Files;

namespace GridDesk.Ui.Documents;

/// <summary>What a picture is and how large it is printed: 96 dots to the inch, made smaller until it fits between the margins and leaves room for text.</summary>
/// <param name="Width">Before it is turned.</param>
/// <param name="Height">Before it is turned.</param>
/// <param name="Turn">Stands it upright, since no word processor heeds how the camera was held; angles are in radians, as all of them write.</param>
internal sealed record PictureFile(string Type, string Ending, string Width, string Height, string? Turn)
{
    private const decimal PerDot = 2540m / 96;
    private const int Highest = 13000;

    public static PictureFile Of(byte[] bytes) => FileTypes.Of(bytes) switch
    {
        "image/jpeg" => Of("image/jpeg", "jpg", PhotoSize.Of(bytes)),
        "image/png" => Of("image/png", "png", PhotoSize.Of(bytes)),
        "image/webp" => Of("image/webp", "webp", PhotoSize.Of(bytes)),
        null when bytes.AsSpan().StartsWith("<svg"u8) => Of("image/svg+xml", "svg", SizeOfDrawing(bytes)),
        _ => throw new ArgumentException("A text takes JPEG, PNG, WebP and SVG.", nameof(bytes)),
    };

    private static PictureFile Of(string type, string ending, PhotoSize size)
    {
        var smaller = Math.Min(1, Math.Min(BodyStyles.TextWidth / (size.Width * PerDot), Highest / (size.Height * PerDot)));
        var (wide, high) = (Printed(size.Width), Printed(size.Height));
        return size.Turns switch
        {
            1 => new(type, ending, high, wide, $"rotate(-1.5707963267949) translate({wide} 0cm)"),
            2 => new(type, ending, wide, high, $"rotate(3.14159265358979) translate({wide} {high})"),
            3 => new(type, ending, high, wide, $"rotate(1.5707963267949) translate(0cm {high})"),
            _ => new(type, ending, wide, high, null),
        };

        string Printed(int dots) => BodyStyles.Centimetres(Math.Max(1, (int)Math.Round(dots * PerDot * smaller)));
    }

    private static PhotoSize SizeOfDrawing(byte[] bytes)
    {
        using var stream = new MemoryStream(bytes);
        var root = XElement.Load(stream);
        return new(Dots("width"), Dots("height"));

        int Dots(string attribute) => int.Parse(root.Attribute(attribute)!.Value, CultureInfo.InvariantCulture);
    }
}
