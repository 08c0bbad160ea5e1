using GridDesk.Kernel.Data;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GridDesk.Plan;

internal static class PlanTables
{
    extension(OfficeDb db)
    {
        /// <summary>Plans with their amendments.</summary>
        public IQueryable<ServicePlan> Plans => db.Set<ServicePlan>().Include(p => p.Amendments);

        public DbSet<PlanText> PlanTexts => db.Set<PlanText>();

        /// <exception cref="Refusal">Code <c>not-found</c>.</exception>
        public async Task<ServicePlan> GetPlanAsync(int rocYear, CancellationToken cancel = default) =>
            await db.Plans.SingleOrDefaultAsync(p => p.RocYear == rocYear, cancel)
            ?? throw new Refusal("not-found", $"沒有{rocYear}年度的計畫。", $"There is no plan of year {rocYear} ({rocYear + 1911}).", "rocYear");
    }

    private sealed class PlanMapping : IEntityTypeConfiguration<ServicePlan>
    {
        public void Configure(EntityTypeBuilder<ServicePlan> plan)
        {
            plan.ToTable("plans");
            plan.HasKey(p => p.RocYear);
            plan.Property(p => p.RocYear).ValueGeneratedNever();
            plan.Ignore(p => p.Key);
            plan.Ignore(p => p.Definition);
            plan.HasMany(p => p.Amendments).WithOne().HasForeignKey(a => a.RocYear);
        }
    }

    private sealed class AmendmentMapping : IEntityTypeConfiguration<Amendment>
    {
        public void Configure(EntityTypeBuilder<Amendment> amendment)
        {
            amendment.ToTable("plan_amendments");
            amendment.Property(a => a.Id).ValueGeneratedNever();
            amendment.Property(a => a.Measure).HasMaxLength(20);
            amendment.Property(a => a.Letter).HasMaxLength(100);
            amendment.Property(a => a.ReasonZh).HasMaxLength(1000);
            amendment.Property(a => a.ReasonEn).HasMaxLength(2000);
            amendment.Property(a => a.By).HasMaxLength(80);
            amendment.Ignore(a => a.Reason);
            amendment.Ignore(a => a.Change);
            amendment.Ignore(a => a.Digest);
            amendment.HasIndex(a => a.RocYear);
        }
    }

    private sealed class TextMapping : IEntityTypeConfiguration<PlanText>
    {
        public void Configure(EntityTypeBuilder<PlanText> text)
        {
            text.ToTable("plan_texts");
            text.HasKey(t => new { t.RocYear, t.Measure });
            text.Property(t => t.Measure).HasMaxLength(20);
            text.Property(t => t.Period).HasMaxLength(100);
            text.Property(t => t.Departments).HasMaxLength(400);
        }
    }
}
