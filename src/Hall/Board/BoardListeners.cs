using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;

namespace GridDesk.Hall.Board;

/// <summary>How many screens and telephones one process keeps up to date at a time; whoever is one too many tries again by itself.</summary>
internal sealed class BoardListeners : IRateLimiterPolicy<string>
{
    public const string Policy = "board-listeners";

    /// <summary>In each process: 500 boards are promised, the telephones of those who wait come on top.</summary>
    public const int AtMost = 1000;

    private const string TryAgainInSeconds = "15";

    public Func<OnRejectedContext, CancellationToken, ValueTask>? OnRejected => static async (rejected, _) =>
    {
        rejected.HttpContext.Response.Headers.RetryAfter = TryAgainInSeconds;
        await Results.Problem(
            Languages.Say("同時看叫號的畫面太多了，請過十五秒再連。現在的情形看 /board。", "Too many screens follow the hall just now; connect again in fifteen seconds. The present state is at /board."),
            statusCode: StatusCodes.Status503ServiceUnavailable, extensions: new Dictionary<string, object?> { ["code"] = "board.too-many" }).ExecuteAsync(rejected.HttpContext);
    };

    public RateLimitPartition<string> GetPartition(HttpContext http) =>
        RateLimitPartition.GetConcurrencyLimiter(Policy, _ => new() { PermitLimit = AtMost, QueueLimit = 0 });

    public static void Add(IServiceCollection services) => services.Configure<RateLimiterOptions>(limiter => limiter.AddPolicy<string, BoardListeners>(Policy));
}
