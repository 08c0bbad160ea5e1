using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Promises;
using GridDesk.Kernel.Time;
using GridDesk.Staff;

namespace GridDesk.Requests.Chasing;

/// <summary>Answers to chases, and the register of who was chased, when, and what they said.</summary>
internal sealed class ChaseDesk(OfficeDb db, EventLog events, RequestAccess access, StaffDirectory directory, CurrentStaff staff, IClock clock)
{
    /// <summary>Every chase of a promise that the reader may see.</summary>
    public IQueryable<ChaseRow> Register => Rows(db.Chases.AsNoTracking(), access.Promises(db));

    /// <summary>Those that the reader has to answer, for themselves or for whom they stand in, the latest rung first.</summary>
    public async Task<IReadOnlyList<ChaseRow>> MineAsync(CancellationToken cancel = default)
    {
        var people = await PeopleAsync(cancel);
        return await Rows(db.Chases.AsNoTracking().Where(c => c.AnsweredAt == null && c.Person != null && people.Contains(c.Person.Value)), db.Set<Promise>().AsNoTracking())
            .OrderBy(row => row.Chase.DueAt).ThenBy(row => row.Chase.Id).Take(200).ToListAsync(cancel);
    }

    /// <exception cref="Refusal"><c>not-found</c>, also when it is somebody else's.</exception>
    public async Task<ChaseRow> GetMineAsync(Guid id, CancellationToken cancel = default)
    {
        var people = await PeopleAsync(cancel);
        var row = await Rows(db.Chases.Where(c => c.Id == id), db.Set<Promise>()).SingleOrDefaultAsync(cancel);
        return row?.Chase.Person is { } person && people.Contains(person) ? row
            : throw new Refusal("not-found", "找不到這一則稽催，或它不是給您的。", "There is no such chase, or it is not yours to answer.");
    }

    /// <exception cref="Refusal">As <see cref="GetMineAsync"/> and <see cref="Chase.Answer"/>.</exception>
    public async Task AnswerAsync(Guid id, ChaseCause? cause, string? next, CancellationToken cancel = default)
    {
        var row = await GetMineAsync(id, cancel);
        await db.CommitAsync(() =>
        {
            events.Record(row.Chase, row.Chase.Answer(cause, next, staff.Actor.Key, clock.Now()), staff.Actor);
            return Task.CompletedTask;
        }, cancel);
    }

    private static IQueryable<ChaseRow> Rows(IQueryable<Chase> chases, IQueryable<Promise> promises) => chases.Join(promises, c => c.Promise, p => p.Id, (c, p) => new ChaseRow { Chase = c, Promise = p });

    private async Task<IReadOnlyList<Guid>> PeopleAsync(CancellationToken cancel) => [staff.Id, .. await directory.StandsInForAsync(staff.Id, clock.Now(), cancel)];
}

/// <summary>A chase with the promise that it is about.</summary>
internal sealed class ChaseRow
{
    public required Chase Chase { get; init; }
    public required Promise Promise { get; init; }

    public string Name => Promise.Name;

    /// <summary>Where the case is worked on; <c>request:…</c> is found under <c>/desk/requests/…</c>, and so is every kind of case.</summary>
    public string Path => $"desk/{Promise.Subject.Replace(":", "s/", StringComparison.Ordinal)}";
}
