using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace GridDesk.Kernel.Pack;

/// <summary>From the bytes of a file to text that the YAML parser reads the way a person does.</summary>
internal static class PackText
{
    private const int MostListed = 20;

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    // Some parsers take these for line breaks or for the end of the file; others turn the text round on the screen.
    private static readonly SearchValues<char> Treacherous =
        SearchValues.Create("\u0085\u2028\u2029\uFEFF\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069");

    public static ReadOnlySpan<byte> WithoutByteOrderMark(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith(ByteOrderMark) ? bytes[ByteOrderMark.Length..] : bytes;

    /// <summary>The text with <c>\n</c> as line ends; null when mistakes had to be listed.</summary>
    public static string? Read(PackFile file, List<Mistake> mistakes)
    {
        var bytes = WithoutByteOrderMark(file.Content.Span);
        var characters = new char[bytes.Length];
        var status = Utf8.ToUtf16(bytes, characters, out _, out var length, replaceInvalidSequences: false);
        var text = new string(characters, 0, length).Replace("\r\n", "\n").Replace('\r', '\n');
        if (status is not OperationStatus.Done)
        {
            mistakes.Add(new(End(file.Path, text), "這裡不是 UTF-8 文字，請將檔案另存為 UTF-8。", "This is not UTF-8 text: save the file as UTF-8."));
            return null;
        }

        var refused = Refused(file.Path, text).Take(MostListed).ToList();
        mistakes.AddRange(refused);
        return refused.Count == 0 ? text : null;
    }

    public static bool IsRefused(char character) =>
        (char.IsControl(character) && character is not '\n') || Treacherous.Contains(character);

    private static Place End(string file, string text) =>
        new(file, text.Count(character => character == '\n') + 1, text.Length - text.LastIndexOf('\n'));

    private static IEnumerable<Mistake> Refused(string file, string text)
    {
        var number = 0;
        foreach (var line in text.Split('\n'))
        {
            number++;
            for (var column = 0; column < line.Length; column++)
            {
                if (IsRefused(line[column]))
                {
                    var place = new Place(file, number, column + 1);
                    yield return line[column] == '\t'
                        ? new(place, "不能使用 Tab，請改用空格。", "Tabs are not allowed: use spaces.")
                        : new(place, $"不能使用看不見的控制字元（U+{(int)line[column]:X4}），請刪除。", $"Invisible control characters (U+{(int)line[column]:X4}) are not allowed: delete it.");
                    break;
                }
            }
        }
    }
}
