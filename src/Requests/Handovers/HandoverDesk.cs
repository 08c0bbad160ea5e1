using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Promises;
using GridDesk.Kernel.Time;

namespace GridDesk.Requests.Handovers;

/// <summary>Everything the office can do with a hand-over. Pages, the API and tests call it.</summary>
internal sealed class HandoverDesk(OfficeDb db, EventLog events, PackInForce pack, IClock clock)
{
    /// <summary>A change that a person makes: which hand-over, the version that they were shown, and who they are.</summary>
    public sealed record Change(Guid Handover, int? Version, Actor By);

    /// <summary>
    /// Takes in what the call centre passed on. A number that is known gives the first one and changes nothing, also when two
    /// send it at the same moment.
    /// </summary>
    /// <param name="keep">Called inside the save: what must be stored together with it.</param>
    public async Task<TakenOver> TakeInAsync(HandedOver given, Actor by, Func<TakenOver, Task>? keep = null, CancellationToken cancel = default)
    {
        try
        {
            return await TryAsync();
        }
        catch (DbUpdateException problem) when (problem.IsTaken("handovers", "number"))
        {
            return await TryAsync(); // the other one is saved now, and is found
        }

        Task<TakenOver> TryAsync() => db.CommitAsync(async () =>
        {
            var first = await db.Handovers.SingleOrDefaultAsync(h => h.Number == given.Number, cancel);
            var taken = first is null ? Begin(given, by) : new TakenOver(first, await PromiseOfAsync(first, cancel), IsKnown: true);
            await (keep?.Invoke(taken) ?? Task.CompletedTask);
            return taken;
        }, cancel);
    }

    /// <exception cref="Refusal"><c>not-found</c></exception>
    public async Task<Handover> GetAsync(Guid id, CancellationToken cancel = default) =>
        await db.Handovers.SingleOrDefaultAsync(h => h.Id == id, cancel) ?? throw NotFound();

    /// <exception cref="Refusal"><c>not-found</c></exception>
    public async Task<Handover> FindAsync(string? number, CancellationToken cancel = default)
    {
        var asked = (number ?? "").Trim().ToUpperInvariant();
        return await db.Handovers.SingleOrDefaultAsync(h => h.Number == asked, cancel) ?? throw NotFound();
    }

    public Task<Promise> PromiseOfAsync(Handover handover, CancellationToken cancel = default) => db.Set<Promise>().SingleAsync(p => p.Id == handover.PromiseId, cancel);

    public Task<Handover> AcceptAsync(Change change, Guid handler, CancellationToken cancel = default) =>
        ChangeAsync(change, (handover, promise, now) => handover.Accept($"{handler}", promise, now), cancel);

    public Task<Handover> ReturnAsync(Change change, string? reason, CancellationToken cancel = default) =>
        ChangeAsync(change, (handover, promise, now) => handover.Return(reason, promise, pack.Calendar, now), cancel);

    public Task<Handover> AnswerAsync(Change change, string? answer, CancellationToken cancel = default) =>
        ChangeAsync(change, (handover, promise, now) => handover.Answer(answer, promise, pack.Calendar, now), cancel);

    /// <summary>It became a request; inside the save of the request both stand or fall together.</summary>
    public Task<Handover> FileAsAsync(Handover handover, ServiceRequest request, Actor by, CancellationToken cancel = default) =>
        ChangeAsync(new(handover.Id, null, by), (it, _, _) => it.FileAs(request.Id), cancel);

    /// <summary>The call centre has the reply; said twice it is recorded once.</summary>
    public Task ToldAsync(Guid id, CancellationToken cancel = default) => db.CommitAsync(async () =>
    {
        var handover = await GetAsync(id, cancel);
        if (handover.Told(clock.Now()) is { } told)
        {
            events.Record(handover, told, Actor.Office);
        }
    }, cancel);

    private TakenOver Begin(HandedOver given, Actor by)
    {
        var now = clock.Now();
        var handover = new Handover
        {
            Id = Guid.CreateVersion7(now.ToDateTimeOffset()),
            Number = given.Number,
            Source = given.Source,
            Kind = given.Kind.Code,
            Department = given.Kind.Department,
            ReceivedAt = given.ReceivedAt,
            ArrivedAt = now,
            Summary = given.Summary,
            Name = given.Name,
            Phone = given.Phone,
            ElectricityNumber = given.ElectricityNumber,
        };
        var promise = new Promise
        {
            Id = Guid.CreateVersion7(now.ToDateTimeOffset()),
            Subject = handover.Key,
            Kind = "handover",
            Department = handover.Department,
            ReceivedAt = handover.ReceivedAt,
            Policy = HandoverKinds.Of(pack).PolicyOf(given.Kind),
            Calendar = "",
        };
        db.Add(handover);
        events.Record(handover, handover.Receive(promise, pack.Calendar, by.Key, now), by);
        db.Add(promise);
        return new(handover, promise, IsKnown: false);
    }

    private async Task<Handover> ChangeAsync(Change change, Func<Handover, Promise, Instant, IEvent> make, CancellationToken cancel)
    {
        var handover = await GetAsync(change.Handover, cancel);
        if (change.Version is { } shown && shown != handover.Version)
        {
            throw new Refusal("conflict", "剛剛有別人改了這件。您填的還在，請看過再存。", "Somebody else has just changed this. What you typed is kept; please look and save again.");
        }

        var promise = await PromiseOfAsync(handover, cancel);
        return await db.CommitAsync(() =>
        {
            events.Record(handover, make(handover, promise, clock.Now()), change.By);
            return Task.FromResult(handover);
        }, cancel);
    }

    private static Refusal NotFound() => new("not-found", "找不到這件後送。", "There is no such hand-over.");
}

/// <param name="IsKnown">The number had been passed on before; this is the first one.</param>
internal sealed record TakenOver(Handover Handover, Promise Promise, bool IsKnown);
