using GridDesk.Hall.Definition;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Time;

namespace GridDesk.Hall.Book;

/// <summary>Which times can be booked, by the pack, the calendar and what is taken.</summary>
internal sealed class FreeTimes(OfficeDb db, PackInForce pack, IClock clock)
{
    /// <summary>What can be booked here.</summary>
    /// <exception cref="Refusal"><c>not-found</c>: the office takes no bookings.</exception>
    public BookingRules Rules => HallSettings.Find(pack)?.Bookings ?? throw new Refusal("not-found", "本處沒有預約服務。", "The office takes no bookings.");

    /// <summary>What people call a place; its code when the pack has it no more.</summary>
    public Phrase NameOf(string place) => HallSettings.Find(pack)?.Bookings?.Places.FirstOrDefault(p => p.Code == place)?.Name ?? Phrase.Same(place);

    /// <summary>Every time of some days that has not come too near, in order, full ones too.</summary>
    public async Task<IReadOnlyList<FreeTime>> OfAsync(BookingPlace place, LocalDate from, LocalDate to, CancellationToken cancel = default)
    {
        var (rules, now) = (Rules, clock.Now());
        var (today, soonest) = (pack.Calendar.Today(now), now + Duration.FromMinutes(rules.Soonest));
        var (first, last) = (LocalDate.Max(from, today), LocalDate.Min(to, today.PlusDays(rules.Ahead)));
        List<BookedTime> times = [];
        for (var day = first; day <= last && pack.Calendar.Knows(day); day = day.PlusDays(1))
        {
            times.AddRange(TimesOf(place, day).Where(t => t.At >= soonest));
        }

        if (times.Count == 0)
        {
            return [];
        }

        var (begin, end) = (times[0].At, times[^1].Until);
        var taken = await db.TakenSlots.AsNoTracking().Where(s => s.Site == place.Site && s.Place == place.Code && s.At < end && s.Until > begin).ToListAsync(cancel);
        taken.RemoveAll(s => s.IsFree(now));
        return times.ConvertAll(t => new FreeTime(t, t.At.InZone(pack.Calendar.Zone).LocalDateTime, Math.Max(0, place.AtOnce - taken.Count(s => s.At < t.Until && s.Until > t.At))));
    }

    /// <summary>The time that begins at that moment, whoever has it.</summary>
    /// <exception cref="Refusal"><c>booking.past</c>, <c>booking.closed-day</c>, <c>booking.too-far</c>, <c>booking.no-slot</c></exception>
    public BookedTime Find(BookingPlace place, LocalDateTime at)
    {
        var (rules, now) = (Rules, clock.Now());
        var today = pack.Calendar.Today(now);
        if (at.Date < today || at.InZoneLeniently(pack.Calendar.Zone).ToInstant() < now + Duration.FromMinutes(rules.Soonest))
        {
            throw new Refusal("booking.past", "這個時間已經過了，或太近了，請選晚一點的。", "This time has passed, or is too near; please choose a later one.", "at");
        }

        if (at.Date > today.PlusDays(rules.Ahead) || !pack.Calendar.Knows(at.Date))
        {
            throw new Refusal("booking.too-far", $"只能預約 {rules.Ahead} 天內，請選近一點的。", $"Bookings are taken for the next {rules.Ahead} days; please choose a nearer one.", "at");
        }

        if (pack.Calendar.HoursOn(at.Date, place.Site).Count == 0)
        {
            var why = pack.Calendar.WhyOff(at.Date, place.Site) ?? new Phrase("休息", "closed");
            throw new Refusal("booking.closed-day", $"那天不上班（{why.Zh}），請選別天。", $"The office is shut that day ({why.En}); please choose another.", "at");
        }

        return TimesOf(place, at.Date).FirstOrDefault(t => t.At == at.InZoneLeniently(pack.Calendar.Zone).ToInstant()) ?? throw Slots.NoSlot();
    }

    /// <summary>A visit can still begin then: no day was shut, and no place taken away, since the time was taken.</summary>
    public bool Stands(TakenSlot slot) =>
        pack.Calendar.Today(slot.At) is var day && pack.Calendar.Knows(day) && Rules.Places.FirstOrDefault(p => p.Site == slot.Site && p.Code == slot.Place) is { } place && TimesOf(place, day).Any(t => t.At == slot.At);

    /// <summary>Every time of a day, by the calendar in force.</summary>
    public IEnumerable<BookedTime> TimesOf(BookingPlace place, LocalDate day) => Slots.On(place, pack.Calendar.HoursOn(day, place.Site)).Select(start =>
    {
        var at = (day + start).InZoneLeniently(pack.Calendar.Zone).ToInstant();
        return new BookedTime(at, at + Duration.FromMinutes(place.Slot), day);
    });
}

/// <param name="Local">On the office's clock.</param>
/// <param name="Free">How many visits still fit.</param>
internal sealed record FreeTime(BookedTime Time, LocalDateTime Local, int Free);
