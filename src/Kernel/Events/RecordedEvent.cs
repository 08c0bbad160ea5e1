using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GridDesk.Kernel.Events;

/// <summary>A row of the journal. Nothing in it is ever changed, save the number of the seal that closes over it.</summary>
internal sealed class RecordedEvent
{
    public required Guid Id { get; init; }
    public required string Subject { get; init; }
    public required int Version { get; init; }
    public required string Name { get; init; }
    public required int Shape { get; init; }
    public required string Body { get; init; }
    public required string By { get; init; }
    public required Instant HappenedAt { get; init; }
    public required Instant RecordedAt { get; init; }
    public required byte[] Hash { get; init; }

    /// <summary>PostgreSQL's transaction id, by which the sealer knows what may still be on its way; 0 on SQLite.</summary>
    public long Transaction { get; init; }

    public int? Seal { get; init; }

    /// <summary>SHA-256 over the previous hash and everything that is recorded.</summary>
    public static byte[] HashOf(byte[] previous, string subject, int version, string name, int shape, string body, string by, Instant happenedAt, Instant recordedAt)
    {
        var text = string.Join('\n', subject, version, name, shape, by,
            happenedAt.ToUnixTimeTicks() / 10, recordedAt.ToUnixTimeTicks() / 10, body);
        return SHA256.HashData([.. previous, .. Encoding.UTF8.GetBytes(text)]);
    }

    public byte[] HashAfter(byte[] previous) => HashOf(previous, Subject, Version, Name, Shape, Body, By, HappenedAt, RecordedAt);

    private sealed class Mapping : IEntityTypeConfiguration<RecordedEvent>
    {
        public void Configure(EntityTypeBuilder<RecordedEvent> recorded)
        {
            recorded.ToTable("events");
            recorded.Property(e => e.Id).ValueGeneratedNever();
            recorded.Property(e => e.Subject).HasMaxLength(80);
            recorded.Property(e => e.Name).HasMaxLength(80);
            recorded.Property(e => e.By).HasMaxLength(80);
            recorded.HasIndex(e => new { e.Subject, e.Version }).IsUnique();
            recorded.HasIndex(e => new { e.Name, e.HappenedAt });
            recorded.HasIndex(e => e.Seal);
        }
    }
}
