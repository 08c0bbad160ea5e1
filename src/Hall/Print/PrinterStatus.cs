namespace GridDesk.Hall.Print;

/// <summary>The status bytes of ESC/POS: <c>DLE EOT 1</c> to <c>4</c>.</summary>
internal readonly record struct PrinterStatus(byte Printer, byte Offline, byte Error, byte Paper)
{
    // Of each byte some bits never change; whatever answers otherwise is no such printer, or its bytes are out of step.
    private const byte Fixed = 0b1001_0011;
    private const byte FixedValue = 0b0001_0010;

    public PrinterCondition Condition =>
        !IsStatus(Printer) || !IsStatus(Offline) || !IsStatus(Error) || !IsStatus(Paper) ? PrinterCondition.Silent
        : Has(Offline, 0x04) ? PrinterCondition.CoverOpen
        : Has(Paper, 0x60) || Has(Offline, 0x20) ? PrinterCondition.NoPaper
        : Has(Error, 0x6C) || Has(Offline, 0x40) ? PrinterCondition.Jam
        : Has(Printer, 0x08) ? PrinterCondition.Offline
        : Has(Paper, 0x0C) ? PrinterCondition.PaperLow
        : PrinterCondition.Ready;

    private static bool IsStatus(byte value) => (value & Fixed) == FixedValue;

    private static bool Has(byte value, byte bits) => (value & bits) != 0;
}
