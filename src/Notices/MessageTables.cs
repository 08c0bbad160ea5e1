using GridDesk.Kernel.Data;
using GridDesk.Notices.Spooled;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GridDesk.Notices;

internal static class MessageTables
{
    extension(OfficeDb db)
    {
        public DbSet<Message> Messages => db.Set<Message>();

        /// <summary>Those that somebody carried out of the building; what only lies in the spool did not leave.</summary>
        public IQueryable<Message> LeftMessages => db.Messages.Where(m => m.State == MessageState.Delivered || m.State == MessageState.HandedOver && m.Provider != Spool.ProviderName);

        public DbSet<MessageThread> MessageThreads => db.Set<MessageThread>();

        public DbSet<Attempt> Attempts => db.Set<Attempt>();
    }

    private sealed class MessageMapping : IEntityTypeConfiguration<Message>
    {
        public void Configure(EntityTypeBuilder<Message> message)
        {
            message.ToTable("messages");
            message.Property(m => m.Id).ValueGeneratedNever();
            message.Ignore(m => m.Key);
            message.Ignore(m => m.IsSpooled);
            message.Property(m => m.About).HasMaxLength(80);
            message.Property(m => m.Template).HasMaxLength(60);
            message.Property(m => m.Definition).HasMaxLength(20);
            message.Property(m => m.Purpose).HasMaxLength(40);
            message.Property(m => m.To).HasMaxLength(254);
            message.Property(m => m.Title).HasMaxLength(300);
            message.Property(m => m.Text).HasMaxLength(8000);
            message.Property(m => m.Cause).HasMaxLength(120);
            message.Property(m => m.Provider).HasMaxLength(40);
            message.Property(m => m.Reference).HasMaxLength(200);
            message.Property(m => m.Reason).HasMaxLength(500);
            message.HasIndex(m => m.Cause).IsUnique();
            message.HasIndex(m => new { m.About, m.QueuedAt });
            message.HasIndex(m => new { m.Provider, m.Reference }).HasFilter("reference IS NOT NULL");
            message.HasIndex(m => new { m.State, m.ChangedAt });
        }
    }

    private sealed class ThreadMapping : IEntityTypeConfiguration<MessageThread>
    {
        public void Configure(EntityTypeBuilder<MessageThread> thread)
        {
            thread.ToTable("message_threads");
            thread.HasKey(t => new { t.About, t.Channel });
            thread.Ignore(t => t.Key);
            thread.Property(t => t.About).HasMaxLength(80);
        }
    }

    private sealed class AttemptMapping : IEntityTypeConfiguration<Attempt>
    {
        public void Configure(EntityTypeBuilder<Attempt> attempt)
        {
            attempt.ToTable("message_attempts");
            attempt.Property(a => a.Id).ValueGeneratedNever();
            attempt.Property(a => a.Provider).HasMaxLength(40);
            attempt.Property(a => a.Reason).HasMaxLength(500);
            attempt.HasIndex(a => a.Message);
            attempt.HasIndex(a => new { a.Channel, a.At });
        }
    }
}
