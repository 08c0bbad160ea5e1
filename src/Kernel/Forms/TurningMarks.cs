using System.Text.RegularExpressions;

namespace GridDesk.Kernel.Forms;

/// <summary>Marks that turn the direction of writing: they make a text look like another, and everything after it on a page or a slip.</summary>
public static partial class TurningMarks
{
    public static string Without(string text) => Any.Replace(text, "");

    [GeneratedRegex("[\u202A-\u202E\u2066-\u2069\uFEFF]")]
    private static partial Regex Any { get; }
}
