using GridDesk.Kernel.Data;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GridDesk.Staff.Deputies;

/// <summary>Who answers for somebody's work while that person is away, in <c>[From, Until)</c>.</summary>
internal sealed class Deputy
{
    public required Guid Id { get; init; }
    public required Guid For { get; init; }
    public required Guid By { get; init; }
    public required Instant From { get; init; }
    public required Instant Until { get; init; }

    private sealed class Mapping : IEntityTypeConfiguration<Deputy>
    {
        public void Configure(EntityTypeBuilder<Deputy> deputy)
        {
            deputy.ToTable("staff_deputies");
            deputy.Property(d => d.Id).ValueGeneratedNever();
            deputy.HasOne<StaffMember>().WithMany().HasForeignKey(d => d.For);
            deputy.HasOne<StaffMember>().WithMany().HasForeignKey(d => d.By);
            deputy.HasIndex(d => new { d.For, d.Until });
        }
    }
}

internal static class DeputyTables
{
    extension(OfficeDb db)
    {
        public DbSet<Deputy> Deputies => db.Set<Deputy>();
    }
}
