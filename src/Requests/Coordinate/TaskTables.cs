using GridDesk.Kernel.Data;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GridDesk.Requests.Coordinate;

internal static class TaskTables
{
    extension(OfficeDb db)
    {
        public DbSet<CoordinationTask> Tasks => db.Set<CoordinationTask>();
    }

    private sealed class Mapping : IEntityTypeConfiguration<CoordinationTask>
    {
        public void Configure(EntityTypeBuilder<CoordinationTask> task)
        {
            task.ToTable("coordination_tasks");
            task.Property(t => t.Id).ValueGeneratedNever();
            task.Property(t => t.Unit).HasMaxLength(40);
            task.Property(t => t.Question).HasMaxLength(CoordinationTask.LongestText);
            task.Property(t => t.Answer).HasMaxLength(CoordinationTask.LongestText);
            task.Property(t => t.Reason).HasMaxLength(CoordinationTask.LongestText);
            task.Property(t => t.AskedBy).HasMaxLength(80);
            task.Property(t => t.EndedBy).HasMaxLength(80);
            task.Property(t => t.Owner).HasMaxLength(40);
            task.Ignore(t => t.Key);
            task.Ignore(t => t.IsOpen);
            task.HasIndex(t => new { t.Request, t.Sequence }).IsUnique();
            task.HasIndex(t => new { t.Unit, t.EndedAt });
            task.HasIndex(t => t.PromiseId);
        }
    }
}
