using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Time;
using GridDesk.Staff.Links;

namespace GridDesk.Staff.People;

/// <summary>What an administrator can do with the people who work here.</summary>
internal sealed class StaffDesk(OfficeDb db, EventLog events, IClock clock)
{
    /// <summary>Takes somebody on. They choose their own password by the link that <see cref="IssuePasswordLinkAsync"/> makes.</summary>
    public Task<StaffMember> JoinAsync(string userName, Card card, IReadOnlyCollection<Role> roles, Actor by, CancellationToken cancel = default)
    {
        var member = StaffMember.New(Guid.CreateVersion7(clock.Now().ToDateTimeOffset()), userName);
        return db.CommitAsync(async () =>
        {
            if (await db.Logins.AnyAsync(l => l.NormalizedUserName == member.Login.NormalizedUserName, cancel))
            {
                throw new Refusal("user-name.taken", "這個使用者名稱有人用了，請換一個。", "Somebody has this user name; please choose another.", "userName");
            }

            db.Add(member);
            events.Record(member, member.Join(card), by);
            events.Record(member, member.Give(roles, member.Revision), by);
            await RequireOwnNumberAsync(member, cancel);
            return member;
        }, cancel);
    }

    public Task ChangeAsync(Guid id, int seen, Card card, Actor by, CancellationToken cancel = default) => db.CommitAsync(async () =>
    {
        var member = await db.GetStaffAsync(id, cancel);
        events.Record(member, member.Change(card, seen), by);
        await RequireOwnNumberAsync(member, cancel);
    }, cancel);

    public Task GiveRolesAsync(Guid id, int seen, IReadOnlyCollection<Role> roles, Actor by, CancellationToken cancel = default) => db.CommitAsync(async () =>
    {
        var member = await db.GetStaffAsync(id, cancel);
        var wasAdmin = member.Roles.Any(given => given.Role is Role.Admin);
        events.Record(member, member.Give(roles, seen), by);
        if (wasAdmin && !roles.Contains(Role.Admin))
        {
            await RequireAnotherAdministratorAsync(id, cancel);
        }
    }, cancel);

    public Task LeaveAsync(Guid id, Actor by, CancellationToken cancel = default) => db.CommitAsync(async () =>
    {
        var member = await db.GetStaffAsync(id, cancel);
        events.Record(member, member.Leave(), by);
        if (member.Roles.Any(given => given.Role is Role.Admin))
        {
            await RequireAnotherAdministratorAsync(id, cancel);
        }

        await db.Set<OneTimeLink>().Where(l => l.Staff == id).ExecuteDeleteAsync(cancel);
    }, cancel);

    public Task ReturnAsync(Guid id, Actor by, CancellationToken cancel = default) => db.CommitAsync(async () =>
    {
        var member = await db.GetStaffAsync(id, cancel);
        events.Record(member, member.Return(), by);
    }, cancel);

    /// <returns>The secret of <c>/set-password?token=</c>, told once; it holds for 24 hours.</returns>
    public Task<string> IssuePasswordLinkAsync(Guid id, Actor by, CancellationToken cancel = default) => db.CommitAsync(async () =>
    {
        var now = clock.Now();
        var member = await db.GetStaffAsync(id, cancel);
        events.Record(member, new PasswordLinkIssued(now + OneTimeLink.Lifetime), by);
        return await db.NewLinkAsync(LinkPurpose.SetPassword, id, now, cancel);
    }, cancel);

    private async Task RequireOwnNumberAsync(StaffMember member, CancellationToken cancel)
    {
        if (member.EmployeeNumber is { } number && await db.Staff.AnyAsync(m => m.EmployeeNumber == number && m.Id != member.Id, cancel))
        {
            throw new Refusal("employee-number.taken", "這個員工編號已經是別人的，請再對一次。", "This employee number is somebody else's; please check it.", "employeeNumber");
        }
    }

    private async Task RequireAnotherAdministratorAsync(Guid id, CancellationToken cancel)
    {
        if (!await db.Staff.AnyAsync(m => m.Id != id && m.Active && m.Roles.Any(given => given.Role == Role.Admin), cancel))
        {
            throw new Refusal("staff.last-administrator", "這是最後一位系統管理員。請先給另一個人這個角色。",
                "This is the last administrator. Give somebody else that role first.", "roles");
        }
    }
}
