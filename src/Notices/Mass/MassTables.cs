using System.Text.Json;
using GridDesk.Kernel.Data;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GridDesk.Notices.Mass;

internal static class MassTables
{
    extension(OfficeDb db)
    {
        public DbSet<MassNotice> MassNotices => db.Set<MassNotice>();

        public DbSet<MassAddressee> MassAddressees => db.Set<MassAddressee>();

        public DbSet<MassAccount> MassAccounts => db.Set<MassAccount>();

        public DbSet<MassList> MassLists => db.Set<MassList>();
    }

    private sealed class NoticeMapping : IEntityTypeConfiguration<MassNotice>
    {
        public void Configure(EntityTypeBuilder<MassNotice> notice)
        {
            notice.ToTable("mass_notices");
            notice.Property(n => n.Id).ValueGeneratedNever();
            notice.Ignore(n => n.Key);
            notice.Ignore(n => n.IsOver);
            notice.Ignore(n => n.People);
            notice.Property(n => n.Name).HasMaxLength(MassNotice.LongestName);
            notice.Property(n => n.Template).HasMaxLength(60);
            notice.Property(n => n.Facts).HasMaxLength(2000).HasConversion(facts => JsonSerializer.Serialize(facts, Json.Options), stored => JsonSerializer.Deserialize<MassFacts>(stored, Json.Options)!);
            notice.HasIndex(n => n.PlannedAt);
        }
    }

    private sealed class AddresseeMapping : IEntityTypeConfiguration<MassAddressee>
    {
        public void Configure(EntityTypeBuilder<MassAddressee> addressee)
        {
            addressee.ToTable("mass_addressees");
            addressee.Property(a => a.Id).ValueGeneratedNever();
            addressee.Ignore(a => a.Key);
            addressee.Property(a => a.Address).HasMaxLength(254);
            addressee.HasIndex(a => new { a.Notice, a.Kind, a.Address }).IsUnique();
            addressee.HasIndex(a => new { a.Notice, a.Channel }).HasFilter("message IS NULL");
        }
    }

    private sealed class AccountMapping : IEntityTypeConfiguration<MassAccount>
    {
        public void Configure(EntityTypeBuilder<MassAccount> account)
        {
            account.ToTable("mass_accounts");
            account.Property(a => a.Id).ValueGeneratedNever();
            account.Property(a => a.Account).HasMaxLength(MassList.Digits);
            account.HasIndex(a => new { a.Notice, a.Account });
        }
    }

    private sealed class ListMapping : IEntityTypeConfiguration<MassList>
    {
        public void Configure(EntityTypeBuilder<MassList> list)
        {
            list.ToTable("mass_lists");
            list.HasKey(l => l.Notice);
            list.Property(l => l.Notice).ValueGeneratedNever();
        }
    }
}
