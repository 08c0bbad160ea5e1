using System.Text;
using GridDesk.Hall.Definition;

namespace GridDesk.Hall.Print;

/// <summary>A slip in the language of receipt printers. Text where the printer has a font for every character of it, otherwise a picture.</summary>
internal static class EscPosSlip
{
    private const byte Esc = 0x1B;
    private const byte Gs = 0x1D;
    private const byte Fs = 0x1C;
    private const int Band = 256;

    private static readonly byte[] Begin = [Esc, (byte)'@'];
    private static readonly byte[] Cut = [Gs, (byte)'V', 66, 24];

    /// <summary>Null when it would have to be drawn and this machine has no font.</summary>
    public static byte[]? Of(Slip slip, PrinterDefinition printer, SlipPicture picture)
    {
        if (printer.Cjk is PrinterCjk.Font && CanWrite(slip, printer.Encoding))
        {
            return [.. Begin, Fs, (byte)'&', .. slip.Lines.SelectMany(line => Written(line, printer)), .. Cut];
        }

        return picture.Of(slip, printer.Width) is { } drawn ? [.. Begin, .. Raster(drawn), .. Cut] : null;
    }

    private static bool CanWrite(Slip slip, Encoding encoding)
    {
        try
        {
            return slip.Lines.Where(line => line.Kind is not SlipKind.Qr).Sum(line => encoding.GetByteCount(line.Text)) >= 0;
        }
        catch (EncoderFallbackException)
        {
            return false; // one rare character, and the whole slip is drawn
        }
    }

    private static byte[] Written(SlipLine line, PrinterDefinition printer) => line.Kind switch
    {
        SlipKind.Qr => [.. Aligned(1), .. Raster(Bitmap.OfQr(line.Text, printer.Width)), .. Aligned(0)],
        SlipKind.Rule => [.. Encoding.ASCII.GetBytes(new string('-', printer.Width / 12)), (byte)'\n'],
        SlipKind.Number => [.. Aligned(1), .. Sized(0x55), .. Text(line, printer), .. Sized(0), .. Aligned(0)],
        SlipKind.Head => [.. Aligned(1), .. Bold(1), .. Text(line, printer), .. Bold(0), .. Aligned(0)],
        SlipKind.Bold => [.. Bold(1), .. Text(line, printer), .. Bold(0)],
        _ => Text(line, printer),
    };

    private static byte[] Text(SlipLine line, PrinterDefinition printer) => [.. printer.Encoding.GetBytes(line.Text), (byte)'\n'];

    private static byte[] Aligned(byte how) => [Esc, (byte)'a', how];

    private static byte[] Sized(byte size) => [Gs, (byte)'!', size];

    private static byte[] Bold(byte on) => [Esc, (byte)'E', on];

    // In bands, for a printer's memory is small.
    private static byte[] Raster(Bitmap drawn) =>
    [
        .. Enumerable.Range(0, (drawn.Height + Band - 1) / Band).SelectMany(band =>
        {
            var rows = Math.Min(Band, drawn.Height - band * Band);
            return (byte[])[Gs, (byte)'v', (byte)'0', 0, (byte)(drawn.Stride & 0xFF), (byte)(drawn.Stride >> 8), (byte)(rows & 0xFF), (byte)(rows >> 8), .. drawn.Rows.AsSpan(band * Band * drawn.Stride, rows * drawn.Stride)];
        }),
    ];
}
