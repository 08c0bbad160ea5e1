using System.Security.Cryptography;
using GridDesk.Kernel.Data;

namespace GridDesk.Kernel.Files;

/// <summary>Takes in files and gives them out again.</summary>
public sealed class FileStore(OfficeDb db, Store store)
{
    private static readonly Duration KeptUnclaimed = Duration.FromHours(24);

    private string Folder => Path.Combine(Path.GetDirectoryName(Path.GetFullPath(store.Sqlite!))!, "files");

    /// <summary>Stores a file and gives the upload by which a request can claim it.</summary>
    /// <exception cref="Refusal">Empty, over 10 MB, or not of a kind that the office takes.</exception>
    public async Task<Upload> TakeAsync(string name, byte[] bytes, string? document, Instant now, CancellationToken cancel = default)
    {
        CheckLength(bytes);
        var type = FileTypes.Of(bytes) ?? throw new Refusal("upload.type",
            "這種檔案我們打不開。請送 PDF、照片（JPEG、PNG、WebP、TIFF、HEIC）或 ODF 文件。",
            "We cannot open this kind of file. Please send a PDF, a photo (JPEG, PNG, WebP, TIFF, HEIC) or an ODF document.", "file");
        return await StoreAsync(new()
        {
            Id = Guid.CreateVersion7(now.ToDateTimeOffset()),
            Hash = HashOf([bytes]),
            Type = type,
            Length = bytes.Length,
            Name = Shown(name),
            Document = document is { Length: > 0 and <= 60 } && !document.Any(char.IsControl) ? document : null,
            SentAt = now,
        }, [bytes], cancel);
    }

    /// <summary>Stores a photo that may be published, without its tags; the file that was sent is nowhere stored.</summary>
    /// <exception cref="Refusal">As of any file; or no photo, one that is damaged, or of a kind whose tags we cannot take out.</exception>
    public async Task<TakenPhoto> TakePhotoAsync(string name, byte[] bytes, string? document, Instant now, CancellationToken cancel = default)
    {
        CheckLength(bytes);
        var photo = PhotoTags.TakeOut(bytes);
        return new(await TakeAsync(name, photo.Bytes, document, now, cancel), photo);
    }

    /// <summary>Stores what the office made itself, of any kind and size; it is forgotten like an upload unless somebody claims it.</summary>
    public Task<Upload> KeepAsync(string name, byte[] bytes, string type, Instant now, CancellationToken cancel = default) => KeepAsync(name, [bytes], type, now, cancel);

    /// <summary>The same of a file that is made piece by piece, so that a large one need not be in memory as a whole; the pieces are asked for several times.</summary>
    public Task<Upload> KeepAsync(string name, IEnumerable<byte[]> pieces, string type, Instant now, CancellationToken cancel = default) =>
        StoreAsync(new() { Id = Guid.CreateVersion7(now.ToDateTimeOffset()), Hash = HashOf(pieces), Type = type, Length = pieces.Sum(piece => piece.Length), Name = Shown(name), SentAt = now }, pieces, cancel);

