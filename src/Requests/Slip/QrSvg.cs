using System.Globalization;
using System.Text;
using QRCoder;

namespace GridDesk.Requests.Slip;

/// <summary>A QR code as the outline of its dark modules: one path, no style, sharp at any size.</summary>
/// <param name="Size">Width and height in modules, the quiet zone included.</param>
public sealed record QrSvg(int Size, string Path)
{
    public static QrSvg Of(string text)
    {
        using var code = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var rows = code.ModuleMatrix;
        var path = new StringBuilder();
        for (var y = 0; y < rows.Count; y++)
        {
            for (var x = 0; x < rows[y].Length; x++)
            {
                var from = x;
                while (x < rows[y].Length && rows[y][x])
                {
                    x++;
                }

                if (x > from)
                {
                    path.Append(CultureInfo.InvariantCulture, $"M{from} {y}h{x - from}v1h-{x - from}z");
                }
            }
        }

        return new QrSvg(rows.Count, path.ToString());
    }
}
