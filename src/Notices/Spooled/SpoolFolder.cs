using GridDesk.Kernel.Data;
using Microsoft.Extensions.Configuration;

namespace GridDesk.Notices.Spooled;

/// <summary>
/// Where the spool lies: <c>GRIDDESK_SPOOL</c>, or <c>spool</c> beside the office's data. A file is there whole or not at all, however
/// many processes write, and its name is made of the channel and the message's id and of nothing that anybody typed.
/// </summary>
internal sealed class SpoolFolder(string root)
{
    /// <exception cref="InvalidOperationException">It is said nowhere.</exception>
    public static SpoolFolder Of(IConfiguration settings, Store store) => new(Path.GetFullPath(
        settings["GRIDDESK_SPOOL"] is { Length: > 0 } said ? said
        : store.Sqlite is { } file ? Path.Combine(Path.GetDirectoryName(Path.GetFullPath(file))!, "spool")
        : throw new InvalidOperationException("GRIDDESK_SPOOL is the folder into which messages without a provider are written.")));

    public async Task WriteAsync(MessageChannel channel, Guid id, string text, CancellationToken cancel)
    {
        var file = FileOf(channel, id);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        var unfinished = $"{file}.{Guid.NewGuid():N}";
        try
        {
            await using (var writing = new FileStream(unfinished, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                await writing.WriteAsync(System.Text.Encoding.UTF8.GetBytes(text), cancel);
                writing.Flush(flushToDisk: true);
            }

            File.Move(unfinished, file, overwrite: true);
        }
        catch
        {
            File.Delete(unfinished);
            throw;
        }
    }

    /// <summary>Null when it is not there: removed, or written by a process on another machine.</summary>
    public async Task<string?> ReadAsync(MessageChannel channel, Guid id, CancellationToken cancel)
    {
        try
        {
            return await File.ReadAllTextAsync(FileOf(channel, id), cancel);
        }
        catch (IOException problem) when (problem is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>In bytes; null when it is not there.</summary>
    public long? SizeOf(MessageChannel channel, Guid id) => new FileInfo(FileOf(channel, id)) is { Exists: true } file ? file.Length : null;

    private string FileOf(MessageChannel channel, Guid id) => Path.Combine(root, channel.ToString().ToLowerInvariant(), $"{id:N}.txt");
}
