using System.Text.Json;
using GridDesk.Kernel.Data;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GridDesk.Requests.Procedures;

internal static class ProcedureTables
{
    extension(OfficeDb db)
    {
        public DbSet<Simplification> Simplifications => db.Set<Simplification>();
    }

    private sealed class Mapping : IEntityTypeConfiguration<Simplification>
    {
        public void Configure(EntityTypeBuilder<Simplification> entry)
        {
            entry.ToTable("simplifications");
            entry.Property(e => e.Id).ValueGeneratedNever();
            entry.Property(e => e.Service).HasMaxLength(40);
            entry.Property(e => e.Definition).HasMaxLength(64);
            entry.Property(e => e.Part).HasMaxLength(60);
            entry.Property(e => e.Why).HasMaxLength(Simplification.LongestText);
            entry.Property(e => e.Reason).HasMaxLength(Simplification.LongestText);
            entry.Property(e => e.RecordedBy).HasMaxLength(80);
            entry.Property(e => e.Measured).HasConversion(
                value => JsonSerializer.Serialize(value, Json.Options),
                stored => JsonSerializer.Deserialize<Comparison>(stored, Json.Options));
            entry.Ignore(e => e.Key);
            entry.Ignore(e => e.Recorded);
        }
    }
}
