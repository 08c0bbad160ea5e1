using System.Security.Cryptography;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Promises;
using GridDesk.Kernel.Search;
using GridDesk.Kernel.Time;
using GridDesk.Services;

namespace GridDesk.Requests;

internal sealed partial class RequestDesk
{
    /// <summary>A change that a person makes: which request, the version that they were shown, and who they are.</summary>
    /// <param name="Version">Null when the change cannot conflict with anything (the customer sends papers).</param>
    public sealed record Change(Guid Request, int? Version, Actor By);

    /// <summary>The office examined papers that were taken in and found them complete: number, and the clock starts now.</summary>
    public Task<ServiceRequest> AcceptAsync(Change change, CancellationToken cancel = default) => ChangeAsync(change, async (request, _, now) =>
    {
        var service = ServiceOf(request);
        var promise = NewPromise(request, service, FactsOf(request), now);
        var accepted = request.Accept(await IssueAsync(true, now, cancel), service.Steps[0].Id, promise, Calendar, ContactShown(request), change.By.Key, now);
        db.Add(promise);
        await SearchIndex.WriteAsync(db, "request", request.Id, WordsOf(request), isNew: false, cancel);
        return accepted;
    }, cancel);

    public Task<ServiceRequest> AssignAsync(Change change, string? owner, string department, CancellationToken cancel = default) =>
        ChangeAsync(change, (request, promise, _) => request.AssignTo(owner, department, promise), cancel);

    public Task<ServiceRequest> GoToAsync(Change change, string step, CancellationToken cancel = default) => ChangeAsync(change, (request, promise, _) =>
    {
        var next = ServiceOf(request).Steps.FirstOrDefault(s => s.Id == step)
            ?? throw new Refusal("request.unknown-step", "這項服務沒有這個步驟，請從清單裡選。", "This service has no such step; choose one from the list.", "step");
        return request.GoTo(next.Id, next.Department, promise!);
    }, cancel);

    public Task<ServiceRequest> AskForAsync(Change change, IReadOnlyList<MissingItem> items, CancellationToken cancel = default) =>
        ChangeAsync(change, (request, promise, now) => request.AskFor(items, promise!, Calendar, change.By.Key, now), cancel);

    /// <summary>Papers came in for something that was missing: files, or papers seen at the counter.</summary>
    public async Task<ServiceRequest> SupplyAsync(Change change, Channel channel, IReadOnlyList<GivenDocument> given, CancellationToken cancel = default)
    {
        var uploads = await FindUploadsAsync(given, cancel);
        return await ChangeAsync(change, async (request, promise, now) =>
        {
            var open = request.Missing.Where(m => m.Kind == "document").Select(m => new Kernel.Forms.RequiredDocument(m.Id, m.Name)).ToList();
            var documents = AssignDocuments(request.Id, open, given, uploads, now, change.By);
            db.AddRange(documents);
            await ClaimAsync(uploads.Keys, request, cancel);
            return request.Supply(channel, documents, [.. request.Missing.Where(m => m.Kind != "document" || documents.All(d => d.Document != m.Id))], promise, Calendar, change.By.Key, now);
        }, cancel);
    }

    /// <summary>Strikes out something that was missing; the reason is kept as a note.</summary>
    public Task<ServiceRequest> WaiveAsync(Change change, string item, string? reason, CancellationToken cancel = default) => ChangeAsync(change, (request, promise, now) =>
        string.IsNullOrWhiteSpace(reason)
            ? throw new Refusal("request.reason-required", "請寫為什麼不用補。", "Write why it is not needed.", "reason")
            : request.Waive(item, WriteNote(request, reason, change.By, now), promise, Calendar, change.By.Key, now), cancel);

    public Task<ServiceRequest> SetClockAsync(Change change, SegmentKind kind, string? cause, CancellationToken cancel = default) =>
        ChangeAsync(change, (request, promise, now) => request.SetClock(kind, string.IsNullOrWhiteSpace(cause) ? null : Phrase.Same(cause), promise!, Calendar, change.By.Key, now), cancel);

    public Task<ServiceRequest> ExtendAsync(Change change, int amount, string reason, CancellationToken cancel = default) =>
        ChangeAsync(change, (request, promise, now) => string.IsNullOrWhiteSpace(reason)
            ? throw new Refusal("request.reason-required", "請寫延長的原因，用戶會看到。", "Write why it is extended; the customer will read it.", "reason")
            : request.Extend(amount, Phrase.Same(reason), promise!, Calendar, change.By.Key, now), cancel);

    public Task<ServiceRequest> TellAsync(Change change, LocalDate day, CancellationToken cancel = default) =>
        ChangeAsync(change, (request, promise, now) => request.Tell(day, promise!, Calendar, now), cancel);

    public Task<ServiceRequest> CloseAsync(Change change, Outcome outcome, string? reason, CancellationToken cancel = default) =>
        ChangeAsync(change, async (request, promise, now) =>
        {
            var closed = request.Close(outcome, reason, promise, Calendar, change.By.Key.Split(':')[^1], now);
            await (outcome == Outcome.Done ? RefuseIfTasksAreOpenAsync(request, cancel) : EndTasksAsync(request, change.By, now, cancel));
            return closed;
        }, cancel);

