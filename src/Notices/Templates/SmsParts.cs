using System.Text;

namespace GridDesk.Notices.Templates;

/// <summary>
/// How many text messages a text is paid as. Where every character is in the GSM alphabet (3GPP TS 23.038 §6.2.1) a message holds 160, or
/// 153 in each part of a longer one; characters of the extension table count twice. Otherwise it is UCS-2: 70, or 67 in each part. A
/// character is never divided between two parts.
/// </summary>
/// <param name="Count">None for an empty text.</param>
/// <param name="IsGsm">In the GSM alphabet; one character outside it makes the whole text UCS-2.</param>
/// <param name="Left">How many units the last part still takes; a Chinese character is one.</param>
/// <param name="Units">How many it takes altogether.</param>
internal sealed record SmsParts(int Count, bool IsGsm, int Left, int Units)
{
    private const string Basic = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
    private const string Extension = "\f^{}\\[~]|€";

    public static SmsParts Of(string text)
    {
        var isGsm = text.All(c => Basic.Contains(c, StringComparison.Ordinal) || Extension.Contains(c, StringComparison.Ordinal));
        List<int> units = isGsm ? [.. text.Select(c => Extension.Contains(c, StringComparison.Ordinal) ? 2 : 1)] : [.. text.EnumerateRunes().Select(r => r.Utf16SequenceLength)];
        var (whole, part) = isGsm ? (160, 153) : (70, 67);
        var all = units.Sum();
        if (all <= whole)
        {
            return new(all == 0 ? 0 : 1, isGsm, whole - all, all);
        }

        var (parts, used) = (1, 0);
        foreach (var unit in units)
        {
            if (used + unit > part)
            {
                (parts, used) = (parts + 1, 0);
            }

            used += unit;
        }

        return new(parts, isGsm, part - used, all);
    }
}
