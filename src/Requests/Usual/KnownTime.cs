using GridDesk.Kernel.Data;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GridDesk.Requests.Usual;

/// <summary>What the office's own cases of the last year say about one service; learnt anew every night.</summary>
internal sealed class KnownTime
{
    public required string Service { get; init; }
    public int Low { get; set; }
    public int High { get; set; }

    /// <summary>How many finished cases of the service itself <see cref="Low"/> and <see cref="High"/> rest on.</summary>
    public int Cases { get; set; }

    /// <summary>How many finished cases of the whole office, on which a rare service leans.</summary>
    public int OfficeCases { get; set; }

    /// <summary>Working days without news that are usual between two steps; see <see cref="Tell.Silence.Usual"/>.</summary>
    public int Silence { get; set; }

    public Instant LearntAt { get; set; }

    public UsualTime Time => new(Low, High, Cases);

    private sealed class Mapping : IEntityTypeConfiguration<KnownTime>
    {
        public void Configure(EntityTypeBuilder<KnownTime> known)
        {
            known.ToTable("known_times");
            known.HasKey(k => k.Service);
            known.Property(k => k.Service).HasMaxLength(40);
            known.Ignore(k => k.Time);
        }
    }
}

internal static class UsualTables
{
    extension(OfficeDb db)
    {
        public DbSet<KnownTime> KnownTimes => db.Set<KnownTime>();
    }
}
