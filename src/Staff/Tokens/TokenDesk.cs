using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Time;

namespace GridDesk.Staff.Tokens;

internal sealed class TokenDesk(OfficeDb db, EventLog events, IClock clock)
{
    /// <returns>The token, told once.</returns>
    /// <exception cref="Refusal">A role that the person has not, no role, or an expiry outside the coming year.</exception>
    public Task<string> IssueAsync(Guid staff, string name, TokenKind kind, IReadOnlyCollection<Role> roles, Instant expires, Actor by, CancellationToken cancel = default) => db.CommitAsync(async () =>
    {
        var now = clock.Now();
        var member = await db.GetStaffAsync(staff, cancel);
        Check(roles, member.Roles.Select(given => given.Role), expires, now);

        var secret = ApiToken.Prefix + Secret.New();
        var token = new ApiToken
        {
            Id = Guid.CreateVersion7(now.ToDateTimeOffset()),
            Staff = staff,
            Name = name.Trim(),
            Kind = kind,
            Digest = Secret.Digest(secret),
            Roles = [.. roles.Order()],
            Issued = now,
            Expires = expires.ToMicrosecond(),
        };
        db.Add(token);
        events.Record(member, new TokenIssued(token.Id, kind, token.Roles, token.Expires), by);
        return secret;
    }, cancel);

    public Task RevokeAsync(Guid staff, Guid id, Actor by, CancellationToken cancel = default) => db.CommitAsync(async () =>
    {
        var token = await db.Tokens.SingleOrDefaultAsync(t => t.Id == id && t.Staff == staff, cancel)
            ?? throw new Refusal("token.not-found", "查不到這個權杖，請重新整理清單。", "There is no such token; please reload the list.");
        if (token.Revoked is null)
        {
            token.Revoked = clock.Now();
            events.Record(await db.GetStaffAsync(staff, cancel), new TokenRevoked(id), by);
        }
    }, cancel);

    public async Task<IReadOnlyList<ApiToken>> OfAsync(Guid staff, CancellationToken cancel = default) =>
        await db.Tokens.AsNoTracking().Where(t => t.Staff == staff && t.Revoked == null).OrderByDescending(t => t.Issued).ToListAsync(cancel);

    internal static void Check(IReadOnlyCollection<Role> roles, IEnumerable<Role> mine, Instant expires, Instant now)
    {
        if (roles.Count == 0)
        {
            throw new Refusal("token.no-role", "請至少選一個角色。", "Choose at least one role.", "roles");
        }

        if (roles.Except(mine).Any())
        {
            throw new Refusal("token.role-not-mine", "權杖只能有您自己的角色，請重新選。", "A token can only have roles of your own; please choose again.", "roles");
        }

        if (expires <= now || expires > now.InUtc().LocalDateTime.Plus(ApiToken.Longest).InUtc().ToInstant())
        {
            throw new Refusal("token.expiry", "到期日請選明天到一年以內。", "Choose an expiry between tomorrow and one year from now.", "expires");
        }
    }
}
