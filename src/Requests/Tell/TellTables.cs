using GridDesk.Kernel.Data;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GridDesk.Requests.Tell;

internal static class TellTables
{
    extension(OfficeDb db)
    {
        public DbSet<DueNotice> DueNotices => db.Set<DueNotice>();

        /// <summary>What the customer of a request is still to be told, a new day before anything else; null when nothing.</summary>
        public async Task<DueNotice?> ToTellAsync(ServiceRequest request, CancellationToken cancel) => request.Status == RequestStatus.Closed ? null
            : await db.DueNotices.AsNoTracking().Where(n => n.Request == request.Id && n.ToldAt == null && n.LapsedAt == null).OrderByDescending(n => n.Day != null).FirstOrDefaultAsync(cancel);
    }

    private sealed class Mapping : IEntityTypeConfiguration<DueNotice>
    {
        public void Configure(EntityTypeBuilder<DueNotice> notice)
        {
            notice.ToTable("due_notices");
            notice.Property(n => n.Id).ValueGeneratedNever();
            notice.Ignore(n => n.Key);
            notice.HasIndex(n => new { n.Request, n.RaisedAt });
            notice.HasIndex(n => n.RaisedAt).HasFilter("told_at IS NULL AND lapsed_at IS NULL");
        }
    }
}
