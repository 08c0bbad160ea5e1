using GridDesk.Kernel.Data;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GridDesk.Requests.Handovers;

internal static class HandoverTables
{
    extension(OfficeDb db)
    {
        public DbSet<Handover> Handovers => db.Set<Handover>();
    }

    private sealed class Mapping : IEntityTypeConfiguration<Handover>
    {
        public void Configure(EntityTypeBuilder<Handover> handover)
        {
            handover.ToTable("handovers");
            handover.Property(h => h.Id).ValueGeneratedNever();
            handover.Property(h => h.Number).HasMaxLength(40);
            handover.Property(h => h.Source).HasMaxLength(40);
            handover.Property(h => h.Kind).HasMaxLength(40);
            handover.Property(h => h.Department).HasMaxLength(40);
            handover.Property(h => h.Summary).HasMaxLength(Handover.LongestText);
            handover.Property(h => h.Name).HasMaxLength(200);
            handover.Property(h => h.Phone).HasMaxLength(40);
            handover.Property(h => h.ElectricityNumber).HasMaxLength(11);
            handover.Property(h => h.Handler).HasMaxLength(40);
            handover.Property(h => h.Reply).HasMaxLength(Handover.LongestText);
            handover.Ignore(h => h.Key);
            handover.Ignore(h => h.IsOpen);
            handover.HasIndex(h => h.Number).IsUnique();
            handover.HasIndex(h => h.PromiseId);
            handover.HasIndex(h => h.Request);
            handover.HasIndex(h => new { h.State, h.Department });
        }
    }
}
