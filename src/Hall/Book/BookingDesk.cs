using GridDesk.Hall.Definition;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Time;
using GridDesk.Services;

namespace GridDesk.Hall.Book;

/// <summary>Everything that the office can do about booked visits. Pages, programs and tests call it.</summary>
internal sealed partial class BookingDesk(OfficeDb db, EventLog events, HallDesk hall, FreeTimes times, ServiceCatalogue services, PackInForce pack, IClock clock)
{
    /// <summary>Keeps a time while somebody fills in the form; others do not see it as free.</summary>
    /// <param name="instead">The form that kept another time for the same person, which is let go.</param>
    /// <exception cref="Refusal"><c>booking.service</c>, <c>booking.taken</c>, and those of <see cref="FreeTimes.Find"/>.</exception>
    public Task<Guid> HoldAsync(string service, LocalDateTime at, Guid? instead = null, CancellationToken cancel = default) => db.CommitAsync(async () =>
    {
        var (place, now) = (times.Rules.Of(service), clock.Now());
        var form = Guid.CreateVersion7(now.ToDateTimeOffset());
        var (time, before) = (times.Find(place, at), instead is { } other ? await KeptForAsync(other, SlotUse.Form, cancel) : null);
        if (before is not null && before.Site == place.Site && before.Place == place.Code && before.At == time.At)
        {
            await db.TakenSlots.Where(s => s.Holder == before.Holder && s.Use == SlotUse.Form).ExecuteDeleteAsync(cancel); // the same time again
            before = null;
        }

        await TakeAsync(place, time, form, SlotUse.Form, now + Duration.FromMinutes(times.Rules.Hold), cancel);
        await LetGoAsync(before, cancel);
        return form;
    }, cancel);

    /// <summary>Books the time that a form kept, or that nobody has; the same form books once.</summary>
    /// <param name="form">Id that the booking gets.</param>
    /// <exception cref="Refusal"><c>booking.taken</c>: the form took too long and somebody else has the time; and those of <see cref="FreeTimes.Find"/>.</exception>
    public async Task<Booking> BookAsync(Guid form, string service, LocalDateTime at, BookingContact contact, BookingWay way, Actor by, CancellationToken cancel = default)
    {
        try
        {
            return await db.CommitAsync(() => BookNowAsync(form, service, at, contact, way, by, cancel), cancel);
        }
        catch (Exception problem) when (db.Database.CurrentTransaction is null && (problem is Refusal { Code: "booking.taken" } || (problem is DbUpdateException update && update.IsTaken("bookings"))))
        {
            // Pressed twice at the same moment: the time is taken by this very form.
            return await db.Bookings.SingleOrDefaultAsync(b => b.Id == form, cancel) ?? throw Taken();
        }
    }

    /// <exception cref="Refusal"><c>booking.state</c>, <c>booking.over</c>, <c>booking.taken</c>, and those of <see cref="FreeTimes.Find"/>.</exception>
    public async Task<Booking> MoveAsync(BookingChange change, LocalDateTime to, BookingWay way, CancellationToken cancel = default)
    {
        try
        {
            return await db.CommitAsync(() => MoveNowAsync(change, to, way, cancel), cancel);
        }
        catch (Refusal refusal) when (db.Database.CurrentTransaction is null && refusal.Code is "booking.taken" or "conflict")
        {
            // Pressed twice at the same moment: the time is taken by this very booking.
            var booking = await GetAsync(change.Booking, cancel);
            if (booking.State is BookingState.Booked && booking.At == to.InZoneLeniently(pack.Calendar.Zone).ToInstant())
            {
                return booking;
            }

            throw;
        }
    }

    private async Task<Booking> MoveNowAsync(BookingChange change, LocalDateTime to, BookingWay way, CancellationToken cancel)
    {
        var booking = await ChangedAsync(change, cancel);
        var place = times.Rules.Of(booking.Service);
        var time = times.Find(place, to);
        if (time.At == booking.At)
        {
            throw new Refusal("booking.same-time", "這就是您現在的時間，請選別的。", "This is the time you have; please choose another.", "at");
        }

        await TakeAsync(place, time, booking.Id, SlotUse.Booking, null, cancel);
        await MoveToAsync(booking, time, way, fromWaitList: false, change.By, cancel);
        return booking;
    }

