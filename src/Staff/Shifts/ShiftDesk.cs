using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Time;
using GridDesk.Staff.Deputies;

namespace GridDesk.Staff.Shifts;

/// <summary>Who works when and where. What a post is called, and who may stand there, is known to the part of the office that plans it.</summary>
public sealed class ShiftDesk(OfficeDb db, EventLog events, IClock clock)
{
    /// <summary>The shifts of a site that were planned for a post and touch a stretch of time, in order.</summary>
    public Task<IReadOnlyList<PostedShift>> PostedAsync(string site, Instant from, Instant until, CancellationToken cancel = default) =>
        ReadAsync(db.Shifts.Where(s => s.Site == site && s.From < until && from < s.Until), cancel);

    /// <summary>One of them; null when there is none.</summary>
    public async Task<PostedShift?> FindPostedAsync(Guid id, CancellationToken cancel = default) => (await ReadAsync(db.Shifts.Where(s => s.Id == id), cancel)).SingleOrDefault();

    /// <summary>When the first shift of a role began, or will, that was planned at a site for a post whose name begins so; null when there is none.</summary>
    public Task<Instant?> FirstPostedAsync(string site, Role role, string post, CancellationToken cancel = default) =>
        db.Shifts.Where(s => s.Site == site && s.Role == role && s.Post!.StartsWith(post)).MinAsync(s => (Instant?)s.From, cancel);

    private async Task<IReadOnlyList<PostedShift>> ReadAsync(IQueryable<Shift> asked, CancellationToken cancel)
    {
        var shifts = await asked.AsNoTracking().Where(s => s.Post != null).OrderBy(s => s.From).ThenBy(s => s.Id).ToListAsync(cancel);
        if (shifts.Count == 0)
        {
            return [];
        }

        var (people, from, until) = (shifts.Select(s => s.Staff).Distinct().ToList(), shifts.Min(s => s.From), shifts.Max(s => s.Until));
        var away = await db.Deputies.AsNoTracking().Where(d => people.Contains(d.For) && d.From < until && from < d.Until).ToListAsync(cancel);
        var ids = shifts.SelectMany(s => (Guid?[])[s.Staff, s.Deputy]).OfType<Guid>().Concat(away.Select(d => d.By)).ToHashSet();
        var names = await db.Staff.AsNoTracking().Where(m => ids.Contains(m.Id)).ToDictionaryAsync(m => m.Id, m => m.Name, cancel);
        return [.. shifts.Select(s => new PostedShift(s.Id, s.Site, s.Post!, s.Role, s.From, s.Until, Named(s.Staff)!, Named(s.Deputy))
        {
            StandsIn = Named(away.FirstOrDefault(d => d.For == s.Staff && Span.Overlap(s.From, s.Until, d.From, d.Until))?.By),
        })];

        PostedPerson? Named(Guid? id) => id is { } one ? new(one, names[one]) : null;
    }

    /// <param name="posting">Where at the site, with who stands in; null for a shift that is for no post.</param>
    /// <exception cref="Refusal">See <see cref="Shift.Check"/> and <see cref="Shift.CheckDeputy"/>.</exception>
    public Task PlanAsync(Guid person, string site, Role role, Instant from, Instant until, Actor by, Posting? posting = null, CancellationToken cancel = default) => db.CommitAsync(async () =>
    {
        var member = await db.GetStaffAsync(person, cancel);
        var shift = new Shift { Id = Guid.CreateVersion7(clock.Now().ToDateTimeOffset()), Staff = person, Site = site, Role = role, From = from, Until = until, Post = posting?.Post, Deputy = posting?.Deputy };
        await CheckAsync(member, shift, cancel);
        db.Add(shift);
        events.Record(member, new ShiftPlanned(shift.Id, site, role, from, until), by);
        if (posting is not null)
        {
            events.Record(member, Posted(shift), by);
        }
    }, cancel);

    /// <summary>Another time or another deputy for a shift that was planned for a post; nothing when there is no such shift.</summary>
    /// <exception cref="Refusal">As of <see cref="PlanAsync"/>.</exception>
    public Task ChangeAsync(Guid id, Instant from, Instant until, Guid? deputy, Actor by, CancellationToken cancel = default) => db.CommitAsync(async () =>
    {
        if (await db.Shifts.SingleOrDefaultAsync(s => s.Id == id && s.Post != null, cancel) is { } shift)
        {
            var member = await db.GetStaffAsync(shift.Staff, cancel);
            (shift.From, shift.Until, shift.Deputy) = (from, until, deputy);
            await CheckAsync(member, shift, cancel);
            events.Record(member, Posted(shift), by);
        }
    }, cancel);

    public Task WithdrawAsync(Guid person, Guid id, Actor by, CancellationToken cancel = default) => db.CommitAsync(async () =>
    {
        if (await db.Shifts.Where(s => s.Id == id && s.Staff == person).ExecuteDeleteAsync(cancel) == 1)
        {
            events.Record(await db.GetStaffAsync(person, cancel), new ShiftWithdrawn(id), by);
        }
    }, cancel);

    private async Task CheckAsync(StaffMember member, Shift shift, CancellationToken cancel)
    {
        var (from, until, deputy) = (shift.From, shift.Until, shift.Deputy);
        var near = await db.Shifts.AsNoTracking().Where(s => s.Staff == member.Id && s.From < until && from < s.Until).ToListAsync(cancel);
        var away = await db.Deputies.AsNoTracking().Where(d => (d.For == member.Id || d.For == deputy) && d.From < until && from < d.Until).ToListAsync(cancel);
        shift.Check(member.Roles.Select(given => given.Role), near, away);
        if (deputy is not null)
        {
            shift.CheckDeputy(await db.Staff.AnyAsync(m => m.Id == deputy && m.Active, cancel), away);
        }
    }

    private static ShiftPosted Posted(Shift shift) => new(shift.Id, shift.Site, shift.Post!, shift.Role, shift.From, shift.Until, shift.Deputy);
}

/// <param name="Post">Its code, as the part of the office knows it that plans it.</param>
public sealed record Posting(string Post, Guid? Deputy);

/// <summary>A shift that was planned for a post, <c>[From, Until)</c>.</summary>
/// <param name="Deputy">Who does it when the person cannot.</param>
public sealed record PostedShift(Guid Id, string Site, string Post, Role Role, Instant From, Instant Until, PostedPerson Person, PostedPerson? Deputy)
{
    /// <summary>Who answers for the person's work then, because the person is away; null while they are not.</summary>
    public PostedPerson? StandsIn { get; init; }
}

public sealed record PostedPerson(Guid Id, string Name);
