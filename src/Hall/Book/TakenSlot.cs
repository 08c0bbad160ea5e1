using GridDesk.Kernel.Data;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GridDesk.Hall.Book;

/// <summary>
/// One seat of one time at one place, and whose it is. The key is what makes a double booking impossible: whoever writes the row first has
/// the time, in whatever process.
/// </summary>
internal sealed class TakenSlot
{
    public required string Site { get; init; }
    public required string Place { get; init; }
    public required Instant At { get; init; }

    /// <summary>From 1 to as many as fit at once.</summary>
    public required int Seat { get; init; }

    public required Instant Until { get; init; }

    /// <summary>Id of the booking, of the form that is to become one, or of the one who waited for the time.</summary>
    public required Guid Holder { get; set; }

    public required SlotUse Use { get; set; }

    /// <summary>Until when it is kept; null for a booking.</summary>
    public Instant? KeptUntil { get; set; }

    public bool IsFree(Instant now) => Use is SlotUse.Form && KeptUntil < now;

    /// <summary>Takes a seat; false when it is somebody's. What was kept for a form that was never sent may be taken over.</summary>
    public static async Task<bool> TakeAsync(OfficeDb db, TakenSlot slot, Instant now, CancellationToken cancel)
    {
        var (at, until, kept, moment) = (slot.At.ToDateTimeUtc(), slot.Until.ToDateTimeUtc(), slot.KeptUntil?.ToDateTimeUtc(), now.ToDateTimeUtc());
        return (await db.Set<TakenSlot>().FromSql($"""
            INSERT INTO taken_slots (site, place, at, seat, until, holder, use, kept_until) VALUES ({slot.Site}, {slot.Place}, {at}, {slot.Seat}, {until}, {slot.Holder}, {$"{slot.Use}"}, {kept})
            ON CONFLICT (site, place, at, seat) DO UPDATE SET until = excluded.until, holder = excluded.holder, use = excluded.use, kept_until = excluded.kept_until
            WHERE taken_slots.use = 'Form' AND taken_slots.kept_until < {moment} RETURNING *
            """).AsNoTracking().ToListAsync(cancel)).Count == 1;
    }

    private sealed class Mapping : IEntityTypeConfiguration<TakenSlot>
    {
        public void Configure(EntityTypeBuilder<TakenSlot> slot)
        {
            slot.ToTable("taken_slots");
            slot.HasKey(s => new { s.Site, s.Place, s.At, s.Seat });
            slot.Property(s => s.Site).HasMaxLength(40);
            slot.Property(s => s.Place).HasMaxLength(40);
            slot.HasIndex(s => s.Holder);
            slot.HasIndex(s => s.KeptUntil).HasFilter("kept_until IS NOT NULL");
        }
    }
}

/// <summary>What a time is kept for.</summary>
internal enum SlotUse { Form, Offer, Booking }
