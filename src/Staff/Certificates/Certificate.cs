using GridDesk.Kernel.Data;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GridDesk.Staff.Certificates;

/// <summary>What somebody was trained or examined for, such as the noon service of volunteers.</summary>
internal sealed class Certificate
{
    public required Guid Id { get; init; }
    public required Guid Staff { get; init; }
    /// <summary>Code of the kind in the pack.</summary>
    public required string What { get; init; }

    /// <summary>The last day on which it holds; null when it does not end.</summary>
    public LocalDate? Until { get; init; }

    public bool HoldsOn(LocalDate day) => Until is null || day <= Until;

    private sealed class Mapping : IEntityTypeConfiguration<Certificate>
    {
        public void Configure(EntityTypeBuilder<Certificate> certificate)
        {
            certificate.ToTable("staff_certificates");
            certificate.Property(c => c.Id).ValueGeneratedNever();
            certificate.Property(c => c.What).HasMaxLength(100);
            certificate.HasOne<StaffMember>().WithMany().HasForeignKey(c => c.Staff);
        }
    }
}

internal static class CertificateTables
{
    extension(OfficeDb db)
    {
        public DbSet<Certificate> Certificates => db.Set<Certificate>();
    }
}
