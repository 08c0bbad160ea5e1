using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GridDesk.Kernel.Files;

/// <summary>A file's bytes by their SHA-256: kept once however often they are sent. A folder beside SQLite, <c>bytea</c> on PostgreSQL.</summary>
public sealed class StoredFile
{
    public required string Hash { get; init; }
    public required string Type { get; init; }
    public required long Length { get; init; }

    /// <summary>When somebody sent these bytes last.</summary>
    public required Instant SentAt { get; init; }

    /// <summary>Null when the bytes lie in the folder.</summary>
    public byte[]? Bytes { get; init; }

    private sealed class Mapping : IEntityTypeConfiguration<StoredFile>
    {
        public void Configure(EntityTypeBuilder<StoredFile> file)
        {
            file.ToTable("files");
            file.HasKey(f => f.Hash);
            file.Property(f => f.Hash).HasMaxLength(64);
            file.Property(f => f.Type).HasMaxLength(60);
        }
    }
}

/// <summary>
/// A file that somebody sent. Until a request claims it, it is kept for 24 hours, so that a failed form loses nothing.
/// </summary>
public sealed class Upload
{
    public required Guid Id { get; init; }
    public required string Hash { get; init; }
    public required string Type { get; init; }
    public required long Length { get; init; }

    /// <summary>The name it had on the sender's device; shown to the staff, never used as a path.</summary>
    public required string Name { get; init; }

    /// <summary>Which document of the service it is, when the sender said so.</summary>
    public string? Document { get; set; }

    public required Instant SentAt { get; init; }

    /// <summary>The subject that owns it, once a request has claimed it.</summary>
    public string? ClaimedBy { get; set; }

    private sealed class Mapping : IEntityTypeConfiguration<Upload>
    {
        public void Configure(EntityTypeBuilder<Upload> upload)
        {
            upload.ToTable("uploads");
            upload.Property(u => u.Id).ValueGeneratedNever();
            upload.Property(u => u.Hash).HasMaxLength(64);
            upload.Property(u => u.Type).HasMaxLength(60);
            upload.Property(u => u.Name).HasMaxLength(200);
            upload.Property(u => u.Document).HasMaxLength(60);
            upload.Property(u => u.ClaimedBy).HasMaxLength(80);
            upload.HasIndex(u => u.ClaimedBy);
            upload.HasIndex(u => u.Hash);
            upload.HasIndex(u => u.SentAt).HasFilter("claimed_by IS NULL");
        }
    }
}
