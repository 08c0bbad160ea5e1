using GridDesk.Kernel.Files;
using Microsoft.AspNetCore.Http;

namespace GridDesk.Requests.Intake;

/// <summary>A scan that has been taken in but that no request has claimed yet; the form carries it until one does.</summary>
/// <param name="Document">Which document of the service; null for something besides.</param>
internal sealed record Scan(string? Document, Guid Upload, string Name)
{
    /// <summary>As the form carries it.</summary>
    public override string ToString() => $"{Document}|{Upload}|{Name}";

    public static Scan? Read(string? text) => text?.Split('|', 3) is [var document, var upload, var name] && Guid.TryParse(upload, out var id)
        ? new(document.Length == 0 ? null : document, id, name) : null;
}

/// <summary>Takes in the files of a form (<c>scan.ID</c>, or <c>scan</c>) and remembers those of an earlier try (<c>kept</c>).</summary>
internal sealed record Scans(IReadOnlyList<Scan> Taken, IReadOnlyList<Refusal> Wrong)
{
    public static Scans None { get; } = new([], []);

    public static async Task<Scans> TakeAsync(IFormCollection form, FileStore files, Instant now, CancellationToken cancel)
    {
        List<Scan> taken = [.. form["kept"].Select(Scan.Read).OfType<Scan>()];
        List<Refusal> wrong = [];
        foreach (var file in form.Files.Where(f => f.Length > 0))
        {
            // scan.identity for a paper, answers.photo for a question that a file answers; the rest is something besides.
            var document = file.Name.Split('.', 2) is ["scan" or "answers", var named] ? named : null;
            try
            {
                if (file.Length > FileTypes.MaxLength)
                {
                    throw new Refusal("upload.too-large", "檔案超過 10 MB，請縮小或分成幾個檔案再送。", "The file is larger than 10 MB; please make it smaller or send it in parts.");
                }

                using var bytes = new MemoryStream();
                await file.CopyToAsync(bytes, cancel);
                var upload = await files.TakeAsync(file.FileName, bytes.ToArray(), document, now, cancel);
                taken.Add(new(document, upload.Id, upload.Name));
            }
            catch (Refusal refusal)
            {
                wrong.Add(new(refusal.Code, refusal.Reason, file.Name));
            }
        }

        return new(taken, wrong);
    }
}

/// <summary>The rows of papers on a form: to be ticked when seen, or scanned.</summary>
/// <param name="Seen">Ids that are ticked.</param>
internal sealed record PaperRows(IReadOnlyList<PaperRow> Rows, IReadOnlyList<string> Seen, IReadOnlyList<Scan> Scanned);

/// <param name="When">A condition as JSON, for the script that hides what is not asked; null when it always is.</param>
internal sealed record PaperRow(string Id, Phrase Name, Phrase? Hint, bool Required, string? When, string? Note = null);
