using GridDesk.Kernel.Events;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GridDesk.Kernel.Deliveries;

/// <summary>
/// Something that is to be done because an event happened; the outbox. Written in the save of the event, carried out after it,
/// at least once, in order within its <see cref="Lane"/>.
/// </summary>
public sealed class Delivery
{
    public required Guid Id { get; init; }
    public required Guid Event { get; init; }
    public required string Handler { get; init; }

    /// <summary>Deliveries of one lane (one subject and one handler) never overtake each other.</summary>
    public required string Lane { get; init; }

    /// <summary>Name of the <see cref="DeliveryQueue"/>.</summary>
    public required string Queue { get; set; }

    /// <summary>Waits for all others of its queue.</summary>
    public bool IsRoutine { get; init; }

    /// <summary>The event's place among those of its subject, and so the delivery's in its lane; ids of one moment have no order.</summary>
    public required int Version { get; init; }

    public required Instant RecordedAt { get; init; }
    public required Instant DueAt { get; set; }
    public int Attempts { get; set; }
    public Instant? LeaseUntil { get; set; }

    /// <summary>Grows with every claim. A worker whose claim has been taken over cannot mark the delivery done.</summary>
    public long Fence { get; set; }

    public Instant? DoneAt { get; set; }

    /// <summary>After days of trying, nobody tries any more until a person says so.</summary>
    public Instant? GivenUpAt { get; set; }

    public string? LastError { get; set; }

    internal static Delivery Of(RecordedEvent recorded, IEvent happened, Subscription subscription, Instant now) => new()
    {
        Id = Guid.CreateVersion7(now.ToDateTimeOffset()),
        Event = recorded.Id,
        Handler = subscription.Handler.FullName!,
        Lane = DeliveryRepair.LaneOf(recorded.Subject, subscription.Handler),
        Queue = subscription.Queue.Name,
        IsRoutine = subscription.IsRoutine?.Invoke(happened) ?? false,
        Version = recorded.Version,
        RecordedAt = now,
        DueAt = now,
    };

    private sealed class Mapping : IEntityTypeConfiguration<Delivery>
    {
        public void Configure(EntityTypeBuilder<Delivery> delivery)
        {
            delivery.ToTable("deliveries");
            delivery.Property(d => d.Id).ValueGeneratedNever();
            delivery.Property(d => d.Handler).HasMaxLength(200);
            delivery.Property(d => d.Lane).HasMaxLength(200);
            delivery.Property(d => d.LastError).HasMaxLength(2000);
            delivery.Property(d => d.Queue).HasMaxLength(20);
            delivery.HasIndex(d => d.Event);
            delivery.HasIndex(d => new { d.Queue, d.IsRoutine, d.DueAt }).HasFilter("done_at IS NULL AND given_up_at IS NULL");
            delivery.HasIndex(d => new { d.Lane, d.Version }).HasFilter("done_at IS NULL");
        }
    }
}

/// <summary>
/// How long to wait before the next try: seconds at first, then hours; after five days of trying a person decides. Days in which
/// it waited for another one of its lane do not count.
/// </summary>
public static class RetryRule
{
    private static readonly int[] PausesInSeconds = [1, 5, 30, 120, 600, 3600, 3 * 3600, 6 * 3600];

    public static Duration PauseAfter(int attempts) =>
        Duration.FromSeconds(PausesInSeconds[Math.Clamp(attempts - 1, 0, PausesInSeconds.Length - 1)]);

    public static bool GivesUp(int attempts) =>
        Enumerable.Range(1, attempts - 1).Aggregate(Duration.Zero, (sum, attempt) => sum + PauseAfter(attempt)) > Duration.FromDays(5);
}
