using GridDesk.Kernel.Data;
using GridDesk.Kernel.Files;
using GridDesk.Staff;
using GridDesk.Staff.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace GridDesk.Requests.Handle;

/// <summary>The files of a case, for whoever may see the case and personal data; every look is recorded before a byte is sent.</summary>
internal static class DocumentDownload
{
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapGet("/desk/requests/{id:guid}/documents/{document:guid}", async (
            Guid id, Guid document, HttpContext http, RequestDesk desk, RequestAccess access, OfficeDb db, FileStore files, CurrentStaff staff, AccessLog looks, CancellationToken cancel) =>
        {
            staff.Require(Right.SeeRequests);
            var request = await desk.GetAsync(id, cancel);
            access.Require(request);
            if (request.Documents.FirstOrDefault(d => d.Id == document)?.Upload is not { } uploadId)
            {
                throw new Refusal("not-found", "這件沒有這個檔案。", "This case has no such file.");
            }

            var upload = await db.Set<Upload>().AsNoTracking().SingleAsync(u => u.Id == uploadId, cancel);
            await looks.RecordAsync(staff.Id, request.Key, http.Request.Path, request.Name, cancel);
            // Whatever somebody sent is never run in our name: no sniffing, no scripts, and a download unless it is a picture or a PDF.
            http.Response.Headers.XContentTypeOptions = "nosniff";
            http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
            var isSafe = upload.Type is "application/pdf" || upload.Type.StartsWith("image/", StringComparison.Ordinal);
            var disposition = new Microsoft.Net.Http.Headers.ContentDispositionHeaderValue(isSafe ? "inline" : "attachment");
            disposition.SetHttpFileName(upload.Name);
            http.Response.Headers.ContentDisposition = disposition.ToString();
            return Results.Bytes(await files.ReadAsync(upload.Hash, cancel), upload.Type);
        })
        .ExcludeFromDescription()
        .RequireRight(Right.SeePersonalData);
}
