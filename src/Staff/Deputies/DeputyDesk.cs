using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Time;

namespace GridDesk.Staff.Deputies;

internal sealed class DeputyDesk(OfficeDb db, EventLog events, IClock clock)
{
    /// <exception cref="Refusal">The span is empty, or the deputy is the person or has left.</exception>
    public Task NameAsync(Guid person, Guid deputy, Instant from, Instant until, Actor by, CancellationToken cancel = default) => db.CommitAsync(async () =>
    {
        Span.Check(from, until);
        if (person == deputy)
        {
            throw new Refusal("deputy.self", "代理人不能是本人，請選另一位。", "Nobody can be their own deputy; choose somebody else.", "deputy");
        }

        var member = await db.GetStaffAsync(person, cancel);
        if (!await db.Staff.AnyAsync(m => m.Id == deputy && m.Active, cancel))
        {
            throw new Refusal("deputy.gone", "這位同仁已經不在職，請選另一位。", "This person does not work here any more; choose somebody else.", "deputy");
        }

        var named = new Deputy { Id = Guid.CreateVersion7(clock.Now().ToDateTimeOffset()), For = person, By = deputy, From = from, Until = until };
        db.Add(named);
        events.Record(member, new DeputyNamed(named.Id, deputy, from, until), by);
    }, cancel);

    public Task WithdrawAsync(Guid person, Guid id, Actor by, CancellationToken cancel = default) => db.CommitAsync(async () =>
    {
        if (await db.Deputies.Where(d => d.Id == id && d.For == person).ExecuteDeleteAsync(cancel) == 1)
        {
            events.Record(await db.GetStaffAsync(person, cancel), new DeputyWithdrawn(id), by);
        }
    }, cancel);
}
