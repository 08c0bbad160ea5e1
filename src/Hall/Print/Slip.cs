namespace GridDesk.Hall.Print;

/// <summary>What stands on a ticket's slip, line by line.</summary>
internal sealed record Slip(IReadOnlyList<SlipLine> Lines);

/// <param name="Text">Of a QR code: what it says.</param>
internal sealed record SlipLine(SlipKind Kind, string Text = "");

internal enum SlipKind
{
    /// <summary>Centred and bold.</summary>
    Head,

    /// <summary>The number, as large as the paper allows.</summary>
    Number,

    Plain,
    Bold,
    Rule,
    Qr,
}
