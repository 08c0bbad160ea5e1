using GridDesk.Kernel.Data;
using GridDesk.Kernel.Files;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Time;
using GridDesk.Staff;
using GridDesk.Ui.Documents;

namespace GridDesk.Plan.Assess.Report;

/// <summary>Who may read which report, and its files.</summary>
internal sealed class ReportFiles(OfficeDb db, AssessDesk desk, PlanDesk plans, MakeReport make, FileStore files, PackInForce pack, CurrentStaff me, IClock clock)
{
    /// <summary>As frozen; for the staff also as it would be today. Everybody else reads it once it is posted.</summary>
    /// <exception cref="Refusal">Code <c>not-found</c>.</exception>
    public async Task<(AssessmentReport Report, SelfAssessment? It)> ReadAsync(HalfYear half, CancellationToken cancel)
    {
        var it = await desk.FindAsync(half, cancel);
        if (it?.PostedAt is null && !me.Has(Right.SeePlan) || !(await plans.YearsAsync(cancel)).Contains(half.RocYear))
        {
            throw new Refusal("not-found", "這半年的自評還沒有公告。", "The self-assessment of this half-year has not been posted yet.");
        }

        return (it?.Body is { } body ? AssessmentReport.Read(body) : await make.AsOfAsync(half, clock.Now(), cancel: cancel), it);
    }

    /// <summary>The report as a text document. The one that was reported stays as it was sent.</summary>
    /// <param name="address">Where the program is reached.</param>
    /// <exception cref="Refusal">Code <c>not-found</c>.</exception>
    public async Task<byte[]> OdtAsync(HalfYear half, Language language, string address, CancellationToken cancel)
    {
        var (report, it) = await ReadAsync(half, cancel);
        if (it?.ReportedFile is { } sent && language is Language.Chinese)
        {
            return await files.ReadAsync(sent, cancel);
        }

        Dictionary<string, byte[]> photos = [];
        foreach (var hash in report.Rows.SelectMany(row => row.Answers).SelectMany(a => a.Photos).Select(p => p.Hash).Distinct())
        {
            photos[hash] = await files.ReadAsync(hash, cancel);
        }

        return language.Speaking(() => ReportText.Of(report, pack.Office.Name, pack.Office.TimeZone, address, photos)).Odt();
    }

    /// <summary>The file that is reported, in Chinese. It is forgotten unless the assessment claims it.</summary>
    /// <exception cref="Refusal"><c>not-found</c>, <c>assessment.not-frozen</c></exception>
    public async Task<Upload> KeepAsync(HalfYear half, string address, CancellationToken cancel)
    {
        var it = await desk.GetAsync(half, cancel);
        it.RefuseUnlessFrozen();
        return await files.KeepAsync($"{it.Name}.odt", await OdtAsync(half, Language.Chinese, address, cancel), TextDocument.OdtType, clock.Now(), cancel);
    }

    /// <summary>A photo of a report that whoever asks may read; null when there is none.</summary>
    public async Task<(byte[] Bytes, string Type)?> PhotoAsync(string hash, CancellationToken cancel)
    {
        if (hash.Length != 64 || !hash.All(char.IsAsciiHexDigitLower))
        {
            return null;
        }

        var posted = await db.SelfAssessments.Where(a => a.PostedAt != null).Select(a => new { a.RocYear, a.Half }).ToListAsync(cancel);
        var uploads = await db.Set<Upload>().AsNoTracking().Where(u => u.Hash == hash && u.ClaimedBy != null && u.ClaimedBy.StartsWith("assessment:")).ToListAsync(cancel);
        var seen = uploads.FirstOrDefault(u => u.Type.StartsWith("image/", StringComparison.Ordinal) && (me.Has(Right.SeePlan) || posted.Any(p => u.ClaimedBy!.StartsWith($"{SelfAssessment.KeyOf(new(p.RocYear, p.Half))}:", StringComparison.Ordinal))));
        return seen is null ? null : (await files.ReadAsync(hash, cancel), seen.Type);
    }
}
