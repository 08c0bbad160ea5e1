using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Time;
using Microsoft.AspNetCore.Identity;

namespace GridDesk.Staff.SignIn;

/// <summary>Decides who may come in with a password. Whatever is wrong, the answer is the same and takes as long: nobody learns which names exist.</summary>
internal sealed class Door(OfficeDb db, EventLog events, IPasswordHasher<StaffLogin> hasher, IClock clock)
{
    private static readonly TimeSpan Answer = TimeSpan.FromMilliseconds(400);
    private static readonly StaffLogin Nobody = StaffLogin.Of(Guid.Empty, "nobody");
    private static string? _nobodysHash;

    /// <returns>Whoever came in.</returns>
    /// <exception cref="Refusal">Code <c>sign-in.wrong</c>, after the same pause whatever the reason.</exception>
    public async Task<StaffLogin> WithPasswordAsync(string userName, string password, CancellationToken cancel = default)
    {
        var started = TimeProvider.System.GetTimestamp();
        var name = userName.Trim().ToLowerInvariant();
        var found = StaffMember.IsUserName(name) ? await db.Logins.AsNoTracking().SingleOrDefaultAsync(l => l.UserName == name, cancel) : null;

        // Hashing is slow on purpose, so it stays outside the transaction; the lock-out is looked at again inside it, where
        // guesses sent at the same moment stand in line.
        var right = password.Length <= PasswordRule.Longest &&
            hasher.VerifyHashedPassword(found ?? Nobody, found?.PasswordHash ?? NobodysHash(), password) is not PasswordVerificationResult.Failed &&
            found?.PasswordHash is not null;
        var opened = found is null ? null : await db.CommitAsync(() => DecideAsync(found.Id, right, cancel), cancel);
        if (opened is not null)
        {
            return opened;
        }

        var rest = Answer - TimeProvider.System.GetElapsedTime(started);
        await Task.Delay(rest > TimeSpan.Zero ? rest : TimeSpan.Zero, cancel);
        throw new Refusal("sign-in.wrong",
            "使用者名稱或密碼不對，請再試一次。連續錯 5 次要等 15 分鐘；忘記密碼請找系統管理員。",
            "The user name or password is not right; please try again. After 5 wrong passwords you have to wait 15 minutes. If you forgot yours, ask an administrator.");
    }

    private string NobodysHash() => _nobodysHash ??= hasher.HashPassword(Nobody, StaffLogin.NewStamp());

    private async Task<StaffLogin?> DecideAsync(Guid id, bool right, CancellationToken cancel)
    {
        if (db.IsPostgres)
        {
            await db.Database.ExecuteSqlAsync($"SELECT 1 FROM staff_logins WHERE id = {id} FOR UPDATE", cancel); // the queue for one person's tries
        }

        var now = clock.Now();
        var member = await db.GetStaffAsync(id, cancel);
        if (!member.Active || member.Login.IsLockedAt(now))
        {
            return null;
        }

        if (right)
        {
            member.Login.Unlock();
            events.Record(member, new SignedIn(SignInWay.Password), Actor.Staff($"{id}"));
            return member.Login;
        }

        var (failures, until) = LockOut.AfterWrongPassword(member.Login.AccessFailedCount, now);
        member.Login.AccessFailedCount = failures;
        member.Login.LockoutEnd = until?.ToDateTimeOffset();
        events.Record(member, new SignInFailed(until), Actor.Office);
        return null;
    }
}
