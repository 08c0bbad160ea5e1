using System.Threading.RateLimiting;
using GridDesk.Ui.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;

namespace GridDesk.Notices.Phone;

/// <summary>
/// How often one address may call for its phones. Thousands of phones stand behind one address of a telephone company, so it is
/// generous for looking and tighter for new devices; guesses of a code are counted apart, as on the tracking page.
/// </summary>
internal static class PhoneRush
{
    public const string Policy = "phone";
    public const int NewDevicesAMinute = 60;
    private const int CallsAMinute = 1200;

    public static void AddPhoneRush(this IServiceCollection services) => services.AddRateLimiter(limiter => limiter.AddPolicy(Policy, http =>
    {
        var isNew = HttpMethods.IsPost(http.Request.Method) && http.Request.Path.Value?.EndsWith("/devices", StringComparison.OrdinalIgnoreCase) is true;
        return RateLimitPartition.GetFixedWindowLimiter($"{(isNew ? "new" : "call")} {http.CallerAddress()}",
            _ => new FixedWindowRateLimiterOptions { PermitLimit = isNew ? NewDevicesAMinute : CallsAMinute, Window = TimeSpan.FromMinutes(1), QueueLimit = 0 });
    }));
}
