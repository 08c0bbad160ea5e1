using GridDesk.Kernel.Data;
using GridDesk.Staff.Tokens;
using GridDesk.Ui.Http;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;

namespace GridDesk.Staff.SignIn;

internal static class SignInSetup
{
    // As routing calls what it puts in the place of an endpoint.
    private const string WrongMethod = "405 HTTP Method Not Supported";
    private const string WrongContent = "415 HTTP Unsupported Media Type";
    private const string CookieOrToken = "staff";
    private const int HashingRounds = 210_000; // OWASP password storage cheat sheet, PBKDF2-HMAC-SHA512
    private static readonly TimeSpan WorkingDay = TimeSpan.FromHours(8);

    public static void AddSignIn(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddDoorRush();
        services.AddIdentityCore<StaffLogin>(identity => identity.Stores.SchemaVersion = IdentitySchemaVersions.Version3)
            .AddEntityFrameworkStores<OfficeDb>()
            .AddSignInManager();

        services.Configure<IdentityPasskeyOptions>(passkeys =>
        {
            // A passkey is all that is asked for, so it must know its person and stand for name and password.
            passkeys.UserVerificationRequirement = "required";
            passkeys.ResidentKeyRequirement = "required";
        });
        services.Configure<PasswordHasherOptions>(hashing => hashing.IterationCount = HashingRounds);

        services.AddAuthentication(CookieOrToken)
            .AddPolicyScheme(CookieOrToken, null, choose => choose.ForwardDefaultSelector = http =>
                // Pages take no tokens: a program cannot use a person's account pages to give itself more. The interface takes no
                // cookies: a stranger's page could send it the cookies of whoever looks at that page.
                http.IsForPrograms() ? TokenAuthentication.Scheme : IdentityConstants.ApplicationScheme)
            .AddScheme<AuthenticationSchemeOptions, TokenAuthentication>(TokenAuthentication.Scheme, null)
            .AddCookie(IdentityConstants.ApplicationScheme, Session)
            .AddCookie(IdentityConstants.TwoFactorUserIdScheme, PasskeyCeremony);

        services.AddAuthorization(rules => rules.FallbackPolicy = new AuthorizationPolicyBuilder()
            // What says neither [Needs] nor [Public] is closed. An address that is nothing at all, or not for this method or content, may say so.
            .RequireAssertion(asked => asked.Resource is HttpContext http && http.GetEndpoint() is null or { DisplayName: WrongMethod or WrongContent })
            .Build());
        services.AddScoped<IAuthorizationHandler, RightsCheck>();
        services.Configure<MvcOptions>(mvc => mvc.Filters.Add<HandlerRights>());
    }

    private static void Session(CookieAuthenticationOptions session)
    {
        KeepPrivate(session.Cookie, "griddesk");
        session.ExpireTimeSpan = WorkingDay;
        session.SlidingExpiration = true;
        session.LoginPath = "/sign-in";
        session.ReturnUrlParameter = "return";
        session.Events.OnValidatePrincipal = StaffSession.ContinueAsync;
        session.Events.OnRedirectToAccessDenied = asked => Denials.ForbiddenAsync(asked.HttpContext);
        session.Events.OnRedirectToLogin = asked =>
        {
            asked.Response.Redirect(asked.RedirectUri);
            return Task.CompletedTask;
        };
    }

    // Carries the challenge between a passkey's two steps, so that any process can do the second.
    private static void PasskeyCeremony(CookieAuthenticationOptions ceremony)
    {
        KeepPrivate(ceremony.Cookie, "griddesk-passkey");
        ceremony.ExpireTimeSpan = TimeSpan.FromMinutes(5);
    }

    private static void KeepPrivate(CookieBuilder cookie, string name)
    {
        cookie.Name = name;
        cookie.Path = "/";
        cookie.HttpOnly = true;
        cookie.SameSite = SameSiteMode.Lax;
        cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
    }
}
