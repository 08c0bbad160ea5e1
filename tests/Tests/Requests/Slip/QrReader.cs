using System.Text;
using System.Text.RegularExpressions;

namespace GridDesk.Tests.Requests.Slip;

/// <summary>
/// Reads a QR code (ISO/IEC 18004) from the outline that a page shows, as a telephone would from the paper: format, mask, the way
/// through the modules, blocks, text. It shares nothing with what draws it. Error correction M, up to version 10, undamaged.
/// </summary>
internal sealed partial class QrReader
{
    private const int Quiet = 4;

    // Lengths of the blocks of data for error correction M, by version.
    private static readonly int[][] Blocks = [[16], [28], [44], [32, 32], [43, 43], [27, 27, 27, 27], [31, 31, 31, 31], [38, 38, 39, 39], [36, 36, 36, 37, 37], [43, 43, 43, 43, 44]];

    private const string Letters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";

    private readonly bool[,] _dark;
    private readonly int _size;

    private QrReader(bool[,] dark) => (_dark, _size) = (dark, dark.GetLength(0));

    private int Version => (_size - 17) / 4;

    /// <param name="viewBox">Of the drawing: <c>0 0 41 41</c>.</param>
    /// <param name="path">The runs of dark modules.</param>
    public static string Read(string viewBox, string path)
    {
        var size = int.Parse(viewBox.Split(' ')[2]) - (2 * Quiet);
        var dark = new bool[size, size];
        foreach (Match run in Run().Matches(path))
        {
            var (x, y, length) = (int.Parse(run.Groups[1].Value), int.Parse(run.Groups[2].Value), int.Parse(run.Groups[3].Value));
            for (var i = 0; i < length; i++)
            {
                dark[y - Quiet, x - Quiet + i] = true;
            }
        }

        return new QrReader(dark).Text();
    }

    private string Text()
    {
        var format = Format();
        (format >> 13).ShouldBe(0b00, "error correction M");
        var words = Words((format >> 10) & 7);
        var lengths = Blocks[Version - 1];
        var blocks = lengths.Select(_ => new List<byte>()).ToList();
        var next = 0;
        for (var i = 0; i < lengths.Max(); i++)
        {
            for (var block = 0; block < blocks.Count; block++)
            {
                if (i < lengths[block])
                {
                    blocks[block].Add(words[next++]);
                }
            }
        }

        var bits = string.Concat(blocks.SelectMany(block => block).Select(word => Convert.ToString(word, 2).PadLeft(8, '0')));
        return Segments(bits);
    }

    // One after another: bytes, or letters and digits in pairs, or digits in threes.
    private string Segments(string bits)
    {
        var (text, at, isLong) = (new StringBuilder(), 0, Version >= 10);
        while (bits.Length - at >= 4 && Take(4) is var mode and not 0)
        {
            switch (mode)
            {
                case 4:
                    for (var left = Take(isLong ? 16 : 8); left > 0; left--)
                    {
                        text.Append((char)Take(8));
                    }

                    break;
                case 2:
                    for (var left = Take(isLong ? 11 : 9); left > 0; left -= 2)
                    {
                        var pair = Take(left > 1 ? 11 : 6);
                        text.Append(left > 1 ? $"{Letters[pair / 45]}{Letters[pair % 45]}" : $"{Letters[pair]}");
                    }

                    break;
                case 1:
                    for (var left = Take(isLong ? 12 : 10); left > 0; left -= 3)
                    {
                        text.Append($"{Take(left > 2 ? 10 : left > 1 ? 7 : 4)}".PadLeft(Math.Min(left, 3), '0'));
                    }

                    break;
                default: throw new InvalidOperationException($"There is no mode {mode}");
            }
        }

        return $"{text}";

        int Take(int count) => Convert.ToInt32(bits[at..(at += count)], 2);
    }

    // Fifteen bits around the upper left corner, most significant first.
    private int Format()
    {
        (int Row, int Column)[] places = [.. Enumerable.Range(0, 6).Select(i => (8, i)), (8, 7), (8, 8), (7, 8), .. Enumerable.Range(0, 6).Select(i => (5 - i, 8))];
        return places.Aggregate(0, (bits, place) => (bits << 1) | (_dark[place.Row, place.Column] ? 1 : 0)) ^ 0x5412;
    }

    // From the lower right corner, in columns of two, up and down by turns.
    private List<byte> Words(int mask)
    {
        List<byte> words = [];
        var (word, bits, up) = (0, 0, true);
        for (var right = _size - 1; right > 0; right -= 2)
        {
            right -= right == 6 ? 1 : 0;
            for (var i = 0; i < _size; i++)
            {
                var row = up ? _size - 1 - i : i;
                foreach (var column in (int[])[right, right - 1])
                {
                    if (IsFixed(row, column))
                    {
                        continue;
                    }

                    word = (word << 1) | (_dark[row, column] ^ Masks(mask, row, column) ? 1 : 0);
                    if (++bits == 8)
                    {
                        words.Add((byte)word);
                        (word, bits) = (0, 0);
                    }
                }
            }

            up = !up;
        }

        return words;
    }

    private bool IsFixed(int row, int column) => row == 6 || column == 6
        || (row < 9 && column < 9) || (row < 9 && column >= _size - 8) || (row >= _size - 8 && column < 9)
        || (Version >= 7 && ((row < 6 && column >= _size - 11) || (column < 6 && row >= _size - 11)))
        || Centres.Any(y => Centres.Any(x => !IsCorner(y, x) && Math.Abs(row - y) <= 2 && Math.Abs(column - x) <= 2));

    private int[] Centres => Version switch { 1 => [], < 7 => [6, _size - 7], _ => [6, (_size - 1) / 2, _size - 7] };

    private bool IsCorner(int y, int x) => (y, x) == (6, 6) || (y, x) == (6, _size - 7) || (y, x) == (_size - 7, 6);

    private static bool Masks(int mask, int r, int c) => mask switch
    {
        0 => (r + c) % 2 == 0,
        1 => r % 2 == 0,
        2 => c % 3 == 0,
        3 => (r + c) % 3 == 0,
        4 => ((r / 2) + (c / 3)) % 2 == 0,
        5 => (r * c % 2) + (r * c % 3) == 0,
        6 => ((r * c % 2) + (r * c % 3)) % 2 == 0,
        _ => (((r + c) % 2) + (r * c % 3)) % 2 == 0,
    };

    [GeneratedRegex(@"M(\d+) (\d+)h(\d+)v1")]
    private static partial Regex Run();
}
