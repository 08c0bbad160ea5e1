using System.Text.Json;
using GridDesk.Kernel.Data;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GridDesk.Requests.Supply;

internal static class SupplyTables
{
    extension(OfficeDb db)
    {
        public DbSet<SupplySchedule> SupplySchedules => db.Set<SupplySchedule>();
    }

    private sealed class Mapping : IEntityTypeConfiguration<SupplySchedule>
    {
        public void Configure(EntityTypeBuilder<SupplySchedule> schedule)
        {
            schedule.ToTable("supply_schedules");
            schedule.HasKey(s => s.Request);
            schedule.Property(s => s.Request).ValueGeneratedNever();
            schedule.Property(s => s.Service).HasMaxLength(40);
            schedule.Property(s => s.Stages).HasConversion(
                value => JsonSerializer.Serialize(value, Json.Options),
                stored => JsonSerializer.Deserialize<List<SupplyStage>>(stored, Json.Options)!,
                new ValueComparer<IReadOnlyList<SupplyStage>>((one, other) => one!.SequenceEqual(other!), value => value.Count, value => value));
            schedule.Property(s => s.Delays).HasConversion(
                value => JsonSerializer.Serialize(value, Json.Options),
                stored => JsonSerializer.Deserialize<List<SupplyDelay>>(stored, Json.Options)!,
                new ValueComparer<IReadOnlyList<SupplyDelay>>((one, other) => one!.SequenceEqual(other!), value => value.Count, value => value));
            schedule.Ignore(s => s.Key);
            schedule.Ignore(s => s.Next);
            schedule.Ignore(s => s.Last);
            schedule.HasIndex(s => new { s.NextPlanned, s.Request });
            schedule.HasIndex(s => s.PoweredOn);
        }
    }
}
