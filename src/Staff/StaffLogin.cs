using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;

namespace GridDesk.Staff;

/// <summary>How a <see cref="StaffMember"/> of the same id comes in: what ASP.NET Core Identity keeps, and passkeys beside it.</summary>
internal sealed class StaffLogin : IdentityUser<Guid>
{
    public static StaffLogin Of(Guid id, string userName) => new()
    {
        Id = id,
        UserName = userName,
        NormalizedUserName = userName.ToUpperInvariant(),
        SecurityStamp = NewStamp(),
        LockoutEnabled = true,
    };

    public bool IsLockedAt(Instant now) => LockoutEnd is { } end && now < Instant.FromDateTimeOffset(end);

    /// <summary>Sets a password and ends every session that the old one opened.</summary>
    public void SetPassword(string password, IPasswordHasher<StaffLogin> hasher)
    {
        PasswordHash = hasher.HashPassword(this, PasswordRule.Check(password, UserName!));
        SecurityStamp = NewStamp();
        Unlock();
    }

    public void Unlock()
    {
        AccessFailedCount = 0;
        LockoutEnd = null;
    }

    public static string NewStamp() => Convert.ToHexString(RandomNumberGenerator.GetBytes(16));
}

/// <summary>
/// What a password must be: long and not guessable from the user name. No rules about kinds of characters and no
/// expiry, which make passwords worse (NIST SP 800-63B, 5.1.1.2).
/// </summary>
internal static class PasswordRule
{
    public const int Shortest = 12;
    public const int Longest = 200;
    private const int FewestDifferent = 5;

    public static string Check(string password, string userName) =>
        password.Length < Shortest ? throw Refuse("too-short",
            $"密碼請至少 {Shortest} 個字。用幾個不相干的詞連起來，好記又安全。",
            $"Use at least {Shortest} characters. A few unrelated words are easy to remember and safe.")
        : password.Length > Longest ? throw Refuse("too-long",
            $"密碼請不要超過 {Longest} 個字。", $"Use at most {Longest} characters.")
        : password.Contains(userName, StringComparison.OrdinalIgnoreCase) ? throw Refuse("has-user-name",
            "密碼裡請不要放使用者名稱。", "Leave your user name out of the password.")
        : password.Distinct().Count() < FewestDifferent ? throw Refuse("monotonous",
            "密碼重複的字太多，請換幾個不同的字。", "The password repeats too few characters; mix in others.")
        : password;

    private static Refusal Refuse(string code, string zh, string en) => new($"password.{code}", zh, en, "newPassword");
}

/// <summary>After five wrong passwords in a row the account rests for fifteen minutes, whatever is typed meanwhile.</summary>
internal static class LockOut
{
    public const int Tries = 5;
    public static readonly Duration Rest = Duration.FromMinutes(15);

    public static (int Failures, Instant? Until) AfterWrongPassword(int failures, Instant now) =>
        failures + 1 < Tries ? (failures + 1, null) : (0, now + Rest);
}
