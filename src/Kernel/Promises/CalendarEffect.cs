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
        var both = new BothCalendars(now, then, asOf);
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
            var (before, after) = both.Reckon(row);
            if (before?.At != after?.At)
            {
                LocalDate? told = row.Told is { } day ? LocalDate.FromDateOnly(day) : null;
                moves.Add(new(row.Id, row.Subject, row.Kind, row.Department, before!.Day, after!.Day, told, after is { Stopped: false } && after.Day > told));
            }
        }

        return new(open, [.. moves.OrderBy(move => move.Before).ThenBy(move => move.Id)]);
    }

    private sealed record Row(Guid Id, string Subject, string Kind, string Department, DateTime ReceivedAt, string Policy, string Segments, string Extensions, DateOnly? Told);

    /// <summary>Reckons stored promises by two calendars. Those that never stood still and begin together under one policy fall due together, and are reckoned once.</summary>
    private sealed class BothCalendars(WorkCalendar now, WorkCalendar then, Instant asOf)
    {
        private readonly Dictionary<string, PromisePolicy> _policies = new(StringComparer.Ordinal);
        private readonly Dictionary<(string Policy, long Now, long Then), (DueDate? Before, DueDate? After)> _known = [];

        public (DueDate? Before, DueDate? After) Reckon(Row row)
        {
            if (!_policies.TryGetValue(row.Policy, out var policy))
            {
                _policies.Add(row.Policy, policy = Read<PromisePolicy>(row.Policy));
            }

            var received = Instant.FromDateTimeUtc(DateTime.SpecifyKind(row.ReceivedAt, DateTimeKind.Utc));
            if (row.Segments.Contains("\"isStop\":true", StringComparison.Ordinal) || row.Extensions != "[]")
            {
                return Reckon(policy, received, Read<List<Segment>>(row.Segments), Read<List<Extension>>(row.Extensions));
            }

            var key = (row.Policy, BeginningOf(policy, received, now), BeginningOf(policy, received, then));
            if (!_known.TryGetValue(key, out var due))
            {
                _known.Add(key, due = Reckon(policy, received, [], []));
            }

            return due;
        }

        private (DueDate? Before, DueDate? After) Reckon(PromisePolicy policy, Instant received, IReadOnlyList<Segment> segments, IReadOnlyList<Extension> extensions) =>
            (policy.Binding(received, segments, extensions, now, asOf), policy.Binding(received, segments, extensions, then, asOf));

        // Days are counted from the day on which the clock starts, hours from its minute.
        private static long BeginningOf(PromisePolicy policy, Instant received, WorkCalendar calendar)
        {
            var start = calendar.NextWorkingMinute(calendar.MinuteOf(received));
            return policy.Rule is WorkingHours || policy.Norm is WorkingHours ? start : WorkCalendar.MinuteOf(WorkCalendar.DateOf(start));
        }

        private static T Read<T>(string stored) => JsonSerializer.Deserialize<T>(stored, Json.Options)!;
    }
}

/// <summary>A promise that falls due at another time by another calendar.</summary>
/// <param name="Subject">Key of what it is a promise about.</param>
/// <param name="Before">The day by the calendar in force.</param>
/// <param name="After">The day by the other one.</param>
/// <param name="Told">The day that the customer was told; null when none was.</param>
/// <param name="MustTell">The customer was told an earlier day than can be kept.</param>
public sealed record PromiseMove(Guid Id, string Subject, string Kind, string Department, LocalDate Before, LocalDate After, LocalDate? Told, bool MustTell);
