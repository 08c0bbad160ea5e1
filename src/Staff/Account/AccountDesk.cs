using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using Microsoft.AspNetCore.Identity;

namespace GridDesk.Staff.Account;

/// <summary>What everybody can do with their own account.</summary>
internal sealed class AccountDesk(OfficeDb db, EventLog events, IPasswordHasher<StaffLogin> hasher)
{
    /// <returns>The login with its new stamp; every other session of the person has ended.</returns>
    public async Task<StaffLogin> ChangePasswordAsync(Guid id, string present, string wanted, Actor by, CancellationToken cancel = default)
    {
        var member = await db.GetStaffAsync(id, cancel);
        if (member.Login.PasswordHash is { } hash && hasher.VerifyHashedPassword(member.Login, hash, present) is PasswordVerificationResult.Failed)
        {
            throw new Refusal("password.present", "現在的密碼不對，請再填一次。", "The present password is not right; please type it again.", "presentPassword");
        }

        member.Login.SetPassword(wanted, hasher);
        await db.CommitAsync(() =>
        {
            events.Record(member, new PasswordChanged(PasswordWay.Self), by);
            return Task.CompletedTask;
        }, cancel);
        return member.Login;
    }
}
