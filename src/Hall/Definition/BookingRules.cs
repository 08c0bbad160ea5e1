using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Time;
using GridDesk.Services;

namespace GridDesk.Hall.Definition;

/// <summary>How visits are booked: <c>bookings</c> in <c>hall.yaml</c> of the pack; an office without them takes no bookings.</summary>
/// <param name="Hold">Minutes for which a time is kept while somebody fills in the form.</param>
/// <param name="Offer">Minutes for which a time that became free is kept for whoever waited for it, from the next opening when the office is shut.</param>
/// <param name="Ahead">How many days ahead may be booked.</param>
/// <param name="Soonest">Minutes before a time until which it may be booked.</param>
/// <param name="Late">Minutes after which whoever has not come does not come.</param>
/// <param name="Remind">Hours before the time, each a reminder.</param>
internal sealed record BookingRules(int Hold, int Offer, int Ahead, int Soonest, int Late, IReadOnlyList<int> Remind, IReadOnlyList<BookingPlace> Places) : IChecked
{
    /// <exception cref="Refusal"><c>booking.service</c>: the service cannot be booked.</exception>
    public BookingPlace Of(string service) => Find(service) ?? throw new Refusal("booking.service", "這一項不能預約，請直接來抽號碼，或上網申請。", "This cannot be booked: please come and take a ticket, or apply online.", "service");

    public BookingPlace? Find(string service) => Places.FirstOrDefault(p => p.Services.Contains(service, StringComparer.OrdinalIgnoreCase));

    /// <summary>When the next reminder of a visit goes out; null when none does any more.</summary>
    public Instant? NextReminder(Instant at, Instant now) => Remind.Select(hours => at - Duration.FromHours(hours)).Where(then => then > now).Order().Select(then => (Instant?)then).FirstOrDefault();

    public void CheckAcross(IReadOnlyList<HallDefinition> halls, Checker check, LoadedPack pack)
    {
        var known = pack.All<ServiceDefinition>().Select(s => s.Code).Distinct().ToList();
        foreach (var (index, place) in Places.Index())
        {
            check.Known($"bookings.places[{index}].site", place.Site, [.. halls.Select(h => h.Site)]);
            var counters = halls.FirstOrDefault(h => h.Site == place.Site)?.Counters ?? [];
            if (!counters.Any(c => c.Kinds.Contains(TicketKind.Appointment) && (place.Counter ?? c.Number) == c.Number))
            {
                check.Mistake($"bookings.places[{index}]", "這個地點沒有櫃檯叫預約的號碼。", "No counter there calls appointments.");
            }

            foreach (var (nth, service) in place.Services.Index())
            {
                check.Known($"bookings.places[{index}].services[{nth}]", service, known);
            }
        }
    }

    void IChecked.Check(Checker check)
    {
        check.Between("hold", Hold, 2, 60);
        check.Between("offer", Offer, 10, 24 * 60);
        check.Between("ahead", Ahead, 1, 180);
        check.Between("soonest", Soonest, 0, 24 * 60);
        check.Between("late", Late, 5, 120);
        check.Unique("places", Places, p => p.Code, "code");
        check.Unique("places", [.. Places.Where(p => p.Counter is not null)], p => (p.Site, p.Counter));
        check.Unique("places", [.. Places.SelectMany(p => p.Services)], service => service);
        foreach (var (index, hours) in Remind.Index())
        {
            check.Between($"remind[{index}]", hours, 1, 24 * 14);
        }
    }
}

/// <summary>Where visits are booked: a room, or the counters of a hall.</summary>
/// <param name="Code">Such as <c>consultation</c>; events carry it.</param>
/// <param name="Services">Codes of what can be booked there; a service is booked at one place.</param>
/// <param name="Slot">Minutes of one visit.</param>
/// <param name="AtOnce">How many visits at the same time.</param>
internal sealed record BookingPlace(string Code, string Site, Phrase Name, IReadOnlyList<string> Services, int Slot, int AtOnce) : IChecked
{
    /// <summary>The counter that alone calls them; any that calls appointments when null.</summary>
    public int? Counter { get; init; }

    /// <summary>A room in which people are advised (plan row 1.2.1.11).</summary>
    public bool Consultation { get; init; }

    /// <summary>Such as <c>09:00-11:30</c>; all office hours when empty.</summary>
    public IReadOnlyList<string> Hours { get; init; } = [];

    public IReadOnlyList<Opening> Openings => Stretches.Read(Hours);

    void IChecked.Check(Checker check)
    {
        check.Code("code", Code);
        check.Between("slot", Slot, 5, 240);
        check.Between("atOnce", AtOnce, 1, 50);
        check.Unique("services", Services, service => service);
        Stretches.Check(check, Hours);
    }
}
