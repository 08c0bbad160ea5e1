using System.Security.Cryptography;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using Microsoft.AspNetCore.Identity;
using static GridDesk.Kernel.Languages;

namespace GridDesk.Staff.SignIn;

/// <summary>Passkeys (WebAuthn): made on the account page, used at the door. Each takes two steps, the question and the answer.</summary>
internal sealed class Passkeys(OfficeDb db, EventLog events, SignInManager<StaffLogin> ceremonies)
{
    private const int LongestName = 100;
    private const string Nothing = "null";

    private UserManager<StaffLogin> Users => ceremonies.UserManager;

    public Task<string> AskAsync() => ceremonies.MakePasskeyRequestOptionsAsync(null);

    /// <summary>
    /// Lets in whoever the passkey belongs to, also while passwords rest: a passkey cannot be guessed, and so nobody is kept
    /// from work by somebody else's wrong passwords.
    /// </summary>
    /// <exception cref="Refusal">Code <c>passkey.refused</c>: it is nobody's, was not verified, or its person is gone.</exception>
    public async Task<StaffLogin> EnterAsync(string? credential, CancellationToken cancel = default)
    {
        var answer = await CompleteAsync(() => ceremonies.PerformPasskeyAssertionAsync(credential ?? Nothing));
        return answer is not { Succeeded: true } ? throw Refused() : await db.CommitAsync(async () =>
        {
            var member = await db.GetStaffAsync(answer.User.Id, cancel);
            if (!member.Active)
            {
                throw Refused();
            }

            await Users.AddOrUpdatePasskeyAsync(member.Login, answer.Passkey); // keeps its counter, by which a copied key betrays itself
            events.Record(member, new SignedIn(SignInWay.Passkey), Actor.Staff($"{member.Id}"));
            return member.Login;
        }, cancel);
    }

    public async Task<string> OfferAsync(Guid id, CancellationToken cancel = default)
    {
        var member = await db.GetStaffAsync(id, cancel);
        return await ceremonies.MakePasskeyCreationOptionsAsync(new() { Id = $"{id}", Name = member.Login.UserName!, DisplayName = member.Name });
    }

    /// <exception cref="Refusal">Code <c>passkey.refused</c>: the browser's answer does not fit the question.</exception>
    public async Task AddAsync(Guid id, string? name, string? credential, Actor by, CancellationToken cancel = default)
    {
        var answer = await CompleteAsync(() => ceremonies.PerformPasskeyAttestationAsync(credential ?? Nothing));
        if (answer is not { Succeeded: true } || answer.UserEntity.Id != $"{id}")
        {
            throw Refused();
        }

        answer.Passkey.Name = name?.Trim() is { Length: > 0 and <= LongestName } given ? given : Say("通行密鑰", "Passkey");
        await db.CommitAsync(async () =>
        {
            var member = await db.GetStaffAsync(id, cancel);
            await Users.AddOrUpdatePasskeyAsync(member.Login, answer.Passkey);
            events.Record(member, new PasskeyAdded(Handle(answer.Passkey.CredentialId)), by);
        }, cancel);
    }

    /// <param name="passkey">As <see cref="Handle"/> names it.</param>
    public Task RemoveAsync(Guid id, string? passkey, Actor by, CancellationToken cancel = default) => db.CommitAsync(async () =>
    {
        var member = await db.GetStaffAsync(id, cancel);
        if ((await Users.GetPasskeysAsync(member.Login)).FirstOrDefault(held => Handle(held.CredentialId) == passkey) is { } found)
        {
            await Users.RemovePasskeyAsync(member.Login, found.CredentialId);
            events.Record(member, new PasskeyRemoved(Handle(found.CredentialId)), by);
        }
    }, cancel);

    public async Task<IReadOnlyList<UserPasskeyInfo>> OfAsync(Guid id, CancellationToken cancel = default) =>
        [.. (await Users.GetPasskeysAsync((await db.GetStaffAsync(id, cancel)).Login)).OrderBy(p => p.CreatedAt)];

    // Identity throws when no question is open: the page was left for too long, or an answer is sent twice.
    private static async Task<T?> CompleteAsync<T>(Func<Task<T>> answer) where T : class
    {
        try
        {
            return await answer();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>How a passkey is named outside its table: the credential's id tells which device it is on, its digest does not.</summary>
    public static string Handle(byte[] credential) => Convert.ToHexStringLower(SHA256.HashData(credential));

    private static Refusal Refused() => new("passkey.refused",
        "這次的通行密鑰沒有通過。請再試一次；還是不行，請改用密碼，或找系統管理員。",
        "The passkey was not accepted. Please try again; if it still fails, use your password or ask an administrator.");
}