    /// <summary>The name under which a file of these pieces is stored: its SHA-256.</summary>
    public static string HashOf(IEnumerable<byte[]> pieces)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var piece in pieces)
        {
            hash.AppendData(piece);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>The bytes of a stored file.</summary>
    public async Task<byte[]> ReadAsync(string hash, CancellationToken cancel = default) => db.IsPostgres
        ? (await db.Set<StoredFile>().AsNoTracking().SingleAsync(f => f.Hash == hash, cancel)).Bytes!
        : await File.ReadAllBytesAsync(Path.Combine(Folder, hash[..2], hash), cancel);

    /// <summary>Removes what nobody claimed within 24 hours.</summary>
    public async Task<int> ForgetUnclaimedAsync(Instant now, CancellationToken cancel = default)
    {
        var before = now - KeptUnclaimed;
        return await db.CommitAsync(() => db.Set<Upload>().Where(u => u.ClaimedBy == null && u.SentAt < before).ExecuteDeleteAsync(cancel), cancel);
    }

    /// <summary>Removes a file whose bytes nobody has sent since <paramref name="before"/>, unless somebody knows it; false when it stays.</summary>
    internal Task<bool> RemoveAsync(string hash, Instant before, CancellationToken cancel) => db.CommitAsync(async () =>
    {
        // Whoever sends the same bytes at this moment holds the row on PostgreSQL, or waits for this save on SQLite.
        if (await db.Set<StoredFile>().Where(f => f.Hash == hash && f.SentAt < before && !db.Set<Upload>().Any(u => u.Hash == f.Hash)).ExecuteDeleteAsync(cancel) == 0)
        {
            return false;
        }

        if (!db.IsPostgres)
        {
            File.Delete(Path.Combine(Folder, hash[..2], hash));
        }

        return true;
    }, cancel);

    // The bytes first: a crash between leaves a file that nobody knows, never a name without its file.
    private async Task<Upload> StoreAsync(Upload upload, IEnumerable<byte[]> pieces, CancellationToken cancel)
    {
        if (!db.IsPostgres)
        {
            await WriteToFolderAsync(upload.Hash, pieces, cancel);
        }

        await db.CommitAsync(async () =>
        {
            var (kept, at) = (db.IsPostgres ? Whole(pieces) : null, upload.SentAt.ToDateTimeUtc());
            await db.Database.ExecuteSqlAsync($"INSERT INTO files (hash, type, length, sent_at, bytes) VALUES ({upload.Hash}, {upload.Type}, {upload.Length}, {at}, {kept}) ON CONFLICT (hash) DO UPDATE SET sent_at = excluded.sent_at", cancel);
            if (!db.IsPostgres)
            {
                await WriteToFolderAsync(upload.Hash, pieces, cancel); // they were there, and may have been removed since as nobody's
            }

            db.Add(upload);
        }, cancel);
        return upload;
    }

    private static void CheckLength(byte[] bytes)
    {
        if (bytes.Length == 0)
        {
            throw new Refusal("upload.empty", "這個檔案是空的，請選另一個檔案。", "This file is empty; please choose another.", "file");
        }

        if (bytes.Length > FileTypes.MaxLength)
        {
            throw new Refusal("upload.too-large", "檔案超過 10 MB，請縮小或分成幾個檔案再送。", "The file is larger than 10 MB; please make it smaller or send it in parts.", "file");
        }
    }

    private static byte[] Whole(IEnumerable<byte[]> pieces)
    {
        using var whole = new MemoryStream(pieces.Sum(piece => piece.Length));
        foreach (var piece in pieces)
        {
            whole.Write(piece);
        }

        return whole.GetBuffer();
    }

    private async Task WriteToFolderAsync(string hash, IEnumerable<byte[]> pieces, CancellationToken cancel)
    {
        var path = Path.Combine(Folder, hash[..2], hash);
        if (File.Exists(path))
        {
            return;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var draft = $"{path}.{Guid.NewGuid():N}";
        await using (var file = new FileStream(draft, FileMode.CreateNew, FileAccess.Write, FileShare.None, 65536, FileOptions.WriteThrough))
        {
            foreach (var piece in pieces)
            {
                await file.WriteAsync(piece, cancel);
            }

            file.Flush(flushToDisk: true);
        }

        File.Move(draft, path, overwrite: true);
    }

    private static string Shown(string name)
    {
        var last = string.Concat((name.Split('/', '\\').LastOrDefault() ?? "").EnumerateRunes().Where(r => !System.Text.Rune.IsControl(r)).Select(r => r.ToString())).Trim();
        return last.Length switch
        {
            0 => "file",
            <= 200 => last,
            _ => last[..(char.IsHighSurrogate(last[199]) ? 199 : 200)],
        };
    }
}

/// <summary>Removes, every hour, uploads that nobody claimed.</summary>
internal sealed class ForgetUploads(FileStore files) : Recurring.IRecur
{
    public Task RunAsync(Instant now, CancellationToken cancel) => files.ForgetUnclaimedAsync(now, cancel);
}
