using System.Text.Json;
using GridDesk.Hall.Greet;
using GridDesk.Hall.Wait;
using GridDesk.Hall.Whose;
using GridDesk.Kernel.Data;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GridDesk.Hall;

internal static class HallTables
{
    extension(OfficeDb db)
    {
        public DbSet<Ticket> Tickets => db.Set<Ticket>();

        public DbSet<Counter> Counters => db.Set<Counter>();

        public DbSet<Print.Printer> Printers => db.Set<Print.Printer>();
    }

    private sealed class TicketMapping : IEntityTypeConfiguration<Ticket>
    {
        public void Configure(EntityTypeBuilder<Ticket> ticket)
        {
            ticket.ToTable("tickets");
            ticket.Property(t => t.Id).ValueGeneratedNever();
            ticket.Ignore(t => t.Key);
            ticket.Ignore(t => t.Errand);
            ticket.Ignore(t => t.IsForHolding);
            ticket.Ignore(t => t.MayPrint);
            ticket.Ignore(t => t.MayGiveUp);
            ticket.Ignore(t => t.MayLink);
            ticket.Ignore(t => t.IsAllFiled);
            ticket.Property(t => t.Whose).HasMaxLength(80);
            ticket.Property(t => t.Papers).HasDefaultValueSql("'NotLooked'").HasSentinel((PapersFound)(-1));
            ticket.Property(t => t.Filed).HasMaxLength(800).HasDefaultValueSql("'[]'").HasConversion(
                value => JsonSerializer.Serialize(value, Json.Options),
                stored => JsonSerializer.Deserialize<List<FiledErrand>>(stored, Json.Options)!,
                new ValueComparer<IReadOnlyList<FiledErrand>>((one, other) => one!.SequenceEqual(other!), value => value.Count, value => value));
            ticket.Property(t => t.MissingPapers).HasMaxLength(800).HasDefaultValueSql("'[]'").HasConversion(
                value => JsonSerializer.Serialize(value, Json.Options),
                stored => JsonSerializer.Deserialize<List<string>>(stored, Json.Options)!,
                new ValueComparer<IReadOnlyList<string>>((one, other) => one!.SequenceEqual(other!), value => value.Count, value => value));
            ticket.Property(t => t.Site).HasMaxLength(40);
            ticket.Property(t => t.Name).HasMaxLength(8);
            ticket.Property(t => t.Group).HasMaxLength(20);
            ticket.Property(t => t.SentFor).HasMaxLength(40);
            ticket.Property(t => t.Errands).HasMaxLength(400).HasConversion(
                value => JsonSerializer.Serialize(value, Json.Options),
                stored => JsonSerializer.Deserialize<List<string>>(stored, Json.Options)!,
                new ValueComparer<IReadOnlyList<string>>((one, other) => one!.SequenceEqual(other!), value => value.Count, value => value));
            ticket.Property(t => t.Last).HasMaxLength(400).HasConversion(
                value => JsonSerializer.Serialize(value, Json.Options),
                stored => JsonSerializer.Deserialize<LastStep>(stored, Json.Options));
            ticket.Property(t => t.Told).HasMaxLength(40).HasConversion(
                value => JsonSerializer.Serialize(value, Json.Options),
                stored => JsonSerializer.Deserialize<WaitRange>(stored, Json.Options));
            ticket.Property(t => t.StaffOnly).HasDefaultValue(false);
            ticket.HasIndex(t => new { t.Site, t.Day, t.Name }).IsUnique();
            ticket.HasIndex(t => new { t.Site, t.Turn }).HasFilter("state = 'Waiting'");
            ticket.HasIndex(t => t.TakenAt).HasFilter("state = 'Reserved'");
            ticket.HasIndex(t => new { t.Site, t.TouchedBy, t.TouchedAt });
            ticket.HasIndex(t => new { t.Site, t.Kind, t.EndedAt }).HasFilter("ended_at IS NOT NULL"); // how long people of a kind took lately
            ticket.HasIndex(t => t.Day).HasFilter("state IN ('Called', 'Held')"); // those that the night ends
            ticket.HasIndex(t => new { t.Site, t.Counter }).IsUnique().HasFilter("state = 'Called'");
        }
    }

    private sealed class CounterMapping : IEntityTypeConfiguration<Counter>
    {
        public void Configure(EntityTypeBuilder<Counter> counter)
        {
            counter.ToTable("counters");
            counter.HasKey(c => new { c.Site, c.Number });
            counter.Ignore(c => c.Key);
            counter.Property(c => c.Site).HasMaxLength(40);
            counter.Property(c => c.HasVolunteer).HasDefaultValue(false);
            counter.HasIndex(c => c.Staff).IsUnique();
        }
    }
}

/// <summary>The last number given to a kind on a day at a site.</summary>
internal sealed class TicketNumber
{
    public required string Site { get; init; }
    public required LocalDate Day { get; init; }
    public required TicketKind Kind { get; init; }
    public int Last { get; init; }

    /// <summary>The next one, issued by the database within the save of the ticket: never twice, and no gap unless a save is refused.</summary>
    public static async Task<int> NextAsync(OfficeDb db, string site, LocalDate day, TicketKind kind, CancellationToken cancel)
    {
        var (on, of) = (day.ToDateOnly(), $"{kind}");
        return (await db.Set<TicketNumber>().FromSql($"""
            INSERT INTO ticket_numbers (site, day, kind, last) VALUES ({site}, {on}, {of}, 1)
            ON CONFLICT (site, day, kind) DO UPDATE SET last = ticket_numbers.last + 1 RETURNING *
            """).AsNoTracking().ToListAsync(cancel))[0].Last;
    }

    private sealed class Mapping : IEntityTypeConfiguration<TicketNumber>
    {
        public void Configure(EntityTypeBuilder<TicketNumber> number)
        {
            number.ToTable("ticket_numbers");
            number.HasKey(n => new { n.Site, n.Day, n.Kind });
            number.Property(n => n.Site).HasMaxLength(40);
        }
    }
}
