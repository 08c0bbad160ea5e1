using System.Text.Json;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Files;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Time;
using GridDesk.Kernel.Web;
using GridDesk.Staff;
using GridDesk.Ui.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace GridDesk.Requests.Api;

/// <summary>Filing and following requests for other programs.</summary>
internal static class RequestsApi
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost("/api/requests", PostAsync).AllowPublic().WithName("FileRequest")
            .WithSummary("Files a request: 201 with a number and a promise, or 202 with a slip and what is missing")
            .Accepts<RequestBody>("application/json").Produces<AcceptedAnswer>(201).Produces<PreReceivedAnswer>(202).ProducesProblem(422);
        endpoints.MapGet("/api/requests/{numberOrSlip}", GetAsync).AllowPublic().WithName("GetRequest")
            .WithSummary("How far a request has come, for whoever has its number and code").Produces<ProgressAnswer>().ProducesProblem(404);
        endpoints.MapPost("/api/uploads", UploadAsync).AllowPublic().DisableAntiforgery().WithName("Upload")
            .WithSummary("Takes in a file (multipart field \"file\", at most 10 MB); the id is kept for 24 hours").ProducesProblem(422);
    }

    private static Task<IResult> PostAsync(HttpContext http, OfficeDb db, RequestDesk desk, PackInForce pack, CurrentStaff caller, IClock clock, CancellationToken cancel) =>
        IdempotencyKeys.OnceAsync<RequestBody>(http, db, clock, caller.IsSignedIn ? caller.Actor.Key : "web", (body, keep) =>
            desk.FileAsync(FilingOf(body, caller), caller.IsSignedIn ? caller.Actor : Actor.Customer, caller.IsSignedIn ? $"{caller.Id}" : null, filed =>
            {
                var (status, answer) = Answer(filed, pack, clock.Now(), http);
                keep(status, answer);
                return Task.CompletedTask;
            }, cancel), cancel);

    private static async Task<IResult> GetAsync(string numberOrSlip, string? code, HttpContext http, RequestDesk desk, CurrentStaff caller, EventLog events, PackInForce pack, IClock clock, CancellationToken cancel)
    {
        var request = await desk.LookUpAsync(numberOrSlip, code, http.CallerAddress(), cancel);
        await desk.LogEnquiryAsync(request, caller.IsSignedIn || IsMobile(http) ? EnquiryChannel.Mobile : EnquiryChannel.Web, selfService: true, caller.IsSignedIn ? caller.Actor : Actor.Customer, cancel);
        var progress = Progress.Of(request, desk.ServiceOf(request), await desk.PromiseOfAsync(request, cancel), pack, clock.Now());
        var history = PublicHistory.Of(await events.HistoryAsync(request.Key, cancel), progress.Service);
        return Results.Json(ProgressOf(progress, history), Json.Options);
    }

    private static async Task<IResult> UploadAsync(HttpContext http, FileStore files, IClock clock, string? document, CancellationToken cancel)
    {
        if (!http.Request.HasFormContentType)
        {
            throw new Refusal("upload.form", "請用 multipart/form-data 傳檔案，欄位名稱是 file。", "Send the file as multipart/form-data in the field \"file\".", "file");
        }

        var form = await http.Request.ReadFormAsync(cancel);
        var file = form.Files.GetFile("file") ?? form.Files.FirstOrDefault()
            ?? throw new Refusal("upload.missing", "請選一個檔案。", "Choose a file.", "file");
        if (file.Length > FileTypes.MaxLength)
        {
            throw new Refusal("upload.too-large", "檔案超過 10 MB，請縮小或分成幾個檔案再送。", "The file is larger than 10 MB; please make it smaller or send it in parts.", "file");
        }

        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, cancel);
        var upload = await files.TakeAsync(file.FileName, bytes.ToArray(), document ?? form["document"], clock.Now(), cancel);
        return Results.Json(new { upload.Id, upload.Name, upload.Type, upload.Length, upload.Document }, Json.Options, statusCode: 201);
    }

    internal static bool IsMobile(HttpContext http) =>
        http.Request.Headers["Sec-CH-UA-Mobile"] == "?1" || http.Request.Headers.UserAgent.ToString().Contains("Mobi", StringComparison.OrdinalIgnoreCase);

    private static Filing FilingOf(RequestBody body, CurrentStaff caller)
    {
        var documents = (body.Documents ?? []).Select((id, index) => Guid.TryParse(id, out var upload)
            ? new GivenDocument(null, upload)
            : throw new Refusal("upload.unknown", "這不是檔案的識別碼。", "This is not the id of an upload.", $"documents[{index}]")).ToList();
        var channel = !caller.IsSignedIn ? Channel.Web
            : body.Channel is null ? Channel.App
            : Enum.TryParse<Channel>(body.Channel.Replace("-", ""), ignoreCase: true, out var known) && Enum.IsDefined(known) ? known
            : throw new Refusal("request.channel", "沒有這個管道。", "There is no such channel.", "channel");
        Instant? received = !caller.IsSignedIn || body.ReceivedAt is null ? null
            : NodaTime.Text.OffsetDateTimePattern.Rfc3339.Parse(body.ReceivedAt) is { Success: true, Value: var at } ? at.ToInstant()
            : throw new Refusal("request.received-at", "收到時間請寫成 2019-06-20T11:40:00+08:00。", "Write the time of receipt as 2019-06-20T11:40:00+08:00.", "receivedAt");
        return new Filing(body.Service ?? "", channel,
            new Applicant(body.Applicant?.Name, body.Applicant?.Phone, body.Applicant?.Email, body.Applicant?.Kind ?? Services.ApplicantKind.Person),
            body.Agent is { } agent ? new Agent(agent.Name ?? "", agent.Id, agent.Phone, agent.Relation) : null,
            body.ElectricityNumber, body.Answers ?? [], documents) { ReceivedAt = received, Language = channel is Channel.Web or Channel.App ? Languages.Current : null };
    }

    private static (int Status, string Body) Answer(Filed filed, PackInForce pack, Instant now, HttpContext http)
    {
        var request = filed.Request;
        var track = $"{http.Request.Scheme}://{http.Request.Host}/track/{request.Name}?code={filed.Code}";
        if (filed.Promise is not { } promise)
        {
            return (202, JsonSerializer.Serialize(new PreReceivedAnswer(request.Slip!, filed.Code, Missing(request), track), Json.Options));
        }

        var explanation = promise.Binding(pack.Calendar, now)?.Explanation ?? new Phrase("這項服務還沒有公布的期限。", "No time limit has been published for this service.");
        return (201, JsonSerializer.Serialize(new AcceptedAnswer(request.Number!, filed.Code, request.AcceptedAt!.Value, DueOf(promise), explanation, track), Json.Options));
    }

    private static DueAnswer DueOf(Kernel.Promises.Promise? promise) =>
        new(promise?.RuleDue, promise?.NormDue, promise?.Told, promise is { NormDue: not null, Policy.NormGrade: Grade.C });

    private static IReadOnlyList<MissingAnswer> Missing(ServiceRequest request) =>
        [.. request.Missing.Select(m => new MissingAnswer(m.Kind, m.Id, m.Name, m.Note is null ? m.Hint : Phrase.Same(m.Note)))];

    private static ProgressAnswer ProgressOf(Progress progress, IReadOnlyList<HistoryAnswer> history)
    {
        var request = progress.Request;
        var steps = progress.Service.Steps;
        return new ProgressAnswer(request.Number, request.Slip, request.Service,
            JsonNamingPolicy.KebabCaseLower.ConvertName(request.Status.ToString()), request.Outcome?.ToString().ToLowerInvariant(),
            progress.Step is { } step ? new StepAnswer(step.Id, step.Name, steps.Index().First(s => s.Item.Id == step.Id).Index + 1, steps.Count) : null,
            new OwnerAnswer(progress.Department?.Name ?? pack(progress), progress.Phone), DueOf(progress.Promise),
            progress.Sentence, progress.Due?.Explanation, Missing(request), history);

        static Phrase pack(Progress progress) => new("本處", "this office");
    }
}
