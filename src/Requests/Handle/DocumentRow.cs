using GridDesk.Kernel.Data;
using GridDesk.Kernel.Files;
using GridDesk.Services;

namespace GridDesk.Requests.Handle;

/// <summary>A document of a case: seen, scanned, or missing.</summary>
/// <param name="File">Id of the document when there is a file to open.</param>
internal sealed record DocumentRow(Phrase Name, string Kind, Phrase State, Instant? At, Guid? File, string? FileName, string? Note)
{
    public static async Task<IReadOnlyList<DocumentRow>> OfAsync(OfficeDb db, ServiceRequest request, ServiceDefinition service, CancellationToken cancel)
    {
        var uploads = request.Documents.Select(d => d.Upload).OfType<Guid>().ToList();
        var names = await db.Set<Upload>().AsNoTracking().Where(u => uploads.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.Name, cancel);
        return
        [
            .. request.Missing.Select(m => new DocumentRow(m.Name, "soon", m.Kind == "document" ? new("還缺", "Missing") : new("還沒回答", "Not answered"), null, null, null, m.Note ?? m.Hint?.ToString())),
            .. request.Documents.OrderBy(d => d.At).Select(d => new DocumentRow(
                service.Documents.FirstOrDefault(s => s.Id == d.Document)?.Name ?? new("其他文件", "Another document"),
                "done", d.Upload is null ? new("看過正本", "Original seen") : new("收到檔案", "File received"), d.At,
                d.Upload is null ? null : d.Id, d.Upload is { } upload ? names.GetValueOrDefault(upload) : null, null)),
        ];
    }
}
