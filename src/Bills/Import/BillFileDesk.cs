using GridDesk.Kernel.Csv;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Files;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Time;

namespace GridDesk.Bills.Import;

/// <summary>Reads files of bills and payments. Their rows are taken in behind it (<see cref="TakeBillsIn"/>).</summary>
internal sealed class BillFileDesk(OfficeDb db, EventLog events, FileStore files, PackInForce pack, IClock clock)
{
    /// <summary>The largest file that is taken, in bytes.</summary>
    public const int MaxLength = 100 * 1024 * 1024;

    /// <summary>Reads a file by its mapping. What is stored is what the mapping names; the file itself is not.</summary>
    /// <exception cref="Refusal"><c>bill-file.upload</c>, <c>bill-file.mapping</c></exception>
    public async Task<BillFile> ReadAsync(string name, byte[] bytes, string mappingName, byte[] mapping, Actor by, CancellationToken cancel = default)
    {
        const string refused = "bill-file.upload";
        if (bytes.Length > MaxLength)
        {
            throw new Refusal(refused, "檔案超過 100 MB，請分檔上傳。", "The file is larger than 100 MB; please send it in parts.", "upload");
        }

        var how = MappingFile.Read<BillFileMapping>(mappingName, mapping, "bill-file.mapping");
        var table = CsvTable.Open(bytes, how.Letters, how.Separator, how.Quotes, how.Named, refused);
        var lines = 0;
        var kept = KeptLines.Write(new BillLineReader(how, table, pack.Calendar.Zone).Read().Select(line =>
        {
            lines++;
            return line;
        }));
        if (lines == 0)
        {
            throw new Refusal(refused, "檔案只有欄位名稱，沒有資料。", "The file names its columns but holds no rows.", "upload");
        }

        var now = clock.Now();
        var id = Guid.CreateVersion7(now.ToDateTimeOffset());
        var stored = await files.KeepAsync($"{id:N}.gz", kept, KeptLines.Type, now, cancel);
        return await db.CommitAsync(async () =>
        {
            var file = new BillFile
            {
                Id = id,
                Kind = how.Kind,
                Name = Shown(name),
                Mapping = Shown(mappingName),
                Letters = table.Letters,
                Kept = stored.Hash,
                Lines = lines,
                ReadAt = now,
                By = by.Key,
            };
            db.Add(file);
            await db.Set<Upload>().Where(u => u.Id == stored.Id).ExecuteUpdateAsync(set => set.SetProperty(u => u.ClaimedBy, file.Key), cancel);
            events.Record(file, file.Read(), by);
            return file;
        }, cancel);
    }

    /// <exception cref="Refusal"><c>not-found</c></exception>
    public async Task<BillFile> GetAsync(Guid id, CancellationToken cancel = default) => await db.BillFiles.AsNoTracking().SingleOrDefaultAsync(f => f.Id == id, cancel)
        ?? throw new Refusal("not-found", "沒有這個檔案。", "There is no such file.");

    private static string Shown(string name) => Path.GetFileName(name) is { Length: > 0 } last ? last[..Math.Min(last.Length, 200)] : "?";
}
