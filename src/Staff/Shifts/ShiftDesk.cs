using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Time;

namespace GridDesk.Staff.Shifts;

internal sealed class ShiftDesk(OfficeDb db, EventLog events, IClock clock)
{
    /// <exception cref="Refusal">See <see cref="Shift.Check"/>.</exception>
    public Task PlanAsync(Guid person, string site, Role role, Instant from, Instant until, Actor by, CancellationToken cancel = default) => db.CommitAsync(async () =>
    {
        var member = await db.GetStaffAsync(person, cancel);
        var near = await db.Shifts.AsNoTracking().Where(s => s.Staff == person && s.From < until && from < s.Until).ToListAsync(cancel);
        var shift = new Shift { Id = Guid.CreateVersion7(clock.Now().ToDateTimeOffset()), Staff = person, Site = site, Role = role, From = from, Until = until };
        shift.Check(member.Roles.Select(given => given.Role), near);
        db.Add(shift);
        events.Record(member, new ShiftPlanned(shift.Id, site, role, from, until), by);
    }, cancel);

    public Task WithdrawAsync(Guid person, Guid id, Actor by, CancellationToken cancel = default) => db.CommitAsync(async () =>
    {
        if (await db.Shifts.Where(s => s.Id == id && s.Staff == person).ExecuteDeleteAsync(cancel) == 1)
        {
            events.Record(await db.GetStaffAsync(person, cancel), new ShiftWithdrawn(id), by);
        }
    }, cancel);
}