    /// <exception cref="Refusal"><c>booking.state</c>, <c>booking.over</c></exception>
    public Task<Booking> CancelAsync(BookingChange change, CancelReason why = CancelReason.Visitor, CancellationToken cancel = default) => db.CommitAsync(async () =>
    {
        var booking = await ChangedAsync(change, cancel);
        events.Record(booking, booking.Cancel(why, clock.Now()), change.By);
        await StopWaitingAsync(booking, cancel);
        await LetGoAsync(await SlotOfAsync(booking, cancel), cancel);
        return booking;
    }, cancel);

    /// <summary>Nobody came.</summary>
    /// <exception cref="Refusal"><c>booking.state</c>, <c>booking.not-yet</c></exception>
    public Task<Booking> MissAsync(BookingChange change, CancellationToken cancel = default) => db.CommitAsync(async () =>
    {
        var booking = await ChangedAsync(change, cancel);
        events.Record(booking, booking.Miss(clock.Now()), change.By);
        await StopWaitingAsync(booking, cancel);
        return booking;
    }, cancel);

    /// <exception cref="Refusal"><c>not-found</c></exception>
    public async Task<Booking> GetAsync(Guid id, CancellationToken cancel = default) =>
        await db.Bookings.SingleOrDefaultAsync(b => b.Id == id, cancel) ?? throw new Refusal("not-found", "找不到這個預約。", "There is no such booking.");

    private async Task<Booking> BookNowAsync(Guid form, string service, LocalDateTime at, BookingContact contact, BookingWay way, Actor by, CancellationToken cancel)
    {
        if (await db.Bookings.SingleOrDefaultAsync(b => b.Id == form, cancel) is { } before)
        {
            return before;
        }

        var place = times.Rules.Of(service);
        var time = times.Find(place, at);
        if (!await BookKeptAsync(place, time, form, cancel))
        {
            var other = await KeptForAsync(form, SlotUse.Form, cancel);
            await TakeAsync(place, time, form, SlotUse.Booking, null, cancel);
            await LetGoAsync(other, cancel);
        }

        return await MakeAsync(form, service, place, time, contact, way, fromWaitList: false, by, cancel);
    }

    private async Task<Booking> ChangedAsync(BookingChange change, CancellationToken cancel)
    {
        var booking = await GetAsync(change.Booking, cancel);
        return change.Version is null || change.Version == booking.Version ? booking
            : throw new Refusal("conflict", "剛剛有別人改了這個預約，請看過再做一次。", "Somebody else has just changed this booking; please look and do it again.");
    }

    private async Task<Booking> MakeAsync(Guid id, string service, BookingPlace place, BookedTime time, BookingContact contact, BookingWay way, bool fromWaitList, Actor by, CancellationToken cancel)
    {
        var (now, year) = (clock.Now(), RocDate.YearOf(time.Day));
        var booking = new Booking
        {
            Id = id, Number = $"B{year}-{await Numbers.NextAsync(db, $"booking_{year}", cancel):00000}", Service = service.ToUpperInvariant(), Site = place.Site, Place = place.Code,
            Name = contact.Name, Phone = contact.Phone, Email = contact.Email, Language = contact.Language,
            At = time.At, Until = time.Until, Day = time.Day, RemindAt = times.Rules.NextReminder(time.At, now),
        };
        db.Add(booking);
        events.Record(booking, booking.Make(place.Consultation, way, fromWaitList), by);
        return booking;
    }

    private async Task MoveToAsync(Booking booking, BookedTime time, BookingWay way, bool fromWaitList, Actor by, CancellationToken cancel)
    {
        var (now, before) = (clock.Now(), await SlotOfAsync(booking, cancel));
        events.Record(booking, booking.Move(time, times.Rules.NextReminder(time.At, now), way, fromWaitList, now), by);
        if (await WaitOfAsync(booking, cancel) is { } waiting)
        {
            waiting.Until = time.At;
        }

        await LetGoAsync(before, cancel);
    }
}

/// <summary>A change that somebody makes: of which booking, the version that they were shown, and who they are.</summary>
internal sealed record BookingChange(Guid Booking, Actor By, int? Version = null);
