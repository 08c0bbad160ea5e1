using System.Security.Cryptography;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Time;
using Microsoft.AspNetCore.Identity;

namespace GridDesk.Staff.SignIn;

/// <summary>Passkeys (WebAuthn): made on the account page, used at the door. Each takes two steps, the question and the answer.</summary>
internal sealed class Passkeys(OfficeDb db, EventLog events, SignInManager<StaffLogin> ceremonies, IClock clock)
{
    private UserManager<StaffLogin> Users => ceremonies.UserManager;

    public Task<string> AskAsync() => ceremonies.MakePasskeyRequestOptionsAsync(null);

    /// <exception cref="Refusal">Code <c>passkey.refused</c>: it is nobody's, was not verified, or its person is locked out or gone.</exception>
    public async Task<StaffLogin> EnterAsync(string credential, CancellationToken cancel = default)
    {
        var answer = await CompleteAsync(() => ceremonies.PerformPasskeyAssertionAsync(credential));
        return answer is not { Succeeded: true } ? throw Refused() : await db.CommitAsync(async () =>
        {
            var member = await db.GetStaffAsync(answer.User.Id, cancel);
            if (!member.Active || member.Login.IsLockedAt(clock.Now()))
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
    public async Task AddAsync(Guid id, string name, string credential, Actor by, CancellationToken cancel = default)
    {
        var answer = await CompleteAsync(() => ceremonies.PerformPasskeyAttestationAsync(credential));
        if (answer is not { Succeeded: true } || answer.UserEntity.Id != $"{id}")
        {
            throw Refused();
        }

        answer.Passkey.Name = name.Trim();
        await db.CommitAsync(async () =>
        {
            var member = await db.GetStaffAsync(id, cancel);
            await Users.AddOrUpdatePasskeyAsync(member.Login, answer.Passkey);
            events.Record(member, new PasskeyAdded(Trace(answer.Passkey.CredentialId)), by);
        }, cancel);
    }

    public Task RemoveAsync(Guid id, byte[] passkey, Actor by, CancellationToken cancel = default) => db.CommitAsync(async () =>
    {
        var member = await db.GetStaffAsync(id, cancel);
        if (await Users.GetPasskeyAsync(member.Login, passkey) is not null)
        {
            await Users.RemovePasskeyAsync(member.Login, passkey);
            events.Record(member, new PasskeyRemoved(Trace(passkey)), by);
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

    private static string Trace(byte[] credential) => Convert.ToHexStringLower(SHA256.HashData(credential));

    private static Refusal Refused() => new("passkey.refused",
        "這次的通行密鑰沒有通過。請再試一次；還是不行，請改用密碼，或找系統管理員。",
        "The passkey was not accepted. Please try again; if it still fails, use your password or ask an administrator.");
}
