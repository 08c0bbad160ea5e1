using GridDesk.Kernel.Data;
using GridDesk.Kernel.Time;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GridDesk.Staff.Access;

/// <summary>Who looked at whose personal data. Rows are only ever added.</summary>
public sealed class AccessLog(OfficeDb db, IClock clock)
{
    /// <summary>
    /// Records a look, committed when this returns: call it before anything personal is sent. Inside
    /// <see cref="OfficeDb.CommitAsync{T}"/> it is committed with the rest.
    /// </summary>
    /// <param name="staffId">Who looked: <see cref="CurrentStaff.Id"/>.</param>
    /// <param name="subject">Whose data, as events name it: <c>customer:ID</c>, <c>request:ID</c>.</param>
    /// <param name="page">The path of the page or endpoint, without its query.</param>
    /// <param name="purpose">What for: a code such as <c>handling</c> or the number of the case; never a customer's data.</param>
    public async Task RecordAsync(Guid staffId, string subject, string page, string purpose, CancellationToken cancel = default)
    {
        var now = clock.Now();
        db.Add(new AccessEntry { Id = Guid.CreateVersion7(now.ToDateTimeOffset()), At = now, Staff = staffId, Subject = subject, Page = page, Purpose = purpose });
        await db.SaveChangesAsync(cancel);
    }
}

internal sealed class AccessEntry
{
    /// <summary>Version 7, so it sorts by time.</summary>
    public required Guid Id { get; init; }
    public required Instant At { get; init; }
    public required Guid Staff { get; init; }
    public required string Subject { get; init; }
    public required string Page { get; init; }
    public required string Purpose { get; init; }

    private sealed class Mapping : IEntityTypeConfiguration<AccessEntry>
    {
        public void Configure(EntityTypeBuilder<AccessEntry> entry)
        {
            entry.ToTable("access_log");
            entry.Property(e => e.Id).ValueGeneratedNever();
            entry.Property(e => e.Subject).HasMaxLength(80);
            entry.Property(e => e.Page).HasMaxLength(200);
            entry.Property(e => e.Purpose).HasMaxLength(200);
            entry.HasOne<StaffMember>().WithMany().HasForeignKey(e => e.Staff);
            entry.HasIndex(e => new { e.At, e.Id });
            entry.HasIndex(e => new { e.Subject, e.At });
            entry.HasIndex(e => new { e.Staff, e.At });
        }
    }
}
