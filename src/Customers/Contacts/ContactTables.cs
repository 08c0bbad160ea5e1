using GridDesk.Kernel.Data;
using GridDesk.Kernel.Time;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GridDesk.Customers.Contacts;

internal static class ContactTables
{
    extension(OfficeDb db)
    {
        public DbSet<ContactPoint> ContactPoints => db.Set<ContactPoint>();

        public DbSet<Consent> Consents => db.Set<Consent>();

        public DbSet<ContactCode> ContactCodes => db.Set<ContactCode>();
    }

    private sealed class PointMapping : IEntityTypeConfiguration<ContactPoint>
    {
        public void Configure(EntityTypeBuilder<ContactPoint> point)
        {
            point.ToTable("contact_points");
            point.Property(p => p.Id).ValueGeneratedNever();
            point.Ignore(p => p.Key);
            point.Ignore(p => p.Masked);
            point.Property(p => p.Address).HasMaxLength(254);
            point.Property(p => p.Token).HasMaxLength(22);
            point.Property(p => p.Quiet).HasMaxLength(11).HasConversion(quiet => quiet!.ToString(), stored => QuietHours.Parse(stored));
            point.HasIndex(p => new { p.Kind, p.Address }).IsUnique();
            point.HasIndex(p => p.Token).IsUnique();
            point.HasMany(p => p.Consents).WithOne().HasForeignKey(c => c.Point);
        }
    }

    private sealed class ConsentMapping : IEntityTypeConfiguration<Consent>
    {
        public void Configure(EntityTypeBuilder<Consent> consent)
        {
            consent.ToTable("contact_consents");
            consent.Property(c => c.Id).ValueGeneratedNever();
            consent.Ignore(c => c.At);
            consent.Property(c => c.Purpose).HasMaxLength(40);
            consent.Property(c => c.Account).HasMaxLength(11);
            consent.Property(c => c.GivenBy).HasMaxLength(80);
            consent.Property(c => c.WithdrawnBy).HasMaxLength(80);
            consent.HasIndex(c => c.Point);
            consent.HasIndex(c => new { c.Account, c.Purpose }).HasFilter("account IS NOT NULL");
        }
    }

    private sealed class CodeMapping : IEntityTypeConfiguration<ContactCode>
    {
        public void Configure(EntityTypeBuilder<ContactCode> code)
        {
            code.ToTable("contact_codes");
            code.HasKey(c => c.Point);
        }
    }
}
