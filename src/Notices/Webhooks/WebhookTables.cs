using System.Text.Json;
using GridDesk.Kernel.Data;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GridDesk.Notices.Webhooks;

internal static class WebhookTables
{
    private const string Waiting = "done_at IS NULL AND given_up_at IS NULL";

    extension(OfficeDb db)
    {
        public DbSet<WebhookReceiver> WebhookReceivers => db.Set<WebhookReceiver>();

        public DbSet<WebhookDelivery> WebhookDeliveries => db.Set<WebhookDelivery>();

        public DbSet<WebhookAttempt> WebhookAttempts => db.Set<WebhookAttempt>();
    }

    private sealed class ReceiverMapping : IEntityTypeConfiguration<WebhookReceiver>
    {
        public void Configure(EntityTypeBuilder<WebhookReceiver> receiver)
        {
            receiver.ToTable("webhook_receivers");
            receiver.Property(r => r.Id).ValueGeneratedNever();
            receiver.Ignore(r => r.Key);
            receiver.Property(r => r.Name).HasMaxLength(WebhookReceiver.LongestName);
            receiver.Property(r => r.Url).HasMaxLength(2000);
            receiver.Property(r => r.Kinds).HasMaxLength(2000).HasConversion(
                value => JsonSerializer.Serialize(value, Json.Options),
                stored => JsonSerializer.Deserialize<List<string>>(stored, Json.Options)!,
                new ValueComparer<IReadOnlyList<string>>((one, other) => one!.SequenceEqual(other!), value => value.Count, value => value));
        }
    }

    private sealed class DeliveryMapping : IEntityTypeConfiguration<WebhookDelivery>
    {
        public void Configure(EntityTypeBuilder<WebhookDelivery> delivery)
        {
            delivery.ToTable("webhook_deliveries");
            delivery.Property(d => d.Id).ValueGeneratedNever();
            delivery.Ignore(d => d.IsWaiting);
            delivery.Property(d => d.Kind).HasMaxLength(80);
            delivery.Property(d => d.Subject).HasMaxLength(120);
            delivery.Property(d => d.Body).HasMaxLength(8000);
            delivery.HasIndex(d => new { d.Receiver, d.Event }).IsUnique();
            delivery.HasIndex(d => new { d.Receiver, d.DueAt }).HasFilter(Waiting);
            delivery.HasIndex(d => new { d.Receiver, d.Subject, d.Version }).HasFilter(Waiting);
            delivery.HasIndex(d => d.QueuedAt);
        }
    }

    private sealed class AttemptMapping : IEntityTypeConfiguration<WebhookAttempt>
    {
        public void Configure(EntityTypeBuilder<WebhookAttempt> attempt)
        {
            attempt.ToTable("webhook_attempts");
            attempt.Property(a => a.Id).ValueGeneratedNever();
            attempt.Property(a => a.Text).HasMaxLength(WebhookAttempt.LongestText);
            attempt.HasIndex(a => a.Delivery);
            attempt.HasIndex(a => new { a.Receiver, a.At });
        }
    }
}
