using GridDesk.Kernel.Data;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GridDesk.Notices.Phone;

internal static class PhoneTables
{
    extension(OfficeDb db)
    {
        public DbSet<Device> Devices => db.Set<Device>();

        public DbSet<KeptCase> KeptCases => db.Set<KeptCase>();

        public DbSet<PushSubscription> PushSubscriptions => db.Set<PushSubscription>();
    }

    private sealed class DeviceMapping : IEntityTypeConfiguration<Device>
    {
        public void Configure(EntityTypeBuilder<Device> device)
        {
            device.ToTable("phone_devices");
            device.Property(d => d.Id).ValueGeneratedNever();
            device.Property(d => d.Digest).HasMaxLength(32);
            device.HasIndex(d => d.Digest).IsUnique();
            device.HasIndex(d => d.SeenAt);
        }
    }

    private sealed class KeptCaseMapping : IEntityTypeConfiguration<KeptCase>
    {
        public void Configure(EntityTypeBuilder<KeptCase> kept)
        {
            kept.ToTable("kept_cases");
            kept.Property(k => k.Id).ValueGeneratedNever();
            kept.Ignore(k => k.Key);
            kept.Property(k => k.Request).HasMaxLength(80);
            kept.Property(k => k.KeptAs).HasMaxLength(24);
            kept.HasIndex(k => new { k.Device, k.Request }).IsUnique();
            kept.HasIndex(k => k.Request);
        }
    }

    private sealed class PushSubscriptionMapping : IEntityTypeConfiguration<PushSubscription>
    {
        public void Configure(EntityTypeBuilder<PushSubscription> subscription)
        {
            subscription.ToTable("push_subscriptions");
            subscription.Property(s => s.Id).ValueGeneratedNever();
            subscription.Ignore(s => s.Key);
            subscription.Property(s => s.Endpoint).HasMaxLength(PushSubscription.LongestEndpoint);
            subscription.Property(s => s.PublicKey).HasMaxLength(65);
            subscription.Property(s => s.Auth).HasMaxLength(16);
            subscription.HasIndex(s => s.Device).IsUnique();
        }
    }
}
