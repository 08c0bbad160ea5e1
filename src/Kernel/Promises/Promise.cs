using System.Text.Json;
using GridDesk.Kernel.Time;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GridDesk.Kernel.Promises;

/// <summary>
/// A duty with a deadline that somebody owes: a policy, a calendar's edition and segments to which only more are added. What is
/// stored is enough to compute every date again. Due by rule, due by norm and the day told to the customer are three facts.
/// </summary>
public sealed class Promise
{
    public required Guid Id { get; init; }

    /// <summary>Whose promise it is: the key of a request, a hand-over, an inspection.</summary>
    public required string Subject { get; init; }

    /// <summary>The kind of duty, such as <c>request</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>What people call what it is about: the number of the case, of the hand-over.</summary>
    public string Name { get; set; } = "";

    public required string Department { get; set; }

    /// <summary>Id of the one person who owes it; null while nobody does.</summary>
    public string? Owner { get; set; }

    /// <summary>Id of the member of the staff who took it in, and who may follow it wherever it goes; null when the customer did it alone.</summary>
    public string? TakenInBy { get; init; }

    public required Instant ReceivedAt { get; init; }
    public required PromisePolicy Policy { get; init; }

    /// <summary>The calendar's edition that the dates were last computed by.</summary>
    public required string Calendar { get; set; }

    public IReadOnlyList<Segment> Segments { get; private set; } = [];
    public IReadOnlyList<Extension> Extensions { get; private set; } = [];
    public LocalDate? RuleDue { get; private set; }
    public LocalDate? NormDue { get; private set; }

    /// <summary>The day that the customer was told last; not computed but a fact, so whoever moves it records that it was told.</summary>
    public LocalDate? Told { get; private set; }

    /// <summary>What the desk works towards: norm, rule or day told, whichever is the earliest.</summary>
    public Instant? DueAt { get; private set; }

    /// <summary>The clock stands still; <see cref="DueAt"/> is the earliest possible.</summary>
    public bool Stopped { get; private set; }

    public Instant? ClosedAt { get; private set; }

    /// <summary>The dates with their explanations, computed from what is stored; by rule, then by norm.</summary>
    public (DueDate? Rule, DueDate? Norm) Compute(WorkCalendar calendar, Instant asOf) =>
        (Policy.DueByRule(ReceivedAt, Segments, Extensions, calendar, asOf), Policy.DueByNorm(ReceivedAt, Segments, Extensions, calendar, asOf));

    /// <summary>Rule or norm, whichever is the earlier; null when neither is known.</summary>
    public DueDate? Binding(WorkCalendar calendar, Instant asOf) => Policy.Binding(ReceivedAt, Segments, Extensions, calendar, asOf);

    /// <summary>Starts the clock at receipt; gives the date that may be told.</summary>
    public LocalDate? Start(WorkCalendar calendar, string by, Instant now)
    {
        Segments = Promises.Segments.Append([], SegmentKind.Running, ReceivedAt, null, by);
        Told = Reckon(calendar, now)?.Day;
        return Told;
    }

    public void Stop(SegmentKind kind, Phrase? cause, WorkCalendar calendar, string by, Instant at)
    {
        Segments = Promises.Segments.Append(Segments, kind, at, cause, by);
        // While the clock stood still the customer saw that it did; when it runs again the day they were told has moved with it.
        if (kind == SegmentKind.Running && Told is { } told && Binding(calendar, at) is { Stopped: false, Day: var due } && due > told)
        {
            Told = due;
        }

        Reckon(calendar, at);
    }

    public void Resume(WorkCalendar calendar, string by, Instant at)
    {
        if (Stopped || Segments is [.., { IsStop: true, To: null }])
        {
            Stop(SegmentKind.Running, null, calendar, by, at);
        }
    }

    /// <exception cref="Refusal"><c>promise.extension-amount</c>, <c>promise.extension-too-long</c></exception>
    public void Extend(int amount, Phrase reason, WorkCalendar calendar, string by, Instant at)
    {
        Extensions = Policy.Extend(Extensions, new Extension(amount, reason, by, at));
        Reckon(calendar, at);
    }

