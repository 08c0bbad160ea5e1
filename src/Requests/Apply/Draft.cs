using GridDesk.Kernel.Data;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using System.Text.Json.Nodes;

namespace GridDesk.Requests.Apply;

/// <summary>
/// What a customer has typed so far, right or wrong. Its id stands in the address, so that two tabs are two drafts; it opens only in
/// the browser that began it. Forgotten after a day.
/// </summary>
internal sealed class Draft
{
    public required Guid Id { get; init; }

    /// <summary>The secret in the cookie of the browser that began it.</summary>
    public required string Browser { get; init; }

    public required string Service { get; init; }

    /// <summary>A <see cref="Typed"/>; empty once it is filed.</summary>
    public required JsonObject Typed { get; set; }

    public required Instant UpdatedAt { get; set; }

    /// <summary>The request that came of it.</summary>
    public Guid? Filed { get; private set; }

    /// <summary>Counts the changes, so that of two at one moment one is told.</summary>
    public int Version { get; private set; }

    public void Keep(JsonObject typed, Instant now) => (Typed, UpdatedAt, Version) = (typed, now, Version + 1);

    /// <summary>It became a request, which holds everything now.</summary>
    public void FiledAs(Guid request, Instant now)
    {
        Keep([], now);
        Filed = request;
    }

    private sealed class Mapping : IEntityTypeConfiguration<Draft>
    {
        public void Configure(EntityTypeBuilder<Draft> draft)
        {
            draft.ToTable("drafts");
            draft.Property(d => d.Id).ValueGeneratedNever();
            draft.Property(d => d.Browser).HasMaxLength(64);
            draft.Property(d => d.Service).HasMaxLength(40);
            draft.Property(d => d.Version).IsConcurrencyToken();
            draft.HasIndex(d => d.UpdatedAt);
        }
    }
}

/// <summary>Forgets, every hour, drafts that nobody touched for a day.</summary>
internal sealed class ForgetDrafts(OfficeDb db) : Kernel.Recurring.IRecur
{
    private static readonly Duration Kept = Duration.FromHours(24);

    public Task RunAsync(Instant now, CancellationToken cancel)
    {
        var before = now - Kept;
        return db.CommitAsync(() => db.Set<Draft>().Where(d => d.UpdatedAt < before).ExecuteDeleteAsync(cancel), cancel);
    }
}
