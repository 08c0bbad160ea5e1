using GridDesk.Kernel.Csv;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Files;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Time;
using GridDesk.Requests.Shadow.Read;

namespace GridDesk.Requests.Shadow;

/// <summary>Reads the registers of other systems and removes them again. Judging is done behind it (<see cref="ShadowRun"/>).</summary>
internal sealed class ShadowDesk(OfficeDb db, EventLog events, FileStore files, MappingReader mappings, PackInForce pack, IClock clock)
{
    /// <summary>The largest register that is taken, in bytes.</summary>
    public const int MaxLength = 100 * 1024 * 1024;

    /// <summary>
    /// Reads a register by its mapping. What is stored is what the mapping names; the file itself is not. Broken rows are kept
    /// with their reasons, the others are judged afterwards.
    /// </summary>
    /// <exception cref="Refusal"><c>shadow.register</c>, <c>shadow.mapping</c></exception>
    public async Task<ShadowImport> ReadAsync(string name, byte[] register, string mappingName, byte[] mapping, Actor by, CancellationToken cancel = default)
    {
        if (register.Length > MaxLength)
        {
            throw new Refusal("shadow.register", "登記簿超過 100 MB，請分年或分檔上傳。", "The register is larger than 100 MB; please send it in parts, such as year by year.", "register");
        }

        var read = mappings.Read(mappingName, mapping);
        var table = RegisterTable.Open(register, read);
        var (lines, broken, last) = (0, 0, Instant.MinValue);
        var kept = KeptLines.Write(new RowReader(read, mappings, table, pack.Calendar.Zone).Read().Select(line =>
        {
            lines++;
            broken += line.Row is null ? 1 : 0;
            last = Instant.Max(last, line.Row?.Last ?? last);
            return line;
        }));
        if (lines == 0)
        {
            throw new Refusal("shadow.register", "登記簿只有欄位名稱，沒有案件。", "The register names its columns but holds no case.", "register");
        }

        var now = clock.Now();
        var id = Guid.CreateVersion7(now.ToDateTimeOffset());
        var file = await files.KeepAsync($"{id:N}.gz", kept, KeptLines.Type, now, cancel);
        return await db.CommitAsync(async () =>
        {
            var import = new ShadowImport
            {
                Id = id,
                Name = Shown(name),
                Mapping = Shown(mappingName),
                Letters = table.Letters,
                File = file.Hash,
                Lines = lines,
                AsOf = last == Instant.MinValue ? now : Instant.Min(last, now), // a mistyped year lies in the future
                ReadAt = now,
                By = by.Key,
                Calendar = pack.Calendar.Edition,
            };
            db.Add(import);
            await db.Set<Upload>().Where(u => u.Id == file.Id).ExecuteUpdateAsync(set => set.SetProperty(u => u.ClaimedBy, import.Key), cancel);
            events.Record(import, new ShadowRegisterRead(lines, broken), by);
            return import;
        }, cancel);
    }

    /// <exception cref="Refusal"><c>not-found</c></exception>
    public async Task<ShadowImport> GetAsync(Guid id, CancellationToken cancel = default) => await db.ShadowImports.AsNoTracking().SingleOrDefaultAsync(i => i.Id == id, cancel)
        ?? throw new Refusal("not-found", "沒有這份登記簿。", "There is no such register.");

    /// <summary>Removes a register with all its rows; that it was there stays in the journal.</summary>
    /// <exception cref="Refusal"><c>not-found</c></exception>
    public async Task RemoveAsync(Guid id, Actor by, CancellationToken cancel = default)
    {
        await GetAsync(id, cancel);
        await db.CommitAsync(async () =>
        {
            var import = await db.ShadowImports.SingleAsync(i => i.Id == id, cancel);
            events.Record(import, new ShadowRemoved(import.Cases), by);
            await db.ShadowCases.Where(c => c.Import == id).ExecuteDeleteAsync(cancel);
            await db.ShadowBrokenRows.Where(b => b.Import == id).ExecuteDeleteAsync(cancel);
            await db.Set<Upload>().Where(u => u.ClaimedBy == import.Key).ExecuteDeleteAsync(cancel);
            db.Remove(import);
        }, cancel);
    }

    private static string Shown(string name) => Path.GetFileName(name) is { Length: > 0 } last ? last[..Math.Min(last.Length, 200)] : "?";
}
