using GridDesk.Hall.Definition;

namespace GridDesk.Hall.Print;

/// <summary>The border to somebody else's receipt printer. Neither call throws because of the printer: what went wrong is the answer.</summary>
internal interface IReceiptPrinter
{
    /// <summary>How it is.</summary>
    Task<PrinterCondition> AskAsync(PrinterDefinition printer);

    /// <summary>Prints one slip and asks afterwards whether it is on paper.</summary>
    Task<Printing> PrintAsync(PrinterDefinition printer, Slip slip);
}

internal sealed record Printing(PrintResult Result, PrinterCondition Condition);

internal enum PrintResult
{
    /// <summary>The printer answered after the slip, and nothing is wrong with it.</summary>
    Printed,

    /// <summary>Nothing was sent: surely no slip came out.</summary>
    NotPrinted,

    /// <summary>Something was sent and not confirmed: a slip may have come out, or half of one.</summary>
    InDoubt,
}

/// <summary>How long a printer is waited for.</summary>
/// <param name="Answer">To be reached, and to say how it is.</param>
/// <param name="Print">To have printed a slip.</param>
internal sealed record PrinterPatience(TimeSpan Answer, TimeSpan Print)
{
    public static PrinterPatience Usual { get; } = new(TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(10));
}
