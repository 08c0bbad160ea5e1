using System.IO.Compression;
using System.Text;
using System.Text.Json;

namespace GridDesk.Kernel.Csv;

/// <summary>
/// What is stored of a file: its lines as they were read, in JSON, one a line, compressed. The file that was sent is not
/// stored: it names customers.
/// </summary>
public static class KeptLines
{
    public const string Type = "application/gzip";

    public static byte[] Write<T>(IEnumerable<T> lines)
    {
        using var bytes = new MemoryStream();
        using (var zip = new GZipStream(bytes, CompressionLevel.Fastest, leaveOpen: true))
        {
            foreach (var line in lines)
            {
                JsonSerializer.Serialize(zip, line, Json.Options);
                zip.WriteByte((byte)'\n');
            }
        }

        return bytes.ToArray();
    }

    /// <summary>The lines behind the first <paramref name="passed"/>, each with its place, the first of all being 0.</summary>
    public static IEnumerable<(int Place, T Line)> Read<T>(byte[] bytes, int passed)
    {
        using var text = new StreamReader(new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress), Encoding.UTF8);
        for (var place = 0; text.ReadLine() is { } line; place++)
        {
            if (place >= passed)
            {
                yield return (place, JsonSerializer.Deserialize<T>(line, Json.Options)!);
            }
        }
    }
}
