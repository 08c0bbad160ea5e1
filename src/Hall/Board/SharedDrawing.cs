using Microsoft.Extensions.DependencyInjection;

namespace GridDesk.Hall.Board;

/// <summary>
/// When something changes every board of a hall asks for the same page at the same moment: it is drawn once for each state that a
/// stream named, and given to all. Whoever does not name one gets a page of their own.
/// </summary>
internal static class SharedDrawing
{
    public const string Policy = "board";

    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(5);

    public static void Add(IServiceCollection services) => services.AddOutputCache(cache =>
        cache.AddPolicy(Policy, policy => policy.With(asked => asked.HttpContext.Request.Query.ContainsKey("id")).Expire(Kept)));
}
