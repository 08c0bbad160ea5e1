using GridDesk.Kernel.Data;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GridDesk.Kernel.Web;

/// <summary>How often something was tried in a stretch of time; counted in the database, so across processes.</summary>
public sealed class Tries
{
    public required string What { get; init; }
    public required Instant Since { get; init; }
    public int Count { get; init; }

    /// <summary>Counts one more try of <paramref name="what"/> and says how many there are now in the stretch of that length that <paramref name="now"/> lies in.</summary>
    /// <param name="stretch">Whole seconds: a minute, ten of them, an hour.</param>
    public static Task<int> CountAsync(OfficeDb db, string what, Instant now, Duration stretch, CancellationToken cancel = default)
    {
        var seconds = (long)stretch.TotalSeconds;
        return CountAsync(db, what, Instant.FromUnixTimeSeconds(now.ToUnixTimeSeconds() / seconds * seconds), cancel);
    }

    /// <summary>Counts one more try of <paramref name="what"/> in the stretch that begins at <paramref name="since"/> and says how many there are now.</summary>
    public static Task<int> CountAsync(OfficeDb db, string what, Instant since, CancellationToken cancel = default)
    {
        var start = since.ToDateTimeUtc();
        return db.CommitAsync(async () =>
        {
            var rows = await db.Set<Tries>().FromSql($"""
                INSERT INTO tries (what, since, count) VALUES ({what}, {start}, 1)
                ON CONFLICT (what, since) DO UPDATE SET count = tries.count + 1 RETURNING *
                """).AsNoTracking().ToListAsync(cancel);
            return rows[0].Count;
        }, cancel);
    }

    public static async Task<int> SoFarAsync(OfficeDb db, string what, Instant since, CancellationToken cancel = default) =>
        await db.Set<Tries>().Where(t => t.What == what && t.Since == since).Select(t => t.Count).SingleOrDefaultAsync(cancel);

    private sealed class Mapping : IEntityTypeConfiguration<Tries>
    {
        public void Configure(EntityTypeBuilder<Tries> tries)
        {
            tries.ToTable("tries");
            tries.HasKey(t => new { t.What, t.Since });
            tries.Property(t => t.What).HasMaxLength(120);
        }
    }
}

/// <summary>Forgets, every hour, tries of more than two days ago.</summary>
internal sealed class ForgetTries(OfficeDb db) : Recurring.IRecur
{
    public Task RunAsync(Instant now, CancellationToken cancel)
    {
        var before = now - Duration.FromDays(2);
        return db.CommitAsync(() => db.Set<Tries>().Where(t => t.Since < before).ExecuteDeleteAsync(cancel), cancel);
    }
}
