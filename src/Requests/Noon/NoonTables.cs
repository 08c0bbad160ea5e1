using GridDesk.Kernel.Data;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GridDesk.Requests.Noon;

internal static class NoonTables
{
    extension(OfficeDb db)
    {
        public DbSet<NoonBaseline> NoonBaselines => db.Set<NoonBaseline>();

        public DbSet<NoonDay> NoonDays => db.Set<NoonDay>();
    }

    private sealed class BaselineMapping : IEntityTypeConfiguration<NoonBaseline>
    {
        public void Configure(EntityTypeBuilder<NoonBaseline> baseline)
        {
            baseline.ToTable("noon_baselines");
            baseline.Property(b => b.Id).ValueGeneratedNever();
            baseline.Property(b => b.Source).HasMaxLength(300);
            baseline.Ignore(b => b.Key);
            baseline.Ignore(b => b.PerDay);
        }
    }

    private sealed class DayMapping : IEntityTypeConfiguration<NoonDay>
    {
        public void Configure(EntityTypeBuilder<NoonDay> day)
        {
            day.ToTable("noon_days");
            day.HasKey(d => new { d.Site, d.Day });
            day.Property(d => d.Site).HasMaxLength(40);
            day.Ignore(d => d.Key);
        }
    }
}
