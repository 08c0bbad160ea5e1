using System.Text.Json;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Promises;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GridDesk.Notices.Care;

internal static class CareTables
{
    extension(OfficeDb db)
    {
        public DbSet<CareCall> CareCalls => db.Set<CareCall>();
    }

    private sealed class Mapping : IEntityTypeConfiguration<CareCall>
    {
        public void Configure(EntityTypeBuilder<CareCall> call)
        {
            call.ToTable("care_calls");
            call.Property(c => c.Id).ValueGeneratedNever();
            call.Ignore(c => c.Key);
            call.Ignore(c => c.IsOpen);
            call.Property(c => c.Number).HasMaxLength(20);
            call.Property(c => c.Department).HasMaxLength(40);
            call.Property(c => c.Materials).HasMaxLength(1000).HasConversion(
                value => JsonSerializer.Serialize(value, Json.Options),
                stored => JsonSerializer.Deserialize<List<string>>(stored, Json.Options)!,
                new ValueComparer<IReadOnlyList<string>>((one, other) => one!.SequenceEqual(other!), value => value.Count, value => value));
            call.Property(c => c.Name).HasMaxLength(200);
            call.Property(c => c.Phone).HasMaxLength(40);
            call.Property(c => c.TakenInBy).HasMaxLength(40);
            call.Property(c => c.To).HasMaxLength(CareCall.LongestText);
            call.Property(c => c.Reason).HasMaxLength(CareCall.LongestText);
            call.HasIndex(c => c.Number).IsUnique();
            call.HasIndex(c => c.PromiseId);
            call.HasIndex(c => new { c.State, c.CallFrom });
        }
    }
}

/// <summary>A care call with the promise that it runs under.</summary>
internal sealed class CareRow
{
    public required CareCall Call { get; init; }
    public required Promise Duty { get; init; }

    /// <summary>Everyone that the reader may see.</summary>
    public static IQueryable<CareRow> Seen(OfficeDb db, CareAccess access) => db.CareCalls.AsNoTracking().Where(access.Rule)
        .Join(db.Set<Promise>().AsNoTracking(), c => c.PromiseId, p => p.Id, (c, p) => new CareRow { Call = c, Duty = p });
}
