using GridDesk.Bills.Import;
using GridDesk.Kernel.Data;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GridDesk.Bills;

internal static class BillTables
{
    public const int LongestReason = 500;

    extension(OfficeDb db)
    {
        public DbSet<Bill> Bills => db.Set<Bill>();

        public DbSet<BillFile> BillFiles => db.Set<BillFile>();

        public DbSet<BillFileMistake> BillFileMistakes => db.Set<BillFileMistake>();
    }

    private sealed class BillMapping : IEntityTypeConfiguration<Bill>
    {
        public void Configure(EntityTypeBuilder<Bill> bill)
        {
            bill.ToTable("bills");
            bill.HasKey(b => b.Number);
            bill.Property(b => b.Number).HasMaxLength(BillDesk.LongestNumber);
            bill.Property(b => b.Account).HasMaxLength(11);
            bill.Ignore(b => b.Key);
            bill.Ignore(b => b.StateText);
            bill.HasIndex(b => b.DueOn).HasFilter("state = 'Open'");
            bill.HasIndex(b => new { b.Account, b.DueOn });
        }
    }

    private sealed class FileMapping : IEntityTypeConfiguration<BillFile>
    {
        public void Configure(EntityTypeBuilder<BillFile> file)
        {
            file.ToTable("bill_files");
            file.Property(f => f.Id).ValueGeneratedNever();
            file.Property(f => f.Name).HasMaxLength(200);
            file.Property(f => f.Mapping).HasMaxLength(200);
            file.Property(f => f.Kept).HasMaxLength(64);
            file.Property(f => f.By).HasMaxLength(80);
            file.Property(f => f.Failure).HasMaxLength(2000);
            file.Property(f => f.Handled).IsConcurrencyToken();
            file.Ignore(f => f.Key);
            file.Ignore(f => f.IsRunning);
        }
    }

    private sealed class MistakeMapping : IEntityTypeConfiguration<BillFileMistake>
    {
        public void Configure(EntityTypeBuilder<BillFileMistake> mistake)
        {
            mistake.ToTable("bill_file_mistakes");
            mistake.HasKey(m => new { m.File, m.Place, m.Nth });
            mistake.Property(m => m.Column).HasMaxLength(100);
            mistake.Property(m => m.Zh).HasMaxLength(LongestReason);
            mistake.Property(m => m.En).HasMaxLength(LongestReason);
            mistake.Ignore(m => m.Reason);
        }
    }
}
