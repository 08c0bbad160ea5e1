using System.Security.Claims;
using System.Text.Encodings.Web;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Time;
using GridDesk.Staff.SignIn;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace GridDesk.Staff.Tokens;

/// <summary><c>Authorization: Bearer gd_…</c>: looked up at every call, so revoking counts at once.</summary>
internal sealed class TokenAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logs, UrlEncoder encoder,
    OfficeDb db, CurrentStaff staff, IClock clock) : AuthenticationHandler<AuthenticationSchemeOptions>(options, logs, encoder)
{
    public new const string Scheme = "token";
    private const string Bearer = "Bearer ";
    private static readonly Duration LastUsedPrecision = Duration.FromMinutes(5);

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Offered(Context) is not { } offered)
        {
            return AuthenticateResult.NoResult();
        }

        var now = clock.Now();
        var digest = Secret.Digest(offered);
        var found = await (
            from token in db.Tokens.AsNoTracking()
            join member in db.Staff on token.Staff equals member.Id
            where token.Digest == digest && member.Active
            select new { Token = token, member.Name, member.Department, member.Site, Roles = member.Roles.Select(r => r.Role).ToList() })
            .SingleOrDefaultAsync(Context.RequestAborted);
        if (found is null || !found.Token.HoldsAt(now) || !RightsTable.RightsOf(found.Roles).Contains(Right.UseApi))
        {
            return AuthenticateResult.Fail("The token is unknown, has expired or was revoked.");
        }

        await NoteUseAsync(found.Token, now);
        var actor = found.Token.Kind is TokenKind.App ? Actor.App($"{found.Token.Id}") : Actor.Staff($"{found.Token.Staff}");
        var pass = new Pass(found.Token.Staff, found.Name, found.Department, found.Site, ApiToken.Effective(found.Token.Roles, found.Roles), actor);
        staff.Enter(pass);
        var identity = new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, actor.Key), .. pass.Claims()], Scheme);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Scheme));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = "Bearer";
        return Denials.UnknownAsync(Context);
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) => Denials.ForbiddenAsync(Context);

    // A busy program would otherwise write a row with every call.
    private async Task NoteUseAsync(ApiToken token, Instant now)
    {
        if (token.LastUsed is null || now - token.LastUsed > LastUsedPrecision)
        {
            await db.CommitAsync(() => db.Tokens.Where(t => t.Id == token.Id).ExecuteUpdateAsync(set => set.SetProperty(t => t.LastUsed, now), Context.RequestAborted), Context.RequestAborted);
        }
    }

    private static string? Offered(HttpContext http) =>
        http.Request.Headers.Authorization.ToString() is { Length: < 200 } header && header.StartsWith(Bearer + ApiToken.Prefix, StringComparison.Ordinal)
            ? header[Bearer.Length..] : null;
}
