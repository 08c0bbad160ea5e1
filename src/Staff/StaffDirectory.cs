using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using GridDesk.Staff.Certificates;
using GridDesk.Staff.Deputies;
using GridDesk.Staff.Shifts;

namespace GridDesk.Staff;

/// <summary>What the other parts of the office may ask about its people.</summary>
public sealed class StaffDirectory(OfficeDb db)
{
    /// <summary>Names by id, also of people who have left; ids that nobody has are missing from the answer.</summary>
    public async Task<IReadOnlyDictionary<Guid, string>> NamesAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancel = default) =>
        await db.Staff.AsNoTracking().Where(m => ids.Contains(m.Id)).ToDictionaryAsync(m => m.Id, m => m.Name, cancel);

    /// <summary>The name of whoever acted; null for customers, programs and the office itself.</summary>
    /// <param name="actor">As events name who acts: <c>staff:ID</c>.</param>
    public async Task<string?> NameAsync(string? actor, CancellationToken cancel = default) =>
        Actor.StaffIn(actor) is { } id ? (await NamesAsync([id], cancel)).GetValueOrDefault(id) : null;

    /// <summary>The people who work in a department now, by name.</summary>
    /// <param name="department">Its code in the pack.</param>
    public Task<IReadOnlyList<Colleague>> MembersAsync(string department, CancellationToken cancel = default) =>
        ReadAsync(db.Staff.Where(m => m.Active && m.Department == department), cancel);

    /// <summary>Everybody who works here and has the role, by name.</summary>
    public Task<IReadOnlyList<Colleague>> InRoleAsync(Role role, CancellationToken cancel = default) =>
        ReadAsync(db.Staff.Where(m => m.Active && m.Roles.Any(given => given.Role == role)), cancel);

    /// <summary>Who answers for somebody's work at that moment; usually one person, nobody when none was named.</summary>
    public Task<IReadOnlyList<Colleague>> DeputiesAsync(Guid person, Instant at, CancellationToken cancel = default)
    {
        var named = db.Deputies.Where(d => d.For == person && d.From <= at && at < d.Until).Select(d => d.By);
        return ReadAsync(db.Staff.Where(m => m.Active && named.Contains(m.Id)), cancel);
    }

    /// <summary>Whose work somebody answers for at that moment, beside their own.</summary>
    public async Task<IReadOnlyList<Guid>> StandsInForAsync(Guid person, Instant at, CancellationToken cancel = default) =>
        await db.Deputies.AsNoTracking().Where(d => d.By == person && d.From <= at && at < d.Until).Select(d => d.For).Distinct().ToListAsync(cancel);

    /// <summary>Who is planned to work at the site in the role at that moment.</summary>
    public Task<IReadOnlyList<Colleague>> OnShiftAsync(string site, Role role, Instant at, CancellationToken cancel = default)
    {
        var planned = db.Shifts.Where(s => s.Site == site && s.Role == role && s.From <= at && at < s.Until).Select(s => s.Staff);
        return ReadAsync(db.Staff.Where(m => m.Active && planned.Contains(m.Id)), cancel);
    }

    /// <summary>The shift that somebody is planned to work in the role at that moment; null when none is.</summary>
    public Task<Duty?> DutyAsync(Guid person, Role role, Instant at, CancellationToken cancel = default) =>
        db.Shifts.AsNoTracking().Where(s => s.Staff == person && s.Role == role && s.From <= at && at < s.Until)
            .Select(s => new Duty(s.Site, s.From, s.Until)).FirstOrDefaultAsync(cancel);

    /// <summary>Whether somebody holds a certificate of that code on that day.</summary>
    public async Task<bool> HoldsCertificateAsync(Guid person, string what, LocalDate on, CancellationToken cancel = default) =>
        (await db.Certificates.AsNoTracking().Where(c => c.Staff == person && c.What == what).ToListAsync(cancel)).Any(c => c.HoldsOn(on));

    private static async Task<IReadOnlyList<Colleague>> ReadAsync(IQueryable<StaffMember> people, CancellationToken cancel) =>
        await people.AsNoTracking().OrderBy(m => m.Name).ThenBy(m => m.Id)
            .Select(m => new Colleague(m.Id, m.Name, m.Department, m.Site, m.Roles.Select(given => given.Role).ToList()))
            .ToListAsync(cancel);
}

/// <summary>A shift, as other parts of the office see it: <c>[From, Until)</c>.</summary>
/// <param name="Site">Its code in the pack.</param>
public sealed record Duty(string Site, Instant From, Instant Until);

/// <param name="Department">Its code in the pack.</param>
/// <param name="Site">The code of the site where the person usually works; null for somebody without one.</param>
public sealed record Colleague(Guid Id, string Name, string Department, string? Site, IReadOnlyList<Role> Roles);
