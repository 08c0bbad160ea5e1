using GridDesk.Kernel.Recurring;
using Microsoft.Extensions.DependencyInjection;

namespace GridDesk.Kernel.Sweeps;

/// <summary>
/// Looks for rows that nobody would come to by themselves: stuck, missing, or without what they belong to. It mends what is safe to mend and
/// leaves the rest to a person; it must not mind being done twice, and reads no more at once than a large office can bear.
/// </summary>
public interface ISweep
{
    /// <param name="since">When it looked last; what was recorded before was seen then.</param>
    Task<Swept> RunAsync(Instant since, Instant now, CancellationToken cancel);
}

/// <param name="Mended">How many faults are gone.</param>
/// <param name="Left">How many a person has to look at.</param>
/// <param name="Examples">The first of those.</param>
public sealed record Swept(int Mended, int Left, IReadOnlyList<LeftOver> Examples)
{
    public static Swept Of(int mended, IReadOnlyList<LeftOver>? left = null) => new(mended, left?.Count ?? 0, left ?? []);
}

/// <param name="What">A key, a number, a code; names nobody.</param>
/// <param name="Path">Where a person sees more of it: <c>/desk/…</c>; null when there is no such page.</param>
public sealed record LeftOver(string What, string? Path = null);

/// <param name="Name">Of its recurring work, too.</param>
/// <param name="Advice">What to do with what is left; null when it leaves nothing.</param>
public sealed record Sweep(string Name, Phrase? Advice, Type Handler);

public static class SweepSetup
{
    /// <summary>Says, in a module's <see cref="Module.AddServices"/>, that <typeparamref name="T"/> sweeps by a cron expression with seconds.</summary>
    /// <param name="title">What it looks for.</param>
    /// <param name="advice">What a person does with what it leaves.</param>
    public static IServiceCollection Sweep<T>(this IServiceCollection services, string name, Phrase title, string cron, Phrase? advice = null) where T : class, ISweep =>
        services.AddScoped<T>().AddSingleton(new Sweep(name, advice, typeof(T))).Every<SweepRun<T>>(name, title, cron);
}
