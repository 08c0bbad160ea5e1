using System.Text.Json;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Time;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GridDesk.Kernel.Pack;

/// <summary>What was published at the desk over the pack's calendar: typhoon closures, days worked in place of others. One row.</summary>
public sealed class PublishedCalendar : Subject
{
    private const string Only = "office";

    private PublishedCalendar() { }

    public string Id { get; private init; } = Only;

    /// <summary>In the order of publication; later ones win.</summary>
    public IReadOnlyList<CalendarChange> Changes { get; private set; } = [];

    public Instant? PublishedAt { get; private set; }

    /// <summary>The edition by which every open promise was reckoned last; null before the first time.</summary>
    public string? ReckonedBy { get; set; }

    public override string Key => "calendar:office";

    /// <summary>The one row; a new one, tracked, when nothing was ever published.</summary>
    public static async Task<PublishedCalendar> GetAsync(OfficeDb db, CancellationToken cancel = default)
    {
        var kept = await db.Set<PublishedCalendar>().SingleOrDefaultAsync(cancel);
        if (kept is null)
        {
            db.Add(kept = new());
        }

        return kept;
    }

    /// <summary>What is published, in order.</summary>
    public static async Task<IReadOnlyList<CalendarChange>> ChangesAsync(OfficeDb db, CancellationToken cancel = default) =>
        await db.Set<PublishedCalendar>().AsNoTracking().Select(c => c.Changes).SingleOrDefaultAsync(cancel) ?? [];

    /// <summary>Adds the changes; gives what happened.</summary>
    public CalendarPublished Publish(IReadOnlyList<CalendarChange> changes, int moved, int told, Instant now)
    {
        (Changes, PublishedAt) = ([.. Changes, .. changes], now);
        return new([.. changes.Where(c => c.Kind is CalendarChangeKind.Shut).Select(c => c.Date)], [.. changes.Where(c => c.Kind is CalendarChangeKind.Works).Select(c => c.Date)], moved, told);
    }

    private sealed class Mapping : IEntityTypeConfiguration<PublishedCalendar>
    {
        public void Configure(EntityTypeBuilder<PublishedCalendar> calendar)
        {
            calendar.ToTable("published_calendars");
            calendar.Property(c => c.Id).HasMaxLength(20);
            calendar.Property(c => c.ReckonedBy).HasMaxLength(60);
            calendar.Ignore(c => c.Key);
            calendar.Property(c => c.Changes).HasConversion(
                value => JsonSerializer.Serialize(value, Json.Options),
                stored => JsonSerializer.Deserialize<List<CalendarChange>>(stored, Json.Options)!,
                new ValueComparer<IReadOnlyList<CalendarChange>>((one, other) => one!.SequenceEqual(other!), value => value.Count, value => value));
        }
    }
}

/// <summary>Days on which the office is shut, or works, were published at the desk.</summary>
/// <param name="Moved">How many open promises fall due on another day for it.</param>
/// <param name="Told">How many of those customers had been told a day.</param>
[Event("calendar.published")]
public sealed record CalendarPublished(IReadOnlyList<LocalDate> Shut, IReadOnlyList<LocalDate> Works, int Moved, int Told) : IEvent;
