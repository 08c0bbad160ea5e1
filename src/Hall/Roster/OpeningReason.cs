using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GridDesk.Hall.Roster;

/// <summary>Why somebody opened a counter out of plan: a private text, for its event carries the digest alone.</summary>
internal sealed class OpeningReason
{
    public const int Longest = 200;

    public required Guid Id { get; init; }
    public required string Site { get; init; }
    public required int Counter { get; init; }
    public required Guid Staff { get; init; }
    public required Instant At { get; init; }
    public required OutOfPlan Why { get; init; }
    public required string Reason { get; init; }
    public required byte[] Salt { get; init; }

    public CounterOpenedOutOfPlan Recorded => new(Site, Counter, Why, SaltedText.Digest(Salt, Reason));

    /// <exception cref="Refusal"><c>hall.reason-long</c></exception>
    public static string? Read(string? typed) => typed?.Trim() is not { Length: > 0 } text ? null
        : text.Length <= Longest ? text : throw new Refusal("hall.reason-long", $"原因最多 {Longest} 字。", $"The reason has at most {Longest} characters.", "reason");

    private sealed class Mapping : IEntityTypeConfiguration<OpeningReason>
    {
        public void Configure(EntityTypeBuilder<OpeningReason> reason)
        {
            reason.ToTable("opening_reasons");
            reason.Property(r => r.Id).ValueGeneratedNever();
            reason.Property(r => r.Site).HasMaxLength(40);
            reason.Property(r => r.Reason).HasMaxLength(Longest);
            reason.HasIndex(r => new { r.Site, r.At });
        }
    }
}

internal static class RosterTables
{
    extension(OfficeDb db)
    {
        public DbSet<OpeningReason> OpeningReasons => db.Set<OpeningReason>();
    }
}
