using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Time;

namespace GridDesk.Staff.Deputies;

internal sealed class DeputyDesk(OfficeDb db, EventLog events, IClock clock)
{
    /// <exception cref="Refusal">The span is empty, the deputy is the person, has left, or is away then too; or the person stands in for another then.</exception>
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

        await RefuseIfPassedOnAsync(person, deputy, from, until, cancel);
        var named = new Deputy { Id = Guid.CreateVersion7(clock.Now().ToDateTimeOffset()), For = person, By = deputy, From = from, Until = until };
        db.Add(named);
        events.Record(member, new DeputyNamed(named.Id, deputy, from, until), by);
    }, cancel);

    // A deputy answers for those who named them and nobody further: otherwise work that somebody left in good hands has nobody.
    private async Task RefuseIfPassedOnAsync(Guid person, Guid deputy, Instant from, Instant until, CancellationToken cancel)
    {
        var then = db.Deputies.AsNoTracking().Where(d => d.From < until && from < d.Until);
        if (await then.Where(d => d.For == deputy).Join(db.Staff, d => d.For, m => m.Id, (_, m) => m.Name).FirstOrDefaultAsync(cancel) is { } away)
        {
            throw new Refusal("deputy.away", $"{away}那幾天自己也請人代理，代理人不能再由別人代理。請選另一位。",
                $"{away} has a deputy of their own on those days, and nobody stands in for a deputy. Choose somebody else.", "deputy");
        }

        if (await then.Where(d => d.By == person).Join(db.Staff, d => d.For, m => m.Id, (_, m) => m.Name).FirstOrDefaultAsync(cancel) is { } other)
        {
            throw new Refusal("deputy.stands-in", $"那幾天正代理{other}，再請人代理的話，{other}的工作就沒有人了。請先由{other}或系統管理員改請另一位代理，再回來指定。",
                $"On those days this person stands in for {other}, whose work would then have nobody. First {other} or an administrator names another deputy; then come back.", "from");
        }
    }

    public Task WithdrawAsync(Guid person, Guid id, Actor by, CancellationToken cancel = default) => db.CommitAsync(async () =>
    {
        if (await db.Deputies.Where(d => d.Id == id && d.For == person).ExecuteDeleteAsync(cancel) == 1)
        {
            events.Record(await db.GetStaffAsync(person, cancel), new DeputyWithdrawn(id), by);
        }
    }, cancel);
}
