using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.Extensions.DependencyInjection;

namespace GridDesk.Kernel.Recurring;

/// <summary>Work that comes round again; it must not mind being done twice.</summary>
public interface IRecur
{
    Task RunAsync(Instant now, CancellationToken cancel);
}

/// <summary>When a recurring piece of work is due next, and how it went last; one row each, shared by all processes.</summary>
public sealed class Recurrence
{
    public required string Name { get; init; }
    public Instant NextAt { get; set; }
    public Instant? LastAt { get; set; }
    public string? LastError { get; set; }
    public Instant? LeaseUntil { get; set; }
    public long Fence { get; set; }

    private sealed class Mapping : IEntityTypeConfiguration<Recurrence>
    {
        public void Configure(EntityTypeBuilder<Recurrence> recurrence)
        {
            recurrence.ToTable("recurring");
            recurrence.HasKey(r => r.Name);
            recurrence.Property(r => r.Name).HasMaxLength(60);
            recurrence.Property(r => r.LastError).HasMaxLength(2000);
        }
    }
}

/// <summary>A piece of recurring work and its Cronos expression (with seconds, in the office's time zone).</summary>
/// <param name="Title">What it does, for people.</param>
public sealed record RecurringWork(string Name, Phrase Title, string Cron, Type Handler);

public static class RecurringSetup
{
    /// <summary>Says, in a module's <see cref="Module.AddServices"/>, that <typeparamref name="T"/> runs by a cron expression with seconds.</summary>
    public static IServiceCollection Every<T>(this IServiceCollection services, string name, Phrase title, string cron) where T : class, IRecur =>
        services.AddSingleton(new RecurringWork(name, title, cron, typeof(T))).AddScoped<T>();
}
