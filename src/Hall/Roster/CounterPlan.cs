using GridDesk.Requests.Noon;
using GridDesk.Staff;
using GridDesk.Staff.Shifts;

namespace GridDesk.Hall.Roster;

/// <summary>Who is planned for a counter on one day, and when it is open.</summary>
/// <param name="Hours">Of the pack; the plan's own times count when there is a plan.</param>
/// <param name="Shifts">In order; empty when nobody was planned that day.</param>
internal sealed record CounterPlan(int Number, IReadOnlyList<Interval> Hours, IReadOnlyList<PostedShift> Shifts)
{
    /// <summary>How long before its time a counter may be opened, to put things in place.</summary>
    public static readonly Duration Early = Duration.FromMinutes(15);

    /// <summary>
    /// Whoever is planned opens the counter, or whoever stands in for them; whoever may overrule the plan, with a reason. A counter that
    /// nobody was planned for that day is opened by anybody who may call. Outside its time every opening has a reason.
    /// </summary>
    /// <exception cref="Refusal"><c>hall.not-planned</c>, <c>hall.reason</c></exception>
    public CounterOpening Open(Opener who, Instant now, bool hasReason, DateTimeZone zone)
    {
        // A counter that only volunteers were planned for is nobody's in the morning and in the afternoon.
        if (Shifts.Any(s => s.Role is Role.Volunteer && !(s.From <= now && now < s.Until)))
        {
            return (this with { Shifts = [.. Shifts.Where(s => s.Role is not Role.Volunteer || s.From <= now && now < s.Until)] }).Open(who, now, hasReason, zone);
        }

        if (Shifts.Count == 0)
        {
            return Hours.Any(h => IsOn(h.Start, h.End, now)) ? new(null, null) : WithReason(OutOfPlan.OutsideHours, null, hasReason, zone);
        }

        var on = Shifts.Where(s => s.From <= now && now < s.Until).ToList() is { Count: > 0 } present ? present : [.. Shifts.Where(s => IsOn(s.From, s.Until, now))];
        if (on.FirstOrDefault(who.Covers) is { } planned)
        {
            return new(planned.Person.Id == who.Id ? null : planned, null);
        }

        if (on.Count == 0 && Shifts.FirstOrDefault(who.Covers) is { } other)
        {
            return WithReason(OutOfPlan.OutsideHours, other.Person.Id == who.Id ? null : other, hasReason, zone);
        }

        return who.MayOverrule ? WithReason(OutOfPlan.NotPlanned, null, hasReason, zone) : throw new Refusal("hall.not-planned",
            $"{Number} 號櫃檯今天排的是{PlannedZh(zone)}。請開排給您的櫃檯，或請督導寫明原因來開。",
            $"Counter {Number} is planned today for {PlannedEn(zone)}. Open the one that is yours, or have a supervisor open it with a reason.", "counter");
    }

    /// <summary>Whether they open it at all, with a reason or without.</summary>
    public bool MayOpen(Opener who, Instant now, DateTimeZone zone)
    {
        List<Refusal> against = [];
        Refusals.Tried(against, () => Open(who, now, hasReason: true, zone));
        return against.Count == 0;
    }

    private CounterOpening WithReason(OutOfPlan why, PostedShift? inPlaceOf, bool hasReason, DateTimeZone zone) => hasReason ? new(inPlaceOf, why) : throw (why is OutOfPlan.NotPlanned
        ? new Refusal("hall.reason", $"{Number} 號櫃檯今天排的是{PlannedZh(zone)}。要由您開的話，請寫原因。",
            $"Counter {Number} is planned today for {PlannedEn(zone)}. Write why you open it.", "reason")
        : new Refusal("hall.reason", $"現在不是 {Number} 號櫃檯的時間（{Times(zone, "、", "今天不開")}）。要開的話，請寫原因。",
            $"This is not the time of counter {Number} ({Times(zone, ", ", "shut today")}). Write why you open it.", "reason"));

    private string PlannedZh(DateTimeZone zone) => string.Join("、", Shifts.Select(s => $"{s.Person.Name} {s.From.Clock(zone)}–{s.Until.Clock(zone)}{(s.Deputy is { } other ? $"（代理人{other.Name}）" : "")}"));

    private string PlannedEn(DateTimeZone zone) => string.Join(", ", Shifts.Select(s => $"{s.Person.Name} {s.From.Clock(zone)}–{s.Until.Clock(zone)}{(s.Deputy is { } other ? $" (deputy {other.Name})" : "")}"));

    private string Times(DateTimeZone zone, string comma, string none)
    {
        var times = Shifts.Count > 0 ? Shifts.Select(s => new Interval(s.From, s.Until)).ToList() : [.. Hours];
        return times.Count == 0 ? none : string.Join(comma, times.Select(t => $"{t.Start.Clock(zone)}–{t.End.Clock(zone)}"));
    }

    private static bool IsOn(Instant from, Instant until, Instant now) => from - Early <= now && now < until;
}

/// <summary>Who asks to open a counter.</summary>
/// <param name="StandsInFor">Ids of those whose work they answer for now.</param>
/// <param name="MayOverrule">May open it out of plan.</param>
internal sealed record Opener(Guid Id, IReadOnlyCollection<Guid> StandsInFor, bool MayOverrule)
{
    /// <summary>Where they stand as a volunteer; null for whoever may call at any time.</summary>
    public NoonDuty? Noon { get; init; }

    /// <summary>It is theirs, they are its deputy, or they stand in for whoever has it.</summary>
    public bool Covers(PostedShift shift) => shift.Person.Id == Id || shift.Deputy?.Id == Id || StandsInFor.Contains(shift.Person.Id);
}

/// <param name="InPlaceOf">The shift of the one for whom the opener stands in; null when it is the opener's own, or nobody's.</param>
/// <param name="OutOfPlan">Null when it was opened as planned.</param>
internal sealed record CounterOpening(PostedShift? InPlaceOf, OutOfPlan? OutOfPlan);