    public void Tell(LocalDate day, WorkCalendar calendar, Instant at)
    {
        Told = day;
        Reckon(calendar, at);
    }

    public void Close(Instant at) => ClosedAt = at;

    public void Reopen(WorkCalendar calendar, Instant at)
    {
        ClosedAt = null;
        Reckon(calendar, at);
    }

    /// <summary>Whether it was kept, were it closed at that moment; null when no date is known.</summary>
    public bool? KeptAt(Instant at, WorkCalendar calendar) =>
        Told is { } told ? calendar.Today(at) <= told
        : DueAt is { } due ? at <= due
        : null;

    /// <summary>Reckons the dates by a calendar that was published; the day told stays a fact until another one is told.</summary>
    /// <returns>The day that the customer must be told because the one told cannot be kept; null when there is none.</returns>
    public LocalDate? Follow(WorkCalendar calendar, Instant now) =>
        Reckon(calendar, now) is { Stopped: false, Day: var day } && day > Told ? day : null;

    private DueDate? Reckon(WorkCalendar calendar, Instant asOf)
    {
        var due = Compute(calendar, asOf);
        Calendar = calendar.Edition;
        (RuleDue, NormDue) = (due.Rule?.Day, due.Norm?.Day);
        var binding = PromisePolicy.Earlier(due.Rule, due.Norm);
        Stopped = binding?.Stopped ?? false;
        DueAt = binding?.At;
        if (Told is { } told && !Stopped && calendar.CloseOf(calendar.LastWorkingDayUpTo(told)) is { } close && (DueAt is null || close < DueAt))
        {
            DueAt = close;
        }

        return binding;
    }

    private sealed class Mapping : IEntityTypeConfiguration<Promise>
    {
        public void Configure(EntityTypeBuilder<Promise> promise)
        {
            promise.ToTable("promises");
            promise.Property(p => p.Id).ValueGeneratedNever();
            promise.Property(p => p.Subject).HasMaxLength(80);
            promise.Property(p => p.Kind).HasMaxLength(40);
            promise.Property(p => p.Name).HasMaxLength(60);
            promise.Property(p => p.Department).HasMaxLength(40);
            promise.Property(p => p.Owner).HasMaxLength(40);
            promise.Property(p => p.TakenInBy).HasMaxLength(40);
            promise.Property(p => p.Calendar).HasMaxLength(40);
            promise.Property(p => p.Policy).HasConversion(
                value => JsonSerializer.Serialize(value, Json.Options),
                stored => JsonSerializer.Deserialize<PromisePolicy>(stored, Json.Options)!);
            promise.Property(p => p.Segments).HasConversion(
                value => JsonSerializer.Serialize(value, Json.Options),
                stored => JsonSerializer.Deserialize<List<Segment>>(stored, Json.Options)!,
                new ValueComparer<IReadOnlyList<Segment>>((one, other) => one!.SequenceEqual(other!), value => value.Count, value => value));
            promise.Property(p => p.Extensions).HasConversion(
                value => JsonSerializer.Serialize(value, Json.Options),
                stored => JsonSerializer.Deserialize<List<Extension>>(stored, Json.Options)!,
                new ValueComparer<IReadOnlyList<Extension>>((one, other) => one!.SequenceEqual(other!), value => value.Count, value => value));
            promise.HasIndex(p => p.Subject);
            // Lists are read in the order of these, a page at a time: one for each way in which a promise may be somebody's.
            promise.HasIndex(p => new { p.DueAt, p.Id }).HasFilter("closed_at IS NULL");
            promise.HasIndex(p => new { p.Department, p.DueAt, p.Id }).HasFilter("closed_at IS NULL");
            promise.HasIndex(p => new { p.Owner, p.DueAt, p.Id }).HasFilter("closed_at IS NULL AND owner IS NOT NULL");
            promise.HasIndex(p => new { p.TakenInBy, p.DueAt, p.Id }).HasFilter("closed_at IS NULL AND taken_in_by IS NOT NULL");
        }
    }
}
