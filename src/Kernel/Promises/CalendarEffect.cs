using System.Text.Json;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Time;

namespace GridDesk.Kernel.Promises;

/// <summary>What another calendar does to the open promises, computed without changing one.</summary>
/// <param name="Open">How many open promises there are.</param>
/// <param name="Moves">Those that fall due on another day, first due first.</param>
public sealed record CalendarEffect(int Open, IReadOnlyList<PromiseMove> Moves)
{
    /// <summary>Those whose customer was told a day.</summary>
    public int Told => Moves.Count(move => move.Told is not null);

    /// <summary>Those whose customer must be told a later day.</summary>
    public int Notices => Moves.Count(move => move.MustTell);

    /// <summary>Compares both calendars on every open promise that could move; 100,000 of them within two seconds.</summary>
    /// <param name="from">The first day on which the calendars differ.</param>
    /// <param name="asOf">The instant of asking; matters while a clock stands still.</param>
    /// <exception cref="Refusal"><c>calendar.year-unknown</c></exception>
    public static async Task<CalendarEffect> OfAsync(OfficeDb db, WorkCalendar now, WorkCalendar then, LocalDate from, Instant asOf, CancellationToken cancel = default)
    {
        // Dates are walked to from receipt, or, when they are fixed, back to the last working day: none before this one can move.
        var earliest = now.LastWorkingDayUpTo(from).ToDateOnly();
        var policies = new Dictionary<string, PromisePolicy>(StringComparer.Ordinal);
        var moves = new List<PromiseMove>();
        var open = await db.Set<Promise>().CountAsync(p => p.ClosedAt == null, cancel);
        // Asked for by id, SQLite reads them in the order in which they lie on the disk; by their index it would jump about.
        var rows = db.Database.SqlQuery<Row>($"""
            SELECT id AS "Id", subject AS "Subject", kind AS "Kind", department AS "Department", received_at AS "ReceivedAt",
                   policy AS "Policy", segments AS "Segments", extensions AS "Extensions", told AS "Told"
            FROM promises WHERE id IN (SELECT id FROM promises WHERE closed_at IS NULL) AND (stopped OR calendar <> {now.Edition} OR rule_due >= {earliest} OR norm_due >= {earliest})
            """).AsAsyncEnumerable();
        await foreach (var row in rows.WithCancellation(cancel))
        {
            if (!policies.TryGetValue(row.Policy, out var policy))
            {
                policies.Add(row.Policy, policy = Read<PromisePolicy>(row.Policy));
            }

            var segments = Read<List<Segment>>(row.Segments);
            List<Extension> extensions = row.Extensions == "[]" ? [] : Read<List<Extension>>(row.Extensions);
            var received = Instant.FromDateTimeUtc(DateTime.SpecifyKind(row.ReceivedAt, DateTimeKind.Utc));
            LocalDate? told = row.Told is { } day ? LocalDate.FromDateOnly(day) : null;
            var before = policy.Binding(received, segments, extensions, now, asOf);
            var after = policy.Binding(received, segments, extensions, then, asOf);
            if (before?.At != after?.At)
            {
                moves.Add(new(row.Id, row.Subject, row.Kind, row.Department, before!.Day, after!.Day, told, after is { Stopped: false } && after.Day > told));
            }
        }

        return new(open, [.. moves.OrderBy(move => move.Before).ThenBy(move => move.Id)]);
    }

    private static T Read<T>(string stored) => JsonSerializer.Deserialize<T>(stored, Json.Options)!;

    private sealed record Row(Guid Id, string Subject, string Kind, string Department, DateTime ReceivedAt, string Policy, string Segments, string Extensions, DateOnly? Told);
}

/// <summary>A promise that falls due at another time by another calendar.</summary>
/// <param name="Subject">Key of what it is a promise about.</param>
/// <param name="Before">The day by the calendar in force.</param>
/// <param name="After">The day by the other one.</param>
/// <param name="Told">The day that the customer was told; null when none was.</param>
/// <param name="MustTell">The customer was told an earlier day than can be kept.</param>
public sealed record PromiseMove(Guid Id, string Subject, string Kind, string Department, LocalDate Before, LocalDate After, LocalDate? Told, bool MustTell);
