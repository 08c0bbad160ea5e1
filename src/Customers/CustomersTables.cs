using GridDesk.Kernel.Data;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GridDesk.Customers;

internal static class CustomersTables
{
    extension(OfficeDb db)
    {
        public DbSet<Customer> Customers => db.Set<Customer>();

        public DbSet<Account> Accounts => db.Set<Account>();
    }

    private sealed class CustomerMapping : IEntityTypeConfiguration<Customer>
    {
        public void Configure(EntityTypeBuilder<Customer> customer)
        {
            customer.ToTable("customers");
            customer.Property(c => c.Id).ValueGeneratedNever();
            customer.Ignore(c => c.Key);
            customer.Property(c => c.Name).HasMaxLength(200);
            customer.Property(c => c.Phone).HasMaxLength(40);
            customer.Property(c => c.Email).HasMaxLength(254);
            customer.HasMany(c => c.Accounts).WithOne().HasForeignKey(a => a.Customer);
        }
    }

    private sealed class AccountMapping : IEntityTypeConfiguration<Account>
    {
        public void Configure(EntityTypeBuilder<Account> account)
        {
            account.ToTable("accounts");
            account.HasKey(a => a.Number);
            account.Property(a => a.Number).HasMaxLength(11);
            account.Property(a => a.Address).HasMaxLength(300);
            account.HasIndex(a => a.Customer);
        }
    }
}
