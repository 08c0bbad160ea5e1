using System.Threading.RateLimiting;
using GridDesk.Ui.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;

namespace GridDesk.Staff.SignIn;

/// <summary>
/// How often one address may try the door: trying many names costs us hashing and spares the lock-out of each. A whole office
/// behind one address signs in within a few minutes of the morning, so it is a minute's measure and not a small one.
/// </summary>
internal static class DoorRush
{
    public const string Policy = "sign-in";
    public const int TriesAMinute = 60;

    public static void AddDoorRush(this IServiceCollection services) => services.AddRateLimiter(limiter =>
    {
        limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limiter.OnRejected = (rejected, _) =>
        {
            rejected.HttpContext.Response.Headers.RetryAfter = "60";
            return ValueTask.CompletedTask;
        };
        limiter.AddPolicy(Policy, http => !HttpMethods.IsPost(http.Request.Method)
            ? RateLimitPartition.GetNoLimiter("looking")
            : RateLimitPartition.GetFixedWindowLimiter(http.CallerAddress(), _ => new FixedWindowRateLimiterOptions { PermitLimit = TriesAMinute, Window = TimeSpan.FromMinutes(1), QueueLimit = 0 }));
    });
}