    public Task<ServiceRequest> ReopenAsync(Change change, string reason, CancellationToken cancel = default) =>
        ChangeAsync(change, (request, promise, now) => request.Reopen(reason, promise, Calendar, now), cancel);

    /// <summary>Reverses a wrong acceptance: the number is void for good, the papers are as they were when they were taken in.</summary>
    public Task<ServiceRequest> ReverseAcceptanceAsync(Change change, string reason, CancellationToken cancel = default) => ChangeAsync(change, async (request, promise, now) =>
    {
        await EndTasksAsync(request, change.By, now, cancel);
        var reversed = request.ReverseAcceptance(request.Slip is null ? await IssueAsync(false, now, cancel) : null, reason, promise!, now);
        await SearchIndex.WriteAsync(db, "request", request.Id, WordsOf(request), isNew: false, cancel);
        return reversed;
    }, cancel);

    public Task<ServiceRequest> NoteAsync(Change change, string text, CancellationToken cancel = default) => ChangeAsync(change, (request, _, now) =>
    {
        var trimmed = text.Trim();
        if (trimmed.Length is 0 or > 4000)
        {
            throw new Refusal("request.note", "請寫註記，最多 4000 字。", "Write a note of at most 4,000 characters.", "note");
        }

        return new RequestNoted(WriteNote(request, trimmed, change.By, now));
    }, cancel);

    /// <summary>Corrects who asks and where; fields that are null stay as they are.</summary>
    /// <exception cref="Refusal"><c>request.nothing-changed</c>, or what is wrong with a value.</exception>
    public Task<ServiceRequest> CorrectAsync(Change change, Correction correction, CancellationToken cancel = default) => ChangeAsync(change, async (request, _, _) =>
    {
        var fields = correction.ApplyTo(request.Particulars, kinds);
        if (fields.Count == 0)
        {
            throw new Refusal("request.nothing-changed", "沒有改到任何資料。", "Nothing was changed.");
        }

        if (request.Particulars.ElectricityNumber is not null)
        {
            request.Missing = [.. request.Missing.Where(m => m.Id != "electricityNumber")];
        }

        await SearchIndex.WriteAsync(db, "request", request.Id, WordsOf(request), isNew: false, cancel);
        return request.Correct(fields);
    }, cancel);

    /// <summary>The customer was told that papers which had only been taken in are accepted now.</summary>
    public Task<ServiceRequest> InformAsync(Change change, EnquiryChannel channel, CancellationToken cancel = default) =>
        ChangeAsync(change, (request, _, now) => request.Inform(channel, now), cancel);

    /// <summary>A slip with the number, the promise and the code was printed.</summary>
    public Task<ServiceRequest> SlipPrintedAsync(Change change, CancellationToken cancel = default) => ChangeAsync(change, (request, _, _) =>
    {
        var reprint = request.SlipPrints > 0;
        return request.PrintSlip(withQr: true, reprint);
    }, cancel);

    private string WriteNote(ServiceRequest request, string text, Actor by, Instant now)
    {
        var note = new RequestNote { Id = Guid.CreateVersion7(now.ToDateTimeOffset()), Request = request.Id, Text = text.Trim(), By = by.Key, At = now, Salt = RandomNumberGenerator.GetBytes(16) };
        db.Add(note);
        return note.Digest();
    }

    internal ServiceDefinition ServiceOf(ServiceRequest request) => services.Version(request.Service, request.Definition);

    private static Facts FactsOf(ServiceRequest request) => new(request.Particulars.Answers, request.Particulars.Kind, request.Particulars.AgentJson is not null);

    private Task<ServiceRequest> ChangeAsync(Change change, Func<ServiceRequest, Promise?, Instant, IEvent> make, CancellationToken cancel) =>
        ChangeAsync(change, (request, promise, now) => Task.FromResult(make(request, promise, now)), cancel);

    private async Task<ServiceRequest> ChangeAsync(Change change, Func<ServiceRequest, Promise?, Instant, Task<IEvent>> make, CancellationToken cancel)
    {
        var request = await GetAsync(change.Request, cancel);
        if (change.Version is { } shown && shown != request.Version)
        {
            throw new Refusal("conflict", "剛剛有別人改了這件。您填的還在，請看過再存。", "Somebody else has just changed this. What you typed is kept; please look and save again.");
        }

        var promise = await PromiseOfAsync(request, cancel);
        return await db.CommitAsync(async () =>
        {
            var (told, owner, department) = (promise?.Told, request.Owner, request.Department);
            var happened = await make(request, promise, clock.Now());
            events.Record(request, happened, change.By);
            if ((owner, department) != (request.Owner, request.Department))
            {
                await HandOverTasksAsync(request, cancel);
            }

            await supply.FollowAsync(request, happened, change.By, clock.Now(), cancel);
            if (promise is { Told: { } day } && day != told && happened is not RequestTold)
            {
                // The clock runs again, and the customer is told the day that it gives now.
                events.Record(request, new RequestTold(told, day), change.By);
            }

            return request;
        }, cancel);
    }
}
