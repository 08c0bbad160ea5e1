using GridDesk.Kernel.Data;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GridDesk.Hall.Book;

internal static class BookingTables
{
    extension(OfficeDb db)
    {
        public DbSet<Booking> Bookings => db.Set<Booking>();

        public DbSet<Waiting> WaitList => db.Set<Waiting>();

        public DbSet<TakenSlot> TakenSlots => db.Set<TakenSlot>();
    }

    private sealed class BookingMapping : IEntityTypeConfiguration<Booking>
    {
        public void Configure(EntityTypeBuilder<Booking> booking)
        {
            booking.ToTable("bookings");
            booking.Property(b => b.Id).ValueGeneratedNever();
            booking.Ignore(b => b.Key);
            booking.Ignore(b => b.Contact);
            booking.Property(b => b.Number).HasMaxLength(20);
            booking.Property(b => b.Service).HasMaxLength(40);
            booking.Property(b => b.Site).HasMaxLength(40);
            booking.Property(b => b.Place).HasMaxLength(40);
            booking.Property(b => b.Name).HasMaxLength(200);
            booking.Property(b => b.Phone).HasMaxLength(40);
            booking.Property(b => b.Email).HasMaxLength(254);
            booking.Property(b => b.Ticket).HasMaxLength(8);
            booking.HasIndex(b => b.Number).IsUnique();
            booking.HasIndex(b => new { b.Day, b.At });
            booking.HasIndex(b => b.Phone);
            booking.HasIndex(b => b.RemindAt).HasFilter("remind_at IS NOT NULL");
            booking.HasIndex(b => b.At).HasFilter("state = 'Booked'");
        }
    }

    private sealed class WaitMapping : IEntityTypeConfiguration<Waiting>
    {
        public void Configure(EntityTypeBuilder<Waiting> wait)
        {
            wait.ToTable("booking_waits");
            wait.Property(w => w.Id).ValueGeneratedNever();
            wait.Ignore(w => w.Key);
            wait.Ignore(w => w.Contact);
            wait.Property(w => w.Service).HasMaxLength(40);
            wait.Property(w => w.Site).HasMaxLength(40);
            wait.Property(w => w.Place).HasMaxLength(40);
            wait.Property(w => w.Name).HasMaxLength(200);
            wait.Property(w => w.Phone).HasMaxLength(40);
            wait.Property(w => w.Email).HasMaxLength(254);
            wait.HasIndex(w => new { w.Site, w.Place, w.ListedAt }).HasFilter("state = 'Waiting'");
            wait.HasIndex(w => w.Booking).IsUnique().HasFilter("booking IS NOT NULL AND (state = 'Waiting' OR state = 'Offered')");
        }
    }
}
