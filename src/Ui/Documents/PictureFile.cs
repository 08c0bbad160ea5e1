using System.Globalization;
using System.Xml.Linq;
using GridDesk.Kernel.Files;

namespace GridDesk.Ui.Documents;

/// <summary>What a picture is and how large it is printed: 96 dots to the inch, made smaller until it fits between the margins and leaves room for text.</summary>
internal sealed record PictureFile(string Type, string Ending, string Width, string Height)
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
        return new(type, ending, Printed(size.Width), Printed(size.Height));

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
