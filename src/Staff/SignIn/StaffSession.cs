using System.Security.Claims;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Time;
using GridDesk.Staff.Deputies;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace GridDesk.Staff.SignIn;

/// <summary>
/// The cookie says who and since which password; everything else is read afresh at every request, in one query.
/// So leaving, a new password and a lost role count at once in every process.
/// </summary>
internal static class StaffSession
{
    private const string Stamp = "stamp";

    public static Task BeginAsync(HttpContext http, StaffLogin login) =>
        http.SignInAsync(IdentityConstants.ApplicationScheme, Principal(login.Id, new Claim(Stamp, login.SecurityStamp!)));

    public static Task EndAsync(HttpContext http) => http.SignOutAsync(IdentityConstants.ApplicationScheme);

    public static async Task ContinueAsync(CookieValidatePrincipalContext cookie)
    {
        var http = cookie.HttpContext;
        var id = Guid.TryParse(cookie.Principal?.FindFirstValue(ClaimTypes.NameIdentifier), out var parsed) ? parsed : Guid.Empty;
        var stamp = cookie.Principal?.FindFirstValue(Stamp);
        var (db, now) = (http.RequestServices.GetRequiredService<OfficeDb>(), http.RequestServices.GetRequiredService<IClock>().Now());
        var member = await db.Staff.AsNoTracking().AsSingleQuery()
            .Where(m => m.Id == id && m.Active && m.Login.SecurityStamp == stamp)
            .Select(m => new { m.Name, m.Department, m.Site, Roles = m.Roles.Select(r => r.Role).ToList(), For = db.Set<Deputy>().Where(d => d.By == m.Id && d.From <= now && now < d.Until).Select(d => d.For).ToList() })
            .SingleOrDefaultAsync(http.RequestAborted);
        if (member is null)
        {
            cookie.RejectPrincipal();
            await EndAsync(http);
            return;
        }

        var pass = new Pass(id, member.Name, member.Department, member.Site, member.Roles.ToHashSet(), Actor.Staff($"{id}")) { StandsInFor = [.. member.For.Distinct().Select(person => $"{person}")] };
        http.RequestServices.GetRequiredService<CurrentStaff>().Enter(pass);
        cookie.ReplacePrincipal(Principal(id, [new Claim(Stamp, stamp!), .. pass.Claims()]));
    }

    private static ClaimsPrincipal Principal(Guid id, params IEnumerable<Claim> claims) =>
        new(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, $"{id}"), .. claims], IdentityConstants.ApplicationScheme));
}
