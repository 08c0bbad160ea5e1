using System.Text.Json.Nodes;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Files;
using GridDesk.Kernel.Forms;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Promises;
using GridDesk.Kernel.Search;
using GridDesk.Kernel.Time;
using GridDesk.Kernel.Web;
using GridDesk.Requests.Noon;
using GridDesk.Requests.Supply;
using GridDesk.Services;

namespace GridDesk.Requests;

/// <summary>Everything the office can do with a request. Pages, the API and tests call it.</summary>
internal sealed partial class RequestDesk(
    OfficeDb db, EventLog events, PackInForce pack, ServiceCatalogue services, FieldKinds kinds, ServerKeys keys, SupplyFollow supply, IClock clock)
{
    private const string CodePurpose = "track";

    private WorkCalendar Calendar => pack.Calendar;

    /// <summary>
    /// Files a request. Complete answers and papers are accepted at once; otherwise they are taken in, with a list of what is missing.
    /// </summary>
    /// <param name="keep">Called inside the save, with the answer: what must be stored together with it.</param>
    /// <exception cref="Refusal">Something that was given cannot be right; nothing is saved.</exception>
    /// <exception cref="Refusals">Several things cannot be right; nothing is saved.</exception>
    public async Task<Filed> FileAsync(Filing filing, Actor by, string? staff = null, Func<Filed, Task>? keep = null, CancellationToken cancel = default)
    {
        var now = clock.Now();
        var received = filing.ReceivedAt is { } at ? at.ToMicrosecond() : now;
        var service = services.Find(filing.Service, Calendar.Today(Instant.Min(received, now))) ?? throw new Refusal("service.unknown",
            "沒有這項服務。請從服務項目裡選。", "There is no such service; choose one from the list of services.", "service");
        var read = new FilingReading(service, services.FormOf(service), kinds, Calendar).Read(filing, received, now);
        IReadOnlyList<GivenDocument> given = [.. filing.Documents, .. FilesIn(read.Answers, service, filing.Documents)];
        var uploads = await FindUploadsAsync(given, cancel, papers: filing.Documents.Count);

        var id = Guid.CreateVersion7(now.ToDateTimeOffset());
        var documents = AssignDocuments(id, read.Needed, given, uploads, now, by);
        var missing = MissingOf(read, documents);
        var code = await keys.CodeAsync(db, CodePurpose, id, cancel);
        var accepts = missing.Count == 0 && !filing.ReceiveOnly;
        if (filing.MustBeComplete)
        {
            Refusals.ThrowIfAny([.. missing.Select(Incomplete)]);
        }

        return await db.CommitAsync(async () =>
        {
            var number = await IssueAsync(accepts, now, cancel);
            var request = new ServiceRequest
            {
                Id = id,
                Slip = accepts ? null : number.Text,
                Service = service.Code,
                Definition = services.HashOf(service),
                Channel = filing.Channel,
                Site = filing.Site ?? pack.Sites.Sites[0].Code,
                TakenInBy = staff,
                Language = filing.Language,
                AtNoon = filing.AtNoon,
                ReceivedAt = received,
                KeyedAt = now,
                Department = service.Steps[0].Department,
                Particulars = read.Particulars(id),
                Documents = documents,
                Missing = missing,
            };
            db.Add(request);
            Promise? promise = null;
            if (accepts)
            {
                promise = NewPromise(request, service, read.Facts, received);
                var accepted = request.Accept(number, service.Steps[0].Id, promise, Calendar, ContactShown(request), by.Key, now);
                events.Record(request, accepted, by, received);
                db.Add(promise);
                await supply.FollowAsync(request, accepted, by, now, cancel);
                if (filing.Owner is { } owner)
                {
                    events.Record(request, request.AssignTo(owner, request.Department, promise), by);
                }
            }
            else
            {
                events.Record(request, request.PreReceive(), by, received);
            }

            if (filing.AtNoon)
            {
                events.Record(request, new RequestServedAtNoon(service.Code, request.Site, TakenInOnly: !accepts), by, received);
            }

            await ClaimAsync(uploads.Keys, request, cancel);
            await SearchIndex.WriteAsync(db, "request", id, WordsOf(request), isNew: true, cancel);
            var filed = new Filed(request, promise, code);
            await (keep?.Invoke(filed) ?? Task.CompletedTask);
            return filed;
        }, cancel);
    }

    /// <summary>The code that stands on the slip of a request.</summary>
    public Task<string> CodeOfAsync(ServiceRequest request, CancellationToken cancel = default) => keys.CodeAsync(db, CodePurpose, request.Id, cancel);

    private async Task<CaseNumber> IssueAsync(bool accepts, Instant now, CancellationToken cancel)
    {
        var rocYear = Calendar.Today(now).Year - 1911;
        var sequence = await Numbers.NextAsync(db, $"{(accepts ? "request" : "slip")}_{rocYear}", cancel);
        return accepts ? CaseNumber.Accepted(pack.Office.Code, rocYear, sequence) : CaseNumber.Slip(pack.Office.Code, rocYear, sequence);
    }

    /// <summary>The kind of promise that a request is.</summary>
    public const string PromiseKind = "request";

    private static Promise NewPromise(ServiceRequest request, ServiceDefinition service, Facts facts, Instant receivedAt) => new()
    {
        Id = Guid.CreateVersion7(receivedAt.ToDateTimeOffset()),
        Subject = request.Key,
        Kind = PromiseKind,
        Department = request.Department,
        Owner = request.Owner,
        TakenInBy = request.TakenInBy,
        ReceivedAt = receivedAt,
        Policy = service.Policy(facts),
        Calendar = "",
    };

    private bool ContactShown(ServiceRequest request) => pack.Departments.Find(request.Department) is not null;

    // A file may also be the answer to a question; it belongs to the request like any paper.
    private static IEnumerable<GivenDocument> FilesIn(JsonObject answers, ServiceDefinition service, IReadOnlyList<GivenDocument> given) => service.Form
        .Where(question => question.Kind == "file" && answers[question.Id] is not null)
        .Select(question => new GivenDocument(question.Id, Guid.TryParse(answers[question.Id]!.GetValue<string>(), out var upload) ? upload : throw UnknownUpload($"answers.{question.Id}")))
        .Where(file => given.All(had => had.Upload != file.Upload));

    // The first ones are papers, the rest answers.
    private async Task<Dictionary<Guid, Upload>> FindUploadsAsync(IReadOnlyList<GivenDocument> given, CancellationToken cancel, int papers = int.MaxValue)
    {
        var ids = given.Where(g => g.Upload is not null).Select(g => g.Upload!.Value).Distinct().ToList();
        var found = ids.Count == 0 ? [] : await db.Set<Upload>().AsNoTracking().Where(u => ids.Contains(u.Id) && u.ClaimedBy == null).ToDictionaryAsync(u => u.Id, cancel);
        Refusals.ThrowIfAny([.. given.Index().Where(g => g.Item.Upload is { } upload && !found.ContainsKey(upload)).Select(g => UnknownUpload(g.Index < papers ? $"documents[{g.Index}]" : $"answers.{g.Item.Document}"))]);
        return found;
    }

    // In the save itself, where somebody who claims the same file at the same moment has to wait.
    private async Task ClaimAsync(ICollection<Guid> uploads, ServiceRequest request, CancellationToken cancel)
    {
        if (uploads.Count > 0 && await db.Set<Upload>().Where(u => uploads.Contains(u.Id) && u.ClaimedBy == null)
            .ExecuteUpdateAsync(set => set.SetProperty(u => u.ClaimedBy, request.Key), cancel) < uploads.Count)
        {
            throw UnknownUpload("documents");
        }
    }

    private static Refusal UnknownUpload(string field) => new("upload.unknown",
        "找不到這個檔案，可能已經超過 24 小時。請再傳一次。", "This file was not found; it may be older than 24 hours. Please send it again.", field);

    // A file whose sender said which document it is goes there; the others fill what is still open, in the order of the list.
    private static List<RequestDocument> AssignDocuments(Guid request, IReadOnlyList<RequiredDocument> needed, IReadOnlyList<GivenDocument> given, Dictionary<Guid, Upload> uploads, Instant now, Actor by)
    {
        var documents = given.Select(g => new RequestDocument
        {
            Id = Guid.CreateVersion7(now.ToDateTimeOffset()),
            Request = request,
            Document = g.Document ?? (g.Upload is { } upload ? uploads[upload].Document : null),
            Upload = g.Upload,
            At = now,
            By = by.Key,
        }).ToList();
        var open = new Queue<RequiredDocument>(needed.Where(n => n.Required && documents.All(d => d.Document != n.Id)));
        foreach (var document in documents.Where(d => d.Document is null && open.Count > 0))
        {
            document.Document = open.Dequeue().Id;
        }

        return documents;
    }

    private static Refusal Incomplete(MissingItem item) => item.Kind == "document"
        ? new("request.incomplete", $"還沒看到「{item.Name.Zh}」。看過請勾選，沒帶來就先行收件。", $"\"{item.Name.En}\" has not been seen. Tick it once seen; if it is not here, take the papers in only.", $"papers.{item.Id}")
        : new("request.incomplete", $"請填「{item.Name.Zh}」，不知道就先行收件。", $"Fill in \"{item.Name.En}\"; if it is not known, take the papers in only.", item.Id == "electricityNumber" ? item.Id : $"answers.{item.Id}");

    private static List<MissingItem> MissingOf(ReadFiling read, IReadOnlyList<RequestDocument> documents) =>
    [
        .. read.MissingAnswers,
        .. read.Needed.Where(n => n.Required && documents.All(d => d.Document != n.Id)).Select(n => new MissingItem("document", n.Id, n.Name, n.Hint)),
    ];

    private static IReadOnlySet<string> WordsOf(ServiceRequest request) => SearchWords.Of(
        request.Number, request.Slip, request.Particulars.Name, request.Particulars.Phone, request.Particulars.ElectricityNumber,
        request.Particulars.Address, request.Particulars.Agent?.Name, request.Particulars.Agent?.Phone);
}
