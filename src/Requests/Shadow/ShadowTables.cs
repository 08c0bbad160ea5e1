using GridDesk.Kernel.Data;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GridDesk.Requests.Shadow;

/// <summary>Tables of their own: nothing here is ever counted among the office's cases.</summary>
internal static class ShadowTables
{
    public const int LongestReason = 1000;

    extension(OfficeDb db)
    {
        public DbSet<ShadowImport> ShadowImports => db.Set<ShadowImport>();

        public DbSet<ShadowCase> ShadowCases => db.Set<ShadowCase>();

        public DbSet<ShadowBrokenRow> ShadowBrokenRows => db.Set<ShadowBrokenRow>();
    }

    private sealed class ImportMapping : IEntityTypeConfiguration<ShadowImport>
    {
        public void Configure(EntityTypeBuilder<ShadowImport> import)
        {
            import.ToTable("shadow_imports");
            import.Property(i => i.Id).ValueGeneratedNever();
            import.Property(i => i.Name).HasMaxLength(200);
            import.Property(i => i.Mapping).HasMaxLength(200);
            import.Property(i => i.File).HasMaxLength(64);
            import.Property(i => i.By).HasMaxLength(80);
            import.Property(i => i.Calendar).HasMaxLength(40);
            import.Property(i => i.Failure).HasMaxLength(2000);
            import.Property(i => i.Handled).IsConcurrencyToken();
            import.Ignore(i => i.Key);
            import.Ignore(i => i.IsRunning);
        }
    }

    private sealed class CaseMapping : IEntityTypeConfiguration<ShadowCase>
    {
        public void Configure(EntityTypeBuilder<ShadowCase> row)
        {
            row.ToTable("shadow_cases");
            row.HasKey(c => new { c.Import, c.Place });
            row.Property(c => c.Number).HasMaxLength(60);
            row.Property(c => c.Service).HasMaxLength(40);
            row.Property(c => c.Department).HasMaxLength(40);
        }
    }

    private sealed class BrokenRowMapping : IEntityTypeConfiguration<ShadowBrokenRow>
    {
        public void Configure(EntityTypeBuilder<ShadowBrokenRow> row)
        {
            row.ToTable("shadow_broken_rows");
            row.HasKey(b => new { b.Import, b.Place });
            row.Property(b => b.Zh).HasMaxLength(LongestReason);
            row.Property(b => b.En).HasMaxLength(LongestReason);
            row.Ignore(b => b.Reason);
        }
    }
}
