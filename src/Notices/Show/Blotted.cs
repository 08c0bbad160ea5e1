using System.Text.RegularExpressions;

namespace GridDesk.Notices.Show;

/// <summary>What a provider said, without whom it was about: addresses and telephone numbers are blotted out for who is not to learn it.</summary>
internal static partial class Blotted
{
    public static string Of(string said) => Numbers().Replace(Addresses().Replace(said, "＊＊＊"), "＊＊＊");

    [GeneratedRegex(@"[^\s<>""'(),;:]+@[^\s<>""'(),;:]+")]
    private static partial Regex Addresses();

    // Eight digits and more, however they are grouped; the four numbers of an IP address are not, and the number of a case stays.
    [GeneratedRegex(@"(?<!\d)(?<!\d-)(?<!\b[A-Z]{1,4})\d(?:[-\s/()]{0,2}\d){7,}")]
    private static partial Regex Numbers();
}
