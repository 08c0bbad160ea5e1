using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Pack;
using GridDesk.Plan.Import;

namespace GridDesk.Plan;

/// <summary>Reads the official wording of a plan from a file of the office and keeps it beside our short headings.</summary>
public sealed class PlanImport(OfficeDb db, EventLog events)
{
    private const int MostListed = 30;

    /// <summary>Stores the wording of every row, in place of what was imported before; or nothing at all.</summary>
    /// <param name="file">A path; the format is told at <see cref="OfficialFile"/>.</param>
    /// <returns>The year and the number of rows.</returns>
    /// <exception cref="Refusal">
    /// Code <c>plan.import-file</c>: it cannot be read; <c>not-found</c>: no plan of that year is stored; <c>plan.import</c>: it has
    /// mistakes, all of which are listed, one a line.
    /// </exception>
    public async Task<(int RocYear, int Rows)> RunAsync(string file, Instant now, CancellationToken cancel = default)
    {
        var official = OfficialFile.Read(await ReadAsync(file, cancel));
        if (official.Mistakes.Count == 0)
        {
            var known = await db.GetPlanAsync(official.RocYear, cancel);
            official.Compare([.. known.Definition.Rows().Select(row => row.Code)]);
        }

        if (official.Mistakes.Count > 0)
        {
            throw Refused(Path.GetFileName(file), official.Mistakes);
        }

        await db.CommitAsync(async () =>
        {
            var plan = await db.GetPlanAsync(official.RocYear, cancel);
            await db.PlanTexts.Where(text => text.RocYear == official.RocYear).ExecuteDeleteAsync(cancel);
            db.AddRange(official.Rows);
            events.Record(plan, new PlanTextImported(official.Rows.Count, ContentHash.Of(new { official.Rows })), Actor.Office, now);
        }, cancel);
        return (official.RocYear, official.Rows.Count);
    }

    private static async Task<byte[]> ReadAsync(string file, CancellationToken cancel)
    {
        try
        {
            return await File.ReadAllBytesAsync(file, cancel);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new Refusal("plan.import-file", $"讀不到「{file}」這個檔案，請確認路徑與權限。", $"The file '{file}' cannot be read: check its path and permissions.");
        }
    }

    private static Refusal Refused(string file, IReadOnlyList<Phrase> mistakes)
    {
        var listed = mistakes.Take(MostListed).ToList();
        var more = mistakes.Count - listed.Count;
        return new("plan.import",
            string.Join('\n', [$"{file} 有 {mistakes.Count} 處錯誤，什麼都沒有匯入：", .. listed.Select(m => m.Zh), .. more > 0 ? [$"（還有 {more} 處）"] : Array.Empty<string>()]),
            string.Join('\n', [$"{file} has {mistakes.Count} {(mistakes.Count == 1 ? "mistake" : "mistakes")}; nothing was imported:", .. listed.Select(m => m.En), .. more > 0 ? [$"(and {more} more)"] : Array.Empty<string>()]));
    }
}
