using QRCoder;

namespace GridDesk.Hall.Print;

/// <summary>Black dots on paper, a bit each, rows one after another.</summary>
/// <param name="Width">In dots.</param>
/// <param name="Height">In dots.</param>
internal sealed record Bitmap(int Width, int Height, byte[] Rows)
{
    /// <summary>Bytes of a row.</summary>
    public int Stride => (Width + 7) / 8;

    public static Bitmap Blank(int width, int height) => new(width, height, new byte[(width + 7) / 8 * height]);

    public bool this[int x, int y]
    {
        get => (Rows[y * Stride + x / 8] & (0x80 >> x % 8)) != 0;
        set => Rows[y * Stride + x / 8] |= (byte)(value ? 0x80 >> x % 8 : 0);
    }

    /// <summary>A QR code in the middle of the paper, two fifths of it wide.</summary>
    public static Bitmap OfQr(string text, int width)
    {
        using var code = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var (modules, dots) = (code.ModuleMatrix, Math.Max(3, width * 2 / 5 / code.ModuleMatrix.Count));
        var (size, left) = (modules.Count * dots, (width - modules.Count * dots) / 2);
        var drawn = Blank(width, size);
        for (var y = 0; y < size; y++)
        {
            for (var x = 0; x < size; x++)
            {
                drawn[left + x, y] = modules[y / dots][x / dots];
            }
        }

        return drawn;
    }
}
