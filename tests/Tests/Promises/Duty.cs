using FsCheck;
using FsCheck.Fluent;
using GridDesk.Kernel.Promises;
using GridDesk.Kernel.Time;
using GridDesk.Tests.Time;

namespace GridDesk.Tests.Promises;

/// <summary>A random duty at a random office: received, stopped and restarted, extended.</summary>
internal sealed record Duty(
    RawOffice Office, DateTime Received, IReadOnlyList<Segment> Segments, int[] Extensions, TimeLimit Limit, DateTime AsOf)
{
    private static readonly Phrase Why = new("查證中", "being looked into");

    public static readonly Phrase Basis = new("依服務標準（第3版）", "by our service norm (version 3)");

    public WorkCalendar Calendar { get; } = Office.Calendar();

    /// <summary>Null when the reckoning leaves the known years.</summary>
    public DueDate? Due()
    {
        try
        {
            return DueDate.Compute(Limit, Utc(Received), Segments,
                [.. Extensions.Select(amount => new Extension(amount, Why, "chief", Utc(Received)))], Calendar, Utc(AsOf), Basis);
        }
        catch (Refusal refusal) when (refusal.Code == "calendar.year-unknown")
        {
            return null;
        }
    }

    public DateTime? Walked()
    {
        var walker = new MinuteWalker(Office, Received,
            [.. Segments.Where(segment => segment.IsStop).Select(stop => (Local(stop.From), stop.To is { } to ? Local(to) : Later(Local(stop.From), AsOf)))]);
        var more = Extensions.Sum();
        return Limit switch
        {
            WorkingHours hours => walker.AfterHours(hours.Hours + more),
            WorkingDays days => walker.AfterWorkingDays(days.Days + more),
            CalendarDays days => walker.AfterCalendarDays(days.Days + more),
            ByDate by => walker.ByDate(by.Date.PlusDays(more).ToDateTimeUnspecified(), by.IncludesTheDay),
            _ => throw new NotSupportedException(),
        };
    }

    /// <summary>The same duty, waiting for the customer from one time to another besides.</summary>
    public Duty WaitingAlso(Instant from, Instant to)
    {
        bool Waits(Instant at) => (from <= at && at < to)
            || Segments.Any(segment => segment.IsStop && segment.From <= at && (segment.To is null || at < segment.To));
        var turns = Segments.Select(segment => segment.From).Append(from).Append(to).Distinct().Order().ToList();
        IReadOnlyList<Segment> segments = [];
        foreach (var turn in turns)
        {
            segments = Kernel.Promises.Segments.Append(
                segments, Waits(turn) ? SegmentKind.WaitingForCustomer : SegmentKind.Running, turn, null, "clerk");
        }

        return this with { Segments = segments };
    }

    public static Instant Utc(DateTime local) => Instant.FromDateTimeUtc(DateTime.SpecifyKind(local.AddHours(-8), DateTimeKind.Utc));

    public static DateTime Local(Instant at) => DateTime.SpecifyKind(at.ToDateTimeUtc().AddHours(8), DateTimeKind.Unspecified);

    public static Gen<TimeLimit> Hours { get; } = Gen.Choose(1, 60).Select(TimeLimit (hours) => new WorkingHours(hours));

    public static Gen<TimeLimit> WorkingDays { get; } = Gen.Choose(1, 25).Select(TimeLimit (days) => new WorkingDays(days));

    public static Gen<TimeLimit> CalendarDays { get; } = Gen.Choose(1, 60).Select(TimeLimit (days) => new CalendarDays(days));

    public static Gen<TimeLimit> Dates { get; } =
        from day in Gen.Choose(0, 700)
        from includes in Gen.Elements(true, false)
        select (TimeLimit)new ByDate(new LocalDate(RawOffice.FirstYear, 1, 1).PlusDays(day), includes);

    public static Gen<TimeLimit> AnyLimit { get; } = Gen.OneOf(Hours, WorkingDays, CalendarDays, Dates);

    public static Gen<Duty> With(Gen<TimeLimit> limits) =>
        from office in RawOffice.Any
        from second in Gen.Choose(0, 600 * 24 * 3600)
        from whole in Gen.Elements(true, false)
        from limit in limits
        from count in Gen.Choose(0, 5)
        from turns in Turns.ArrayOf(count)
        from open in Gen.Elements(true, false)
        from extensions in Gen.Frequency((3, Gen.Constant<int[]>([])), (1, Gen.Choose(1, 8).ArrayOf(2)))
        from asOfMinutes in Gen.Choose(0, 60 * 1440)
        let received = new DateTime(RawOffice.FirstYear, 1, 1).AddSeconds(whole ? second / 60 * 60 : second)
        select new Duty(office, received, Lay(received, turns, open), extensions, limit, received.AddMinutes(asOfMinutes));

    public static Gen<Duty> Any { get; } = With(AnyLimit);

    // How long the clock runs, then how long it stands still and why. Often no time at all: two changes at once, or
    // one stop right after another. Often until one of the moments on which a day turns.
    private static readonly Gen<(Step Runs, Step Stands, SegmentKind Kind)> Turns =
        from runs in Step.Any
        from stands in Step.Any
        from kind in Gen.Elements(SegmentKind.WaitingForCustomer, SegmentKind.WaitingForPermit, SegmentKind.ForceMajeure)
        select (runs, stands, kind);

    private sealed record Step(int Seconds, int? UntilMinuteOfDay)
    {
        public static readonly Gen<Step> Any =
            from seconds in Gen.Frequency((2, Gen.Constant(0)), (2, Gen.Choose(1, 600).Select(minutes => minutes * 60)), (4, Gen.Choose(1, 6 * 86400)))
            from until in Gen.Frequency((3, Gen.Constant<int?>(null)), (4, Gen.Elements<int?>(0, 1, 1439, 480, 479, 720, 780, 1019, 1020, 1021)))
            select new Step(seconds, until);

        public DateTime From(DateTime at)
        {
            at = at.AddSeconds(Seconds);
            if (UntilMinuteOfDay is not { } minute)
            {
                return at;
            }

            var moment = at.Date.AddMinutes(minute);
            return moment < at ? moment.AddDays(1) : moment;
        }
    }

    private static IReadOnlyList<Segment> Lay(DateTime received, (Step Runs, Step Stands, SegmentKind Kind)[] turns, bool open)
    {
        var at = received;
        var segments = Kernel.Promises.Segments.Append([], SegmentKind.Running, Utc(at), null, "counter");
        for (var i = 0; i < turns.Length; i++)
        {
            at = turns[i].Runs.From(at);
            segments = Kernel.Promises.Segments.Append(segments, turns[i].Kind, Utc(at), Why, "clerk");
            at = turns[i].Stands.From(at);
            if (!open || i < turns.Length - 1)
            {
                segments = Kernel.Promises.Segments.Append(segments, SegmentKind.Running, Utc(at), null, "clerk");
            }
        }

        return segments;
    }

    private static DateTime Later(DateTime one, DateTime other) => one > other ? one : other;
}
