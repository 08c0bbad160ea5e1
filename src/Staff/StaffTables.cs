using GridDesk.Kernel.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GridDesk.Staff;

internal static class StaffTables
{
    extension(OfficeDb db)
    {
        public DbSet<StaffMember> Staff => db.Set<StaffMember>();

        public DbSet<StaffLogin> Logins => db.Set<StaffLogin>();

        public async Task<StaffMember> GetStaffAsync(Guid id, CancellationToken cancel = default) =>
            await db.Staff.Include(m => m.Roles).Include(m => m.Login).SingleOrDefaultAsync(m => m.Id == id, cancel)
            ?? throw new Refusal("staff.not-found", "查不到這個人，請回人員清單再找一次。", "There is no such person; please look in the list again.");
    }

    private sealed class MemberMapping : IEntityTypeConfiguration<StaffMember>
    {
        public void Configure(EntityTypeBuilder<StaffMember> member)
        {
            member.ToTable("staff_members");
            member.Property(m => m.Id).ValueGeneratedNever();
            member.Property(m => m.Name).HasMaxLength(100);
            member.Property(m => m.EmployeeNumber).HasMaxLength(20);
            member.Property(m => m.Department).HasMaxLength(40);
            member.Property(m => m.Site).HasMaxLength(40);
            member.HasIndex(m => m.EmployeeNumber).IsUnique();
            member.HasIndex(m => m.Department);
            member.HasOne(m => m.Login).WithOne().HasForeignKey<StaffLogin>(l => l.Id);
            member.HasMany(m => m.Roles).WithOne().HasForeignKey(r => r.Staff);
        }
    }

    private sealed class RoleMapping : IEntityTypeConfiguration<RoleGiven>
    {
        public void Configure(EntityTypeBuilder<RoleGiven> given)
        {
            given.ToTable("staff_roles");
            given.HasKey(r => new { r.Staff, r.Role });
            given.HasIndex(r => r.Role);
        }
    }

    // What Identity's own context would map (schema version 3), under our names.
    private sealed class LoginMapping : IEntityTypeConfiguration<StaffLogin>
    {
        public void Configure(EntityTypeBuilder<StaffLogin> login)
        {
            login.ToTable("staff_logins");
            login.Property(l => l.Id).ValueGeneratedNever();
            login.Property(l => l.UserName).HasMaxLength(256);
            login.Property(l => l.NormalizedUserName).HasMaxLength(256);
            login.Property(l => l.Email).HasMaxLength(256);
            login.Property(l => l.NormalizedEmail).HasMaxLength(256);
            login.Property(l => l.PhoneNumber).HasMaxLength(256);
            login.Property(l => l.ConcurrencyStamp).IsConcurrencyToken();
            login.HasIndex(l => l.NormalizedUserName).IsUnique();
            login.HasMany<IdentityUserClaim<Guid>>().WithOne().HasForeignKey(c => c.UserId).IsRequired();
            login.HasMany<IdentityUserLogin<Guid>>().WithOne().HasForeignKey(l => l.UserId).IsRequired();
            login.HasMany<IdentityUserToken<Guid>>().WithOne().HasForeignKey(t => t.UserId).IsRequired();
            login.HasMany<IdentityUserPasskey<Guid>>().WithOne().HasForeignKey(p => p.UserId).IsRequired();
        }
    }

    private sealed class ClaimMapping : IEntityTypeConfiguration<IdentityUserClaim<Guid>>
    {
        public void Configure(EntityTypeBuilder<IdentityUserClaim<Guid>> claim) => claim.ToTable("staff_claims");
    }

    private sealed class ExternalLoginMapping : IEntityTypeConfiguration<IdentityUserLogin<Guid>>
    {
        public void Configure(EntityTypeBuilder<IdentityUserLogin<Guid>> login)
        {
            login.ToTable("staff_external_logins");
            login.HasKey(l => new { l.LoginProvider, l.ProviderKey });
            login.Property(l => l.LoginProvider).HasMaxLength(128);
            login.Property(l => l.ProviderKey).HasMaxLength(128);
        }
    }

    private sealed class LoginTokenMapping : IEntityTypeConfiguration<IdentityUserToken<Guid>>
    {
        public void Configure(EntityTypeBuilder<IdentityUserToken<Guid>> token)
        {
            token.ToTable("staff_login_tokens");
            token.HasKey(t => new { t.UserId, t.LoginProvider, t.Name });
            token.Property(t => t.LoginProvider).HasMaxLength(128);
            token.Property(t => t.Name).HasMaxLength(128);
        }
    }

    private sealed class PasskeyMapping : IEntityTypeConfiguration<IdentityUserPasskey<Guid>>
    {
        public void Configure(EntityTypeBuilder<IdentityUserPasskey<Guid>> passkey)
        {
            passkey.ToTable("staff_passkeys");
            passkey.HasKey(p => p.CredentialId);
            passkey.Property(p => p.CredentialId).HasMaxLength(1024);
            passkey.OwnsOne(p => p.Data).ToJson("data");
        }
    }
}
