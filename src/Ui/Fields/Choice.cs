using GridDesk.Kernel.Forms;

namespace GridDesk.Ui.Fields;

/// <summary>One thing that may be chosen.</summary>
/// <param name="Value">What is sent.</param>
public sealed record Choice(string Value, Phrase Label, Phrase? Hint = null)
{
    public static implicit operator Choice(Option option) => new(option.Value, option.Label);
}
