using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Time;

namespace GridDesk.Hall.Book;

internal sealed partial class BookingDesk
{
    /// <summary>Somebody waits for a time of a day on which all are taken.</summary>
    /// <exception cref="Refusal"><c>booking.service</c>, <c>booking.wait-free</c>: a time is free; and those of <see cref="FreeTimes.Find"/> for the day.</exception>
    public Task<Waiting> WaitForDayAsync(string service, LocalDate day, BookingContact contact, Actor by, CancellationToken cancel = default) => db.CommitAsync(async () =>
    {
        var place = times.Rules.Of(service);
        var that = await times.OfAsync(place, day, day, cancel);
        if (that.Count == 0)
        {
            var first = times.TimesOf(place, day).FirstOrDefault();
            throw first is null ? Slots.NoSlot() : new Refusal("booking.past", "那天已經沒有時間可以等了，請選別天。", "There is no time left on that day to wait for; please choose another.", "at");
        }

        if (that.Any(t => t.Free > 0))
        {
            throw new Refusal("booking.wait-free", "那天還有時間，請直接選。", "There are times on that day; please choose one.", "at");
        }

        return List(service, place, that[0].Time.At, that[^1].Time.Until, null, contact, by);
    }, cancel);

    /// <summary>Somebody who has a booking waits for an earlier time.</summary>
    /// <exception cref="Refusal"><c>booking.state</c>, <c>booking.wait-already</c></exception>
    public async Task<Waiting> WaitForEarlierAsync(BookingChange change, CancellationToken cancel = default)
    {
        try
        {
            return await db.CommitAsync(() => WaitNowAsync(change, cancel), cancel);
        }
        catch (DbUpdateException problem) when (problem.IsTaken("booking_waits", "booking"))
        {
            throw WaitsAlready(); // pressed twice at the same moment
        }
    }

    private async Task<Waiting> WaitNowAsync(BookingChange change, CancellationToken cancel)
    {
        var (booking, now) = (await ChangedAsync(change, cancel), clock.Now());
        if (await WaitOfAsync(booking, cancel) is not null)
        {
            throw WaitsAlready();
        }

        return booking.State is BookingState.Booked && booking.At > now ? List(booking.Service, times.Rules.Of(booking.Service), now, booking.At, booking.Id, booking.Contact, change.By)
            : throw new Refusal("booking.over", "預約的時間已經到了，不能再改或取消。", "The booked time has come, so it cannot be moved or cancelled any more.");
    }

    private static Refusal WaitsAlready() => new("booking.wait-already", "您已經在等早一點的時間了。", "You are waiting for an earlier time already.");

    /// <summary>Whoever was offered a time takes it: their booking is moved, or made.</summary>
    /// <exception cref="Refusal"><c>booking.offer-over</c>, <c>booking.state</c>, <c>booking.closed-day</c>: the day was shut since.</exception>
    public Task<Booking> TakeOfferAsync(Guid wait, Actor by, CancellationToken cancel = default) => db.CommitAsync(async () =>
    {
        var (waiting, now) = (await GetWaitAsync(wait, cancel), clock.Now());
        waiting.RefuseUnlessOffered(now);
        var slot = await KeptForAsync(wait, SlotUse.Offer, cancel) ?? throw Waiting.OfferOver();
        if (!times.Stands(slot))
        {
            throw new Refusal("booking.closed-day", "那個時間後來不開放了，請選別的。", "The office is shut at that time after all; please choose another.");
        }

        var time = new BookedTime(slot.At, slot.Until, pack.Calendar.Today(slot.At));
        var id = waiting.Booking ?? waiting.Id;
        if (await db.TakenSlots.Where(s => s.Holder == wait && s.Use == SlotUse.Offer).ExecuteUpdateAsync(set => set.SetProperty(s => s.Holder, id).SetProperty(s => s.Use, SlotUse.Booking).SetProperty(s => s.KeptUntil, (Instant?)null), cancel) != 1)
        {
            throw Waiting.OfferOver(); // pressed twice at the same moment
        }

        Booking booking;
        if (waiting.Booking is { } moved)
        {
            booking = await GetAsync(moved, cancel);
            await MoveToAsync(booking, time, BookingWay.Online, fromWaitList: true, by, cancel);
        }
        else
        {
            booking = await MakeAsync(id, waiting.Service, times.Rules.Of(waiting.Service), time, waiting.Contact, BookingWay.Online, fromWaitList: true, by, cancel);
        }

        events.Record(waiting, waiting.Take(booking.Number, now), by);
        return booking;
    }, cancel);

    /// <summary>Somebody waits no more; what was kept for them goes to the next.</summary>
    public Task LeaveAsync(Guid wait, WaitEnd why, Actor by, CancellationToken cancel = default) => db.CommitAsync(async () => await EndAsync(await GetWaitAsync(wait, cancel), why, by, cancel), cancel);

    /// <exception cref="Refusal"><c>not-found</c></exception>
    public async Task<Waiting> GetWaitAsync(Guid id, CancellationToken cancel = default) =>
        await db.WaitList.SingleOrDefaultAsync(w => w.Id == id, cancel) ?? throw new Refusal("not-found", "找不到這個候補。", "There is nobody waiting by that link.");

    /// <summary>The wait for an earlier time than a booking's; null when there is none.</summary>
    public Task<Waiting?> WaitOfAsync(Booking booking, CancellationToken cancel = default) =>
        db.WaitList.SingleOrDefaultAsync(w => w.Booking == booking.Id && (w.State == WaitState.Waiting || w.State == WaitState.Offered), cancel);

    private async Task StopWaitingAsync(Booking booking, CancellationToken cancel)
    {
        if (await WaitOfAsync(booking, cancel) is { } waiting)
        {
            await EndAsync(waiting, WaitEnd.Left, Actor.Office, cancel);
        }
    }

    private async Task EndAsync(Waiting waiting, WaitEnd why, Actor by, CancellationToken cancel)
    {
        if (waiting.End(why) is not { } ended)
        {
            return;
        }

        events.Record(waiting, ended, by);
        await db.SaveChangesAsync(cancel); // or they would be the first who waits for what they leave
        await LetGoAsync(await KeptForAsync(waiting.Id, SlotUse.Offer, cancel), cancel);
    }

    private Waiting List(string service, Definition.BookingPlace place, Instant from, Instant until, Guid? booking, BookingContact contact, Actor by)
    {
        var now = clock.Now();
        var waiting = new Waiting
        {
            Id = Guid.CreateVersion7(now.ToDateTimeOffset()), Service = service.ToUpperInvariant(), Site = place.Site, Place = place.Code, From = from, Until = until, Booking = booking,
            Name = contact.Name, Phone = contact.Phone, Email = contact.Email, Language = contact.Language, ListedAt = now,
        };
        db.Add(waiting);
        events.Record(waiting, waiting.List(), by);
        return waiting;
    }
}
