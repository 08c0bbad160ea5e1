using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Time;

namespace GridDesk.Hall.Definition;

/// <summary>The office's halls, their counters and the order in which tickets are called: <c>hall.yaml</c> of the pack; an office without that file has no queue.</summary>
internal sealed record HallSettings(IReadOnlyList<KindOfTicket> Kinds, IReadOnlyList<HallDefinition> Halls) : IChecked
{
    public static PackSection Section { get; } = PackSection.Each<HallSettings>("hall.yaml")
        .Check((hall, check, pack) =>
        {
            foreach (var (index, one) in hall.Halls.Index())
            {
                check.Known($"halls[{index}].site", one.Site, [.. pack.Get<SiteList>().Sites.Select(s => s.Code)]);
            }

            if (hall.Signs is { } signs)
            {
                check.Known("signs.department", signs.Department, [.. pack.Get<DepartmentList>().Departments.Select(d => d.Code)]);
            }

            hall.Bookings?.CheckAcross(hall.Halls, check, pack);
        });

    /// <summary>What can be booked, and how; nothing when null.</summary>
    public BookingRules? Bookings { get; init; }

    /// <summary>Who looks after signs; nobody owes one when null.</summary>
    public SignRules? Signs { get; init; }

    /// <exception cref="Refusal"><c>not-found</c>: the site has no queue.</exception>
    public static HallDefinition Of(PackInForce pack, string site) => Find(pack)?.Halls.FirstOrDefault(h => h.Site == site)
        ?? throw new Refusal("not-found", "這個服務據點沒有叫號。", "There is no queue at this site.");

    public static HallSettings? Find(PackInForce pack) => pack.Of(p => new Found(p.All<HallSettings>().SingleOrDefault())).Settings;

    public KindOfTicket Of(TicketKind kind) => Kinds.First(k => k.Kind == kind);

    void IChecked.Check(Checker check)
    {
        check.Unique("kinds", Kinds, k => k.Kind, "kind");
        check.Unique("kinds", Kinds, k => k.Digit, "digit");
        check.Unique("halls", Halls, h => h.Site, "site");
        foreach (var kind in Enum.GetValues<TicketKind>().Except(Kinds.Select(k => k.Kind)))
        {
            check.Mistake("kinds", $"少了 {kind}。", $"'{kind}' is missing.");
        }
    }

    private sealed record Found(HallSettings? Settings);
}

/// <param name="Digit">With which its numbers begin: four digits need no spelling and are easily heard.</param>
/// <param name="HeadStart">Minutes by which it is put forward; nobody is overtaken by a ticket that was taken later than the longest of these after their own.</param>
internal sealed record KindOfTicket(TicketKind Kind, int Digit, Phrase Name, int HeadStart) : IChecked
{
    void IChecked.Check(Checker check)
    {
        check.Between("digit", Digit, 1, 9);
        check.Between("headStart", HeadStart, 0, 60);
    }
}

/// <summary>A hall with its counters.</summary>
internal sealed record HallDefinition(string Site, IReadOnlyList<CounterDefinition> Counters) : IChecked
{
    /// <summary>Receipt printers beside its screens; none where visitors take a number by telephone only.</summary>
    public IReadOnlyList<PrinterDefinition> Printers { get; init; } = [];

    /// <summary>The printer of that code; the first when no code is given, or none has it.</summary>
    public PrinterDefinition? Printer(string? code) => Printers.FirstOrDefault(p => p.Code == code) ?? Printers.FirstOrDefault();

    /// <exception cref="Refusal"><c>hall.counter-unknown</c></exception>
    public CounterDefinition Counter(int number) => Counters.FirstOrDefault(c => c.Number == number)
        ?? throw new Refusal("hall.counter-unknown", $"沒有 {number} 號櫃檯。", $"There is no counter {number}.", "counter");

    void IChecked.Check(Checker check)
    {
        check.Unique("counters", Counters, c => c.Number, "number");
        check.Unique("printers", Printers, p => p.Code, "code");
    }
}

/// <param name="Kinds">Whom it calls.</param>
internal sealed record CounterDefinition(int Number, Phrase Name, IReadOnlyList<TicketKind> Kinds) : IChecked
{
    /// <summary>Groups of services that it serves; all when empty.</summary>
    public IReadOnlyList<string> Groups { get; init; } = [];

    /// <summary>When it is open, such as <c>09:00-11:30</c>; all office hours when empty. What lies between two is its break.</summary>
    public IReadOnlyList<string> Hours { get; init; } = [];

    /// <summary>Volunteers may open it over noon (plan row 5.2.1.1.2).</summary>
    public bool Noon { get; init; }

    /// <summary>A volunteer sits there now and calls what may be taken in over noon; not of the pack.</summary>
    public bool HasVolunteer { get; internal init; }

    /// <summary>When it is open on a day on which nobody was planned for it, in order.</summary>
    public IReadOnlyList<Interval> OpenOn(LocalDate day, string site, WorkCalendar calendar)
    {
        var office = calendar.HoursOn(day, site);
        Interval[] noon = Noon && calendar.NoonBreakOn(day, site) is { } pause ? [pause] : [];
        return office.Count == 0 ? [] : [.. (Hours.Count == 0 ? office : Stretches.Read(Hours)).Select(h => new Interval(At(h.From), At(h.Until))).Concat(noon).OrderBy(i => i.Start)];

        Instant At(LocalTime time) => (day + time).InZoneLeniently(calendar.Zone).ToInstant();
    }

    /// <summary>Whether it may call somebody of that kind who comes for that.</summary>
    /// <param name="group">Of the errand.</param>
    public bool Serves(TicketKind kind, string group) => Kinds.Contains(kind) && (Groups.Count == 0 || Groups.Contains(group));

    void IChecked.Check(Checker check)
    {
        check.Between("number", Number, 1, 99);
        Stretches.Check(check, Hours);
        foreach (var (index, group) in Groups.Index())
        {
            check.Known($"groups[{index}]", group, [.. Services.ServiceCatalogue.Groups.Keys]);
        }
    }
}
