using GridDesk.Kernel.Data;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GridDesk.Notices.Reminders;

internal static class ReminderTables
{
    extension(OfficeDb db)
    {
        public DbSet<Reminder> Reminders => db.Set<Reminder>();

        public DbSet<ReminderRun> ReminderRuns => db.Set<ReminderRun>();
    }

    private sealed class ReminderMapping : IEntityTypeConfiguration<Reminder>
    {
        public void Configure(EntityTypeBuilder<Reminder> reminder)
        {
            reminder.ToTable("reminders");
            reminder.Property(r => r.Id).ValueGeneratedNever();
            reminder.Property(r => r.Account).HasMaxLength(11);
            reminder.Property(r => r.Numbers).HasMaxLength(400);
            reminder.Property(r => r.Address).HasMaxLength(254);
            reminder.Ignore(r => r.Key);
            reminder.Ignore(r => r.Bills);
            reminder.HasIndex(r => new { r.Account, r.DueOn, r.DaysBefore, r.Address }).IsUnique();
            reminder.HasIndex(r => r.Message);
            reminder.HasIndex(r => r.Day);
            reminder.HasIndex(r => r.Id).HasDatabaseName("IX_reminders_open").HasFilter("closed_at IS NULL");
            reminder.HasIndex(r => r.AgainAt).HasFilter("again_at IS NOT NULL");
        }
    }

    private sealed class RunMapping : IEntityTypeConfiguration<ReminderRun>
    {
        public void Configure(EntityTypeBuilder<ReminderRun> run)
        {
            run.ToTable("reminder_runs");
            run.HasKey(r => r.Day);
            run.Ignore(r => r.Key);
        }
    }
}
