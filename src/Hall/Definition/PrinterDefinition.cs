using System.Text;
using GridDesk.Kernel.Pack;

namespace GridDesk.Hall.Definition;

/// <summary>A receipt printer of a hall that speaks ESC/POS over the network.</summary>
/// <param name="Code">As the screen beside it names it: <c>/hall/centre/kiosk?printer=entrance</c>.</param>
/// <param name="Width">Of what it prints, in dots: 576 on 80 mm paper, 384 on 58 mm.</param>
internal sealed record PrinterDefinition(string Code, Phrase Name, string Host, int Port, int Width) : IChecked
{
    public PrinterCjk Cjk { get; init; } = PrinterCjk.Raster;

    /// <summary>In which a printer with a font of its own reads Chinese.</summary>
    public string Codepage { get; init; } = "big5";

    public Encoding Encoding => EncodingOf(Codepage)!;

    void IChecked.Check(Checker check)
    {
        check.Between("port", Port, 1, 65535);
        check.Between("width", Width, 256, 1024);
        if (Cjk is PrinterCjk.Font && EncodingOf(Codepage) is null)
        {
            check.Mistake("codepage", "不認得這個字碼，例如 big5。", "No such code page; try 'big5'.");
        }
    }

    // What it does not hold is noticed, not replaced by a question mark.
    private static Encoding? EncodingOf(string name) => CodePagesEncodingProvider.Instance.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
}

/// <summary>How Chinese reaches the paper: by the printer's own font, or drawn by us.</summary>
internal enum PrinterCjk { Raster, Font }
