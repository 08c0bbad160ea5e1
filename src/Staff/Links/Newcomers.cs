using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Time;
using Microsoft.AspNetCore.Identity;

namespace GridDesk.Staff.Links;

/// <summary>What can be done with a one-time link and without an account.</summary>
internal sealed class Newcomers(OfficeDb db, EventLog events, IPasswordHasher<StaffLogin> hasher, IClock clock)
{
    public Task<OneTimeLink> ReadAsync(string? secret, LinkPurpose purpose, CancellationToken cancel = default) =>
        db.ReadLinkAsync(secret, purpose, clock.Now(), cancel);

    public async Task<StaffLogin> RegisterFirstAdministratorAsync(string? secret, string userName, string password, Card card, CancellationToken cancel = default)
    {
        var now = clock.Now();
        var member = StaffMember.New(Guid.CreateVersion7(now.ToDateTimeOffset()), userName);
        member.Login.SetPassword(password, hasher);

        return await db.CommitAsync(async () =>
        {
            await db.UseLinkAsync(secret, LinkPurpose.FirstAdministrator, now, cancel);
            if (await db.Staff.AnyAsync(cancel))
            {
                throw new Refusal("first-administrator.exists", "已經有人登錄了，請向系統管理員要帳號。",
                    "Somebody has registered already; ask an administrator for an account.");
            }

            db.Add(member);
            var self = Actor.Staff($"{member.Id}");
            events.Record(member, member.Join(card), self);
            events.Record(member, member.Give([Role.Admin], member.Revision), self);
            events.Record(member, new PasswordChanged(PasswordWay.FirstAdministrator), self);
            await db.Set<OneTimeLink>().Where(l => l.Purpose == LinkPurpose.FirstAdministrator).ExecuteDeleteAsync(cancel);
            return member.Login;
        }, cancel);
    }

    public async Task<StaffLogin> SetPasswordAsync(string? secret, string password, CancellationToken cancel = default)
    {
        var now = clock.Now();
        return await db.CommitAsync(async () =>
        {
            var link = await db.UseLinkAsync(secret, LinkPurpose.SetPassword, now, cancel);
            var member = await db.GetStaffAsync(link.Staff!.Value, cancel);
            if (!member.Active)
            {
                throw new Refusal("staff.not-active", "這個帳號已經停用，請找系統管理員。", "This account has been closed; ask an administrator.");
            }

            member.Login.SetPassword(password, hasher);
            events.Record(member, new PasswordChanged(PasswordWay.Link), Actor.Staff($"{member.Id}"));
            return member.Login;
        }, cancel);
    }
}
